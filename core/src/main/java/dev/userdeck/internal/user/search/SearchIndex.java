package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.user.SearchMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an engine finds users by words. */
interface SearchIndex {

    SearchMode finds();

    /** What the text of a user with this word is like. */
    String pattern(SearchWord word);

    /**
     * The users with all that is looked for, and maybe some more, by an index.
     *
     * @return null if there may be more than {@code most}
     */
    @Nullable
    Set<String> usersWith(DSLContext db, List<SearchTerm> terms, int most);

    /** That {@code ud_user_search} has all that is looked for. */
    default Condition has(List<SearchTerm> terms) {
        return DSL.and(terms.stream().map(this::has).toList());
    }

    private Condition has(SearchTerm term) {
        return DSL.or(term.any().stream()
                .map(word -> UD_USER_SEARCH.SEARCH_TEXT.like(pattern(word), '!'))
                .toList());
    }
}
