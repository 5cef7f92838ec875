package dev.userdeck.recipe.userroles;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;
import java.util.List;

abstract class UserRolesRecipeContract extends RecipeContract {
    @Override
    protected Recipe recipe() {
        return new UserRolesRecipe();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        UserRoles roles = userdeck.recipe(UserRoles.class);
        roles.create("refund-agent", null, List.of("ticket:refund"), Actor.system());
        roles.create("conductor", "Checks tickets", List.of("ticket:read"), Actor.system());
        roles.assign(user, TenantId.PUBLIC, List.of("refund-agent", "conductor"), Actor.system());
    }
}
