package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.user.UserSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Finds users by what somebody typed. */
public final class Search {
    /** The index that the script makes where the extension is there. */
    private static final String PARTS = "ud_user_search_part_ix";

    private final Jooq jooq;
    private final String partsIndex;
    private volatile @Nullable SearchIndex known;

    /** Creates it. */
    public Search(Jooq jooq) {
        this.jooq = jooq;
        String schema = jooq.schema();
        this.partsIndex = schema == null ? PARTS : schema + "." + PARTS;
    }

    /** What a word finds on this database. */
    public UserSearch finds() {
        return index().finds();
    }

    /** Which index there is does not change while we run. */
    private SearchIndex index() {
        SearchIndex index = known;
        if (index == null) {
            index = jooq.read(db -> db.family() == SQLDialect.POSTGRES
                    ? new PostgresIndex(db.fetchSingle("select to_regclass({0}) is not null", DSL.val(partsIndex))
                            .get(0, Boolean.class))
                    : new WordIndex());
            known = index;
        }
        return index;
    }

    /** The words of a text; empty when it finds everybody. */
    public Words words(String text) {
        return new Words(index(), SearchWord.of(text));
    }

    /** Words, all of which a user must have. */
    public static final class Words {
        private final SearchIndex index;
        private final List<SearchWord> words;

        private Words(SearchIndex index, List<SearchWord> words) {
            this.index = index;
            this.words = words;
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return words.isEmpty();
        }

        /** That the user with this id has them all. */
        public Condition holds(Field<String> user) {
            List<SearchWord> plain =
                    words.stream().filter(word -> !word.mayBeId()).toList();
            var all = new ArrayList<Condition>();
            if (!plain.isEmpty()) {
                all.add(hasText(user, plain));
            }
            for (SearchWord word : words) {
                if (word.mayBeId()) {
                    var u = UD_USER;
                    Condition isId =
                            exists(selectOne().from(u).where(u.ID.eq(user)).and(DSL.or(ids(word))));
                    all.add(hasText(user, List.of(word)).or(isId));
                }
            }
            return DSL.and(all);
        }

        private Condition hasText(Field<String> user, List<SearchWord> some) {
            var s = UD_USER_SEARCH;
            return exists(selectOne().from(s).where(s.USER_ID.eq(user)).and(index.has(some)));
        }

        /** The users who have them all, and maybe some more; null if there may be more than {@code most}. */
        public @Nullable Set<String> users(DSLContext db, int most) {
            List<SearchWord> plain =
                    words.stream().filter(word -> !word.mayBeId()).toList();
            if (!plain.isEmpty()) {
                return index.usersWith(db, plain, most);
            }
            SearchWord id = words.get(0);
            Set<String> found = index.usersWith(db, List.of(id), most);
            if (found == null) {
                return null;
            }
            var all = new HashSet<>(found);
            for (Condition one : ids(id)) {
                all.addAll(db.fetchValues(
                        select(UD_USER.ID).from(UD_USER).where(one).limit(most + 1)));
            }
            return all.size() > most ? null : all;
        }

        /** That the id, or the host's, begins so. Ours are in small letters; the host's may be in either. */
        private static List<Condition> ids(SearchWord word) {
            String typed = word.typed();
            return List.of(
                    Ranges.begins(UD_USER.ID, typed),
                    Ranges.begins(UD_USER.EXTERNAL_ID, typed),
                    Ranges.begins(UD_USER.EXTERNAL_ID, typed.toUpperCase(Locale.ROOT)));
        }
    }
}
