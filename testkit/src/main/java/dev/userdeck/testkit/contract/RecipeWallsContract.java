package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link RecipeContract} that tries one tenant's things from another. */
abstract class RecipeWallsContract extends EngineContract {
    static final Operator OWNER = Operator.of("owner", Preset.OWNER);

    private static final TenantId NORTH = new TenantId("tenant-north");
    private static final TenantId SOUTH = new TenantId("tenant-south");

    /** See {@link RecipeContract#recipe}. */
    protected abstract Recipe recipe();

    /** See {@link RecipeContract#someRows}. */
    protected abstract void someRows(Userdeck userdeck, UserId user);

    /**
     * Requests that change something of this user in this tenant, of which the user is a member: one at least for each route
     * that changes something and says that it {@linkplain dev.userdeck.http.spi.Route.Builder#handlesScope keeps to the scope
     * itself}. They are sent by an operator of another tenant, too, who must not get anywhere. None unless overridden.
     */
    protected List<TestRequest> requestsWithin(Userdeck userdeck, User user, TenantId tenant) {
        return List.of();
    }

    @Test
    final void whatItChangesInATenantIsOutOfReachFromAnother() {
        User user = inBothTenants();
        List<TestRequest> requests = requestsWithin(userdeck, user, SOUTH);
        assertThat(running().dashboard().routes().stream()
                        .filter(route -> !route.method().isSafe() && TenantWalls.keepsToScope(route)))
                .as("routes for which requestsWithin has a request")
                .allMatch(route ->
                        requests.stream().anyMatch(request -> request.route().equals(route)));

        var walls = new TenantWalls(userdeck, database, user.id());
        for (TestRequest request : requests) {
            walls.refuses(request, OWNER.scope(Scope.of(NORTH)));
            walls.takes(request, OWNER.scope(Scope.of(SOUTH)));
        }
    }

    @Test
    final void whatElseItChangesTakesAnOperatorForAllThatItReaches() {
        assertThat(running().dashboard().routes().stream()
                        .filter(route -> !route.method().isSafe() && route.audience() == Audience.OPERATOR)
                        .filter(route -> !TenantWalls.keepsToScope(route)))
                .as("routes that servers refuse to operators of some tenants")
                .allMatch(route -> route.scopeKind() == ScopeKind.APP || route.concernsWholeUser());
    }

    @Test
    final void whatItDoesToManyUsersStaysInTheTenant() {
        User user = inBothTenants();
        someRows(userdeck, created(userdeck, "grace@example.org").id()); // so that there is something to choose

        var walls = new TenantWalls(userdeck, database, user.id());
        running().dashboard().bulkActions().stream()
                .filter(BulkAction::keepsToScope)
                .forEach(action -> walls.keeps(action, NORTH, SOUTH));
    }

    @Test
    final void whatItForetellsOfManyUsersIsWhatItDoes() {
        User user = inBothTenants();
        User other = created(userdeck, "grace@example.org");
        someRows(userdeck, other.id());

        var walls = new TenantWalls(userdeck, database, user.id());
        running().dashboard().bulkActions().stream()
                .filter(action -> action.dryRun() != null)
                .forEach(action -> walls.foretells(action, List.of(user, other)));
    }

    @Test
    final void itShowsNothingOfAnotherTenant() {
        User user = inBothTenants();
        someRows(userdeck, user.id());
        for (TestRequest request : requestsWithin(userdeck, user, SOUTH)) {
            new TenantWalls(userdeck, database, user.id()).takes(request, OWNER);
        }

        Scope north = Scope.of(NORTH);
        User seen = userdeck.users().find(user.id(), north).orElseThrow();
        var request = new SectionRequest(seen, north, OWNER.scope(north));
        assertThat(TenantWalls.shown(running().dashboard(), request)).doesNotContain(SOUTH.value());
    }

    /** In neither tenant alone, nor in the default one, so that whatever is written in the wrong place shows. */
    private User inBothTenants() {
        userdeck.tenants().create(NORTH, "North", Actor.system());
        userdeck.tenants().create(SOUTH, "South", Actor.system());
        User user = created(userdeck, "ada@example.org");
        userdeck.users().addToTenant(user.id(), NORTH, Actor.system());
        userdeck.users().addToTenant(user.id(), SOUTH, Actor.system());
        return userdeck.users().find(user.id()).orElseThrow();
    }

    final RunningRecipe running() {
        return userdeck.recipes().stream()
                .filter(running -> running.id().equals(recipe().id()))
                .findFirst()
                .orElseThrow();
    }
}
