package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.user.SearchMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds users by what somebody typed. */
public final class Search {
    /** The index that the script makes where the extension is there. */
    private static final String PARTS = "ud_user_search_part_ix";

    private final JooqDatabase jooq;
    private final String partsIndex;
    private volatile @Nullable SearchIndex known;

    /** Creates it. */
    public Search(JooqDatabase jooq) {
        this.jooq = jooq;
        String schema = jooq.schema();
        this.partsIndex = schema == null ? PARTS : schema + "." + PARTS;
    }

    /** What a word finds on this database. */
    public SearchMode finds() {
        return index().finds();
    }

    /** Which index there is does not change while we run. */
    private SearchIndex index() {
        SearchIndex index = known;
        if (index == null) {
            index = jooq.read(db -> jooq.dialect().indexesWords()
                    ? new PostgresIndex(db.fetchSingle("select to_regclass({0}) is not null", DSL.val(partsIndex))
                            .get(0, Boolean.class))
                    : new WordIndex());
            known = index;
        }
        return index;
    }

    /** What is looked for, all of it; none finds everybody. */
    public Words words(List<SearchTerm> terms) {
        return new Words(index(), List.copyOf(terms));
    }

    /** Words, all of which a user must have. */
    public static final class Words {
        private final SearchIndex index;
        private final List<SearchTerm> terms;

        private Words(SearchIndex index, List<SearchTerm> terms) {
            this.index = index;
            this.terms = terms;
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return terms.isEmpty();
        }

        /** That the user with this id has them all. */
        public Condition holds(Field<String> user) {
            List<SearchTerm> plain =
                    terms.stream().filter(term -> term.id().isEmpty()).toList();
            var all = new ArrayList<Condition>();
            if (!plain.isEmpty()) {
                all.add(hasText(user, plain));
            }
            for (SearchTerm term : terms) {
                term.id().ifPresent(word -> {
                    var u = UD_USER;
                    Condition isId =
                            exists(selectOne().from(u).where(u.ID.eq(user)).and(DSL.or(ids(word))));
                    all.add(hasText(user, List.of(term)).or(isId));
                });
            }
            return DSL.and(all);
        }

        private Condition hasText(Field<String> user, List<SearchTerm> some) {
            var s = UD_USER_SEARCH;
            return exists(selectOne().from(s).where(s.USER_ID.eq(user)).and(index.has(some)));
        }

        /** The users who have them all, and maybe some more; null if there may be more than {@code most}. */
        public @Nullable Set<String> users(DSLContext db, int most) {
            List<SearchTerm> plain =
                    terms.stream().filter(term -> term.id().isEmpty()).toList();
            if (!plain.isEmpty()) {
                return index.usersWith(db, plain, most);
            }
            SearchTerm term = terms.get(0);
            Set<String> found = index.usersWith(db, List.of(term), most);
            if (found == null) {
                return null;
            }
            var all = new HashSet<>(found);
            for (Condition one : ids(term.any().get(0))) {
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
