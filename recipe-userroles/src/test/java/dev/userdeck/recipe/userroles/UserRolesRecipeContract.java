package dev.userdeck.recipe.userroles;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.userroles.http.AssignRoles;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;

abstract class UserRolesRecipeContract extends RecipeContract {
    @Override
    protected Recipe recipe() {
        return new UserRolesRecipe();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        someRows(userdeck, user, TenantId.PUBLIC);
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user, TenantId tenant) {
        UserRoles roles = userdeck.recipe(UserRoles.class);
        roles.create("refund-agent", null, List.of("ticket:refund"), Actor.system());
        roles.create("conductor", "Checks tickets", List.of("ticket:read"), Actor.system());
        roles.assign(user, tenant, List.of("refund-agent", "conductor"), Actor.system());
    }

    @Override
    protected List<TestRequest> requestsWithin(Userdeck userdeck, User user, TenantId tenant) {
        UserRoles roles = userdeck.recipe(UserRoles.class);
        roles.create("guide", null, List.of("tour:lead"), Actor.system());
        roles.create("guard", null, List.of("door:watch"), Actor.system());
        roles.assign(user.id(), tenant, List.of("guard"), Actor.system());
        return List.of(
                TestRequest.to(route(userdeck, Route.Method.POST, "/users/{userId}/roles"))
                        .body(new AssignRoles(List.of("guide"), tenant.value())),
                TestRequest.to(route(userdeck, Route.Method.DELETE, "/users/{userId}/roles/{role}"))
                        .with("role", "guard")
                        .with("tenant", tenant.value()));
    }

    private static Route route(Userdeck userdeck, Route.Method method, String path) {
        return userdeck.recipes().stream()
                .flatMap(recipe -> recipe.dashboard().routes().stream())
                .filter(route -> route.method() == method && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
