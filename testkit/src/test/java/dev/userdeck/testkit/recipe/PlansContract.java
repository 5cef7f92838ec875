package dev.userdeck.testkit.recipe;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.testkit.recipe.PlanRoutes.NewSubscriptions;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract of {@link PlansRecipe}. */
abstract class PlansContract extends RecipeContract {

    /** The mistake that the recipe has. None unless overridden. */
    @Nullable
    Mistake mistake() {
        return null;
    }

    @Override
    protected Recipe recipe() {
        return new PlansRecipe(mistake());
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        someRows(userdeck, user, TenantId.PUBLIC);
        if (mistake() == Mistake.NO_ROWS_OF_USERS) {
            return;
        }
        userdeck.recipe(Plans.class).write(user, "{\"calls\": \"back\"}", 0);
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user, TenantId tenant) {
        if (mistake() == Mistake.NO_ROWS_OF_TENANTS && !tenant.equals(TenantId.PUBLIC)) {
            return;
        }
        Plans plans = userdeck.recipe(Plans.class);
        plans.create("gold", "Gold");
        plans.create("silver", "Silver");
        plans.create("tin", "Tin");
        plans.limit(tenant);
        if (mistake() == Mistake.NO_ROWS_OF_USERS) {
            return;
        }
        plans.subscribe(user, tenant, "gold", Actor.system());
    }

    @Override
    protected List<TestRequest> requestsWithin(Userdeck userdeck, User user, TenantId tenant) {
        Plans plans = userdeck.recipe(Plans.class);
        plans.create("gold", "Gold");
        plans.create("silver", "Silver");
        plans.subscribe(user.id(), tenant, "gold", Actor.system());
        TestRequest subscribe = TestRequest.to(route(userdeck, Route.Method.PUT, "/users/{userId}/subscription"))
                .body(new NewSubscriptions(List.of("silver"), tenant.value()));
        if (mistake() == Mistake.NO_REQUEST_WITHIN) {
            return List.of(subscribe);
        }
        return List.of(
                subscribe,
                TestRequest.to(route(userdeck, Route.Method.DELETE, "/users/{userId}/subscription/{plan}"))
                        .with("plan", "gold")
                        .with("tenant", tenant.value()));
    }

    private static Route route(Userdeck userdeck, Route.Method method, String path) {
        return userdeck.recipes().get(0).dashboard().routes().stream()
                .filter(route -> route.method() == method && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
