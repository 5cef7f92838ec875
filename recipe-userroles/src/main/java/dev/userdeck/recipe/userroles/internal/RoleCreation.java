package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;

import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.error.FieldError;
import dev.userdeck.recipe.userroles.AssignRolesResult.UnknownRoles;
import dev.userdeck.recipe.userroles.UserRoles;
import java.util.List;
import java.util.Set;

/** The roles that a user is created with, in the tenant where. */
final class RoleCreation {
    private static final String FIELD = "roles";

    private final UserRoles roles;

    RoleCreation(UserRoles roles) {
        this.roles = roles;
    }

    CreateFields fields() {
        Field field = Field.optional(FIELD, Field.Kind.TAGS, Text.of("userroles.roles", "Roles"));
        return new CreateFields(List.of(CreateField.of(field, ROLES_ASSIGN)), this::write);
    }

    private List<FieldError> write(Creation creation) {
        var result = roles.assign(
                creation.user().id(), creation.tenant(), Set.copyOf(creation.tags(FIELD)), creation.actor());
        return result instanceof UnknownRoles unknown
                ? List.of(new FieldError(
                        FIELD, "role-unknown", "There is no role " + String.join(", ", unknown.roles()) + "."))
                : List.of();
    }
}
