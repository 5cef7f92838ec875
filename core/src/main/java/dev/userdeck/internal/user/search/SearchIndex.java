package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;

import dev.userdeck.user.UserSearch;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How an engine finds users by words. */
interface SearchIndex {

    UserSearch finds();

    /** What the text of a user with this word is like. */
    String pattern(SearchWord word);

    /**
     * The users with all of these words, and maybe some more, by an index.
     *
     * @return null if there may be more than {@code most}
     */
    @Nullable
    Set<String> usersWith(DSLContext db, List<SearchWord> words, int most);

    /** That {@code ud_user_search} has all of these words. */
    default Condition has(List<SearchWord> words) {
        return DSL.and(words.stream()
                .map(word -> UD_USER_SEARCH.SEARCH_TEXT.like(pattern(word), '!'))
                .toList());
    }
}
