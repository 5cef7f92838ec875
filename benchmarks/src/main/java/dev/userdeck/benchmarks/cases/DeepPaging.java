package dev.userdeck.benchmarks.cases;

import static java.util.Objects.requireNonNull;

import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.Users;

/**
 * The middle of the users list, newest first, in pages of 100.
 *
 * @param next the cursor of the page after it
 * @param previous the cursor of the page before it
 * @param user the number of the user at that place
 */
record DeepPaging(String next, String previous, int user) {
    static final int PAGE = 100;

    /** Walks there, page by page, as a cursor is made by the page before alone. */
    static DeepPaging halfWay(Users users, Population population) {
        int pages = population.size() / 2 / PAGE;
        UserQuery query = UserQuery.of(Scope.all()).size(PAGE);
        Page<User> page = users.list(query);
        for (int i = 1; i < pages; i++) {
            page = users.list(query.cursor(page.nextCursor()));
        }
        return new DeepPaging(
                requireNonNull(page.nextCursor()),
                requireNonNull(page.previousCursor()),
                population.size() - pages * PAGE);
    }
}
