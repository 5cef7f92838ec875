package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static dev.userdeck.internal.jooq.Tables.UD_USER_WORD;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.user.SearchMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of words: the start of one is a range of its primary key. */
final class WordIndex implements SearchIndex {
    /** How many rows of one word are looked at for the others. */
    private static final int LOOKED_AT = 20_000;

    @Override
    public SearchMode finds() {
        return SearchMode.WORD_START;
    }

    @Override
    public String pattern(SearchWord word) {
        return word.startPattern();
    }

    @Override
    public @Nullable Set<String> usersWith(DSLContext db, List<SearchTerm> terms, int most) {
        List<SearchTerm> indexed = terms.stream().filter(SearchTerm::isIndexed).toList();
        if (indexed.isEmpty()) {
            return null;
        }
        if (terms.size() == 1) {
            return found(db, terms.get(0), noCondition(), most);
        }
        SearchTerm rarest = indexed.get(0);
        int fewest = Integer.MAX_VALUE;
        for (SearchTerm term : indexed) {
            int rows = term.any().stream().mapToInt(word -> rows(db, word)).sum();
            if (rows < fewest) {
                rarest = term;
                fewest = rows;
            }
        }
        if (fewest > LOOKED_AT) {
            return null;
        }
        var s = UD_USER_SEARCH;
        Condition hasOthers = exists(
                selectOne().from(s).where(s.USER_ID.eq(UD_USER_WORD.USER_ID)).and(has(terms)));
        return found(db, rarest, hasOthers, most);
    }

    private static int rows(DSLContext db, SearchWord word) {
        return db.fetchCount(selectOne().from(UD_USER_WORD).where(begins(word)).limit(LOOKED_AT + 1));
    }

    /** A statement for each word: of two ranges joined by {@code or}, not every planner makes two. */
    private static @Nullable Set<String> found(DSLContext db, SearchTerm term, Condition others, int most) {
        var w = UD_USER_WORD;
        var found = new HashSet<String>();
        for (SearchWord word : term.any()) {
            var some = db.select(w.USER_ID)
                    .from(w)
                    .where(begins(word))
                    .and(others)
                    .limit(most + 1)
                    .fetch(w.USER_ID);
            found.addAll(some);
            if (some.size() > most || found.size() > most) {
                return null;
            }
        }
        return found;
    }

    private static Condition begins(SearchWord word) {
        return Ranges.begins(UD_USER_WORD.WORD, SearchText.asWord(word.start()));
    }
}
