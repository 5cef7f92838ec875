package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The part of {@link RecipeContract} that tries one tenant's things from another. */
abstract class RecipeWallsContract extends RecipeStartContract {
    private static final Scope IN_NORTH = Scope.of(NORTH);

    /** See {@link RecipeContract#requestsWithin}. */
    protected abstract List<TestRequest> requestsWithin(Userdeck userdeck, User user, TenantId tenant);

    @Test
    final void whatItChangesInATenantIsOutOfReachFromAnother() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        List<TestRequest> requests = requestsWithin(userdeck, user, SOUTH);
        assertThat(dashboard().routes().stream()
                        .filter(route -> !route.method().isSafe() && TenantWalls.keepsToScope(route)))
                .as("routes that call handlesScope(): requestsWithin has a request for each")
                .allMatch(route ->
                        requests.stream().anyMatch(request -> request.route().equals(route)));

        var walls = new TenantWalls(userdeck, database, user.id());
        for (TestRequest request : requests) {
            walls.refuses(request, OWNER.scope(IN_NORTH));
            walls.takes(request, OWNER.scope(Scope.of(SOUTH)));
        }
    }

    @Test
    final void whatOperatorsChangeIsOnRecord() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        var walls = new TenantWalls(userdeck, database, user.id());
        for (TestRequest request : requestsWithin(userdeck, user, SOUTH)) {
            int before = eventsOfOwner();
            walls.takes(request, OWNER);
            assertThat(eventsOfOwner())
                    .as(
                            "audit events of the operator who sent %s, beside those before: record each change in the same write, with"
                                    + " request.actor()",
                            request.route())
                    .isGreaterThan(before);
        }
    }

    private int eventsOfOwner() {
        var query = AuditQuery.of(Scope.all()).size(AuditQuery.MAX_SIZE);
        return (int) userdeck.audit().list(query).items().stream()
                .filter(event -> event.actor().equals(OWNER.actor()))
                .count();
    }

    @Test
    final void whatElseItChangesTakesAnOperatorForAllThatItReaches() {
        assertThat(dashboard().routes().stream()
                        .filter(route -> !route.method().isSafe() && route.audience() == Audience.OPERATOR)
                        .filter(route -> !TenantWalls.keepsToScope(route)))
                .as("routes that servers refuse to operators of some tenants")
                .allMatch(route -> route.scopeKind() == ScopeKind.APP || route.concernsWholeUser());
    }

    @Test
    final void whatItDoesToManyUsersStaysInTheTenant() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        someRows(userdeck, created(userdeck, "grace@example.org").id()); // so that there is something to choose

        var walls = new TenantWalls(userdeck, database, user.id());
        dashboard().bulkActions().stream()
                .filter(BulkAction::keepsToScope)
                .forEach(action -> walls.keeps(action, NORTH, SOUTH));
    }

    @Test
    final void whatItDoesToManyUsersIsTheSameWhateverTheyHaveElsewhere() {
        createTenants();
        someRows(userdeck, created(userdeck, "olu@example.org").id()); // so that there is something to choose

        for (BulkAction action : dashboard().bulkActions()) {
            if (action.keepsToScope()) {
                User bare = member(action.id() + "-ada@example.org", NORTH, SOUTH);
                User rich = member(action.id() + "-grace@example.org", NORTH, SOUTH);
                someRows(userdeck, rich.id(), SOUTH);
                var task = TenantWalls.withTheFirstChoice(action, IN_NORTH);
                assertThat(TenantWalls.done(action, seen(rich), task))
                        .as(
                                "what bulk action %s says of a user who has rows in another tenant than those it keeps to, beside what"
                                        + " it says of one who has none: look at task.scope() alone",
                                action.id())
                        .isEqualTo(TenantWalls.done(action, seen(bare), task));
            }
        }
    }

    private User seen(User user) {
        return userdeck.users().find(user.id(), IN_NORTH).orElseThrow();
    }

    @Test
    final void whatItForetellsOfManyUsersIsWhatItDoes() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        User other = created(userdeck, "grace@example.org");
        someRows(userdeck, other.id());

        var walls = new TenantWalls(userdeck, database, user.id());
        dashboard().bulkActions().stream()
                .filter(action -> action.dryRun() != null)
                .forEach(action -> walls.foretells(action, List.of(user, other)));
    }

    @Test
    final void itsSectionsKeepToTheScope() {
        isTheSameWhateverIsElsewhere(Shown::sections, "request.scope()");
    }

    @Test
    final void itsColumnsKeepToTheScope() {
        isTheSameWhateverIsElsewhere(Shown::columns, "the scope that valuesFor is given");
    }

    @Test
    final void itsFiltersKeepToTheScope() {
        createTenants();
        someRows(userdeck, member("tim@example.org", SOUTH).id(), SOUTH); // so that there is something to choose
        isTheSameWhateverIsElsewhere(Shown::filters, "chosen.scope()");
    }

    @Test
    final void itsExportKeepsToTheScope() {
        isTheSameWhateverIsElsewhere(Shown::export, "the scope that export is given");
    }

    @Test
    final void itsRoutesKeepToTheScope() {
        isTheSameWhateverIsElsewhere(Shown::routes, "request.scope()");
    }

    /** Compares what is shown of tenants, one with rows and one without, before and after there are rows in another. */
    private void isTheSameWhateverIsElsewhere(Function<Shown, Map<String, Object>> part, String scope) {
        createTenants();
        makeWhatIsOfTheWholeApp();
        User here = member("ada@example.org", NORTH, SOUTH, EAST);
        User elsewhere = member("grace@example.org", NORTH, SOUTH, EAST);
        User stranger = member("olu@example.org", SOUTH);
        Map<String, Object> inEast = shownIn(EAST, part);
        someRows(userdeck, here.id(), NORTH);
        Map<String, Object> inNorth = shownIn(NORTH, part);

        List.of(here, elsewhere, stranger).forEach(user -> someRows(userdeck, user.id(), SOUTH));

        String words = "what an operator of %s is shown, after rows were made in %s: keep to %s";
        assertThat(shownIn(NORTH, part)).as(words, NORTH, SOUTH, scope).isEqualTo(inNorth);
        assertThat(shownIn(EAST, part))
                .as(words, EAST, NORTH + " and " + SOUTH, scope)
                .isEqualTo(inEast);
    }

    private Map<String, Object> shownIn(TenantId tenant, Function<Shown, Map<String, Object>> part) {
        return part.apply(new Shown(userdeck, dashboard(), OWNER.scope(Scope.of(tenant))));
    }

    /** Makes rows in a tenant and has them go again: what stays, such as roles to be assigned, may be seen by all. */
    private void makeWhatIsOfTheWholeApp() {
        User user = member("eve@example.org", SOUTH);
        someRows(userdeck, user.id(), SOUTH);
        userdeck.users().removeFromTenant(user.id(), SOUTH, Scope.all(), Actor.system());
    }
}
