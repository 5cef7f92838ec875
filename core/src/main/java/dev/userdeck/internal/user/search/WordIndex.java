package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static dev.userdeck.internal.jooq.Tables.UD_USER_WORD;
import static org.jooq.impl.DSL.selectOne;

import dev.userdeck.user.UserSearch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A table of words: the start of one is a range of its primary key. */
final class WordIndex implements SearchIndex {
    /** How many rows of one word are looked at for the others. */
    private static final int LOOKED_AT = 20_000;

    @Override
    public UserSearch finds() {
        return UserSearch.WORD_START;
    }

    @Override
    public String pattern(SearchWord word) {
        return word.startPattern();
    }

    @Override
    public @Nullable Set<String> usersWith(DSLContext db, List<SearchWord> words, int most) {
        List<SearchWord> indexed =
                words.stream().filter(word -> word.letters() > 0).toList();
        if (indexed.isEmpty()) {
            return null;
        }
        if (words.size() == 1) {
            return found(db, begins(indexed.get(0)), most);
        }
        SearchWord rarest = indexed.get(0);
        int fewest = Integer.MAX_VALUE;
        for (SearchWord word : indexed) {
            int rows = db.fetchCount(
                    selectOne().from(UD_USER_WORD).where(begins(word)).limit(LOOKED_AT + 1));
            if (rows < fewest) {
                rarest = word;
                fewest = rows;
            }
        }
        if (fewest > LOOKED_AT) {
            return null;
        }
        var s = UD_USER_SEARCH;
        Condition hasOthers = org.jooq.impl.DSL.exists(
                selectOne().from(s).where(s.USER_ID.eq(UD_USER_WORD.USER_ID)).and(has(words)));
        return found(db, begins(rarest).and(hasOthers), most);
    }

    private static @Nullable Set<String> found(DSLContext db, Condition condition, int most) {
        var w = UD_USER_WORD;
        var found =
                db.select(w.USER_ID).from(w).where(condition).limit(most + 1).fetch(w.USER_ID);
        return found.size() > most ? null : new HashSet<>(found);
    }

    private static Condition begins(SearchWord word) {
        return Ranges.begins(UD_USER_WORD.WORD, SearchText.asWord(word.start()));
    }
}
