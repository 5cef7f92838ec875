package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.paging.Page;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.Plans;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list with its orders, filters and search, one user, and a check of a session read indexes on every engine. */
@Tag("slow")
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersPlansContract extends EngineContract {
    private static final int DEEP = 10;
    private static final Scope OTHER = Scope.of(new TenantId("other"));

    /** For subclasses. */
    protected UsersPlansContract() {}

    /** One test, as it is the filling that takes the time. */
    @Test
    void noStatementReadsAWholeTable() {
        ManyUsers.fill(database, 100_000, users -> {});
        var plans = new Plans(database);

        for (UserSort sort : UserSort.values()) {
            for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC), OTHER)) {
                firstPage(plans, UserQuery.of(scope).sort(sort).size(10));
                deepPages(plans, UserQuery.of(scope).sort(sort).size(10));
            }
        }
        filters().forEach((name, filter) -> {
            for (UserSort sort : List.of(UserSort.NEWEST_FIRST, UserSort.NAME_FORWARD)) {
                for (Scope scope : List.of(Scope.all(), Scope.of(TenantId.PUBLIC))) {
                    firstPage(
                            plans, UserQuery.of(scope).filter(filter).sort(sort).size(10));
                }
            }
            if (!name.contains("common")) { // of those, all that are counted are nearly all there are
                plans.assertIndexed(
                        "the number of " + name, () -> userdeck.users().count(Scope.all(), filter));
            }
        });

        var one = new UserId(ManyUsers.id(2));
        plans.assertIndexed("one user", () -> userdeck.users().find(one));
        plans.assertIndexed("an email", () -> userdeck.users().findByEmail("user1@example.org", TenantId.PUBLIC));
        var token = new AtomicReference<String>();
        plans.assertIndexed(
                "a new session",
                () -> token.set(userdeck.sessions()
                        .create(one, SessionOrigin.of("password"))
                        .map(IssuedSession::token)
                        .orElse("")));
        plans.assertIndexed("a session", () -> userdeck.sessions().verify(token.get()));
        plans.assertIndexed(
                "the sessions",
                () -> userdeck.sessions().list(SessionQuery.of(one, Scope.all()).size(10)));
        plans.assertIndexed(
                "the timeline",
                () -> userdeck.audit().list(AuditQuery.of(Scope.all()).user(one).size(10)));
        // how many there are in all is the one figure that no index makes cheaper
        plans.assertIndexed(
                "counting by day",
                sql -> sql.contains("count(") && !sql.equals("select count(*) from ud_user"),
                () -> userdeck.runMaintenance());
    }

    private void firstPage(Plans plans, UserQuery query) {
        plans.assertIndexed("the first page of " + query, () -> userdeck.users().list(query));
    }

    /** A page far behind the first, and the one before it. */
    private void deepPages(Plans plans, UserQuery query) {
        Page<User> page = userdeck.users().list(query.size(100));
        for (int i = 0; i < DEEP && page.nextCursor() != null; i++) {
            page = userdeck.users().list(query.size(100).cursor(page.nextCursor()));
        }
        String next = page.nextCursor();
        String previous = page.previousCursor();
        if (next != null) {
            plans.assertIndexed(
                    "a later page of " + query, () -> userdeck.users().list(query.cursor(next)));
            plans.assertIndexed(
                    "an earlier page of " + query, () -> userdeck.users().list(query.cursor(previous)));
        }
    }

    private static Map<String, UserFilter> filters() {
        UserFilter none = UserFilter.none();
        var filters = new LinkedHashMap<String, UserFilter>();
        filters.put("a word", none.search("user3210"));
        filters.put("a common word", none.search("example"));
        filters.put("a part of a word", none.search("er321"));
        filters.put("no word", none.search("nobody"));
        filters.put("two words", none.search("name user3210"));
        filters.put("a number", none.search("0412 345 678"));
        filters.put("a pasted address", none.search("mailto:user3210@example.org?subject=x"));
        filters.put("a common status", none.statuses(Set.of(UserStatus.ACTIVE)));
        filters.put("a rare status", none.statuses(Set.of(UserStatus.SUSPENDED)));
        filters.put("no status", none.statuses(Set.of(UserStatus.INVITED)));
        filters.put("a provider", none.providers(Set.of("okta")));
        filters.put("a rare method", none.methods(Set.of(LoginMethod.Kind.EXTERNAL)));
        filters.put("a common method", none.methods(Set.of(LoginMethod.Kind.PASSWORD)));
        filters.put("joined", none.joined(Instant.ofEpochMilli(5_000), Instant.ofEpochMilli(5_020)));
        filters.put("last seen", none.lastSeen(Instant.ofEpochMilli(2_000), Instant.ofEpochMilli(2_020)));
        filters.put("two filters", none.search("user").statuses(Set.of(UserStatus.SUSPENDED)));
        return filters;
    }
}
