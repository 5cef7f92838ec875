package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;

import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.userroles.AssignRolesResult.UnknownRoles;
import java.util.List;
import java.util.Set;

/** The roles that a user is created with, in the tenant where. */
final class RoleCreation {
    private static final String FIELD = "roles";

    private final DefaultUserRoles roles;
    private final Route options;

    /** Offers what {@code options} answers with. */
    RoleCreation(DefaultUserRoles roles, Route options) {
        this.roles = roles;
        this.options = options;
    }

    CreateFields fields() {
        Field field = Field.optional(FIELD, Field.Kind.NAMES, Text.of("userroles.roles", "Roles"))
                .maxLength(RoleRules.MAX_LENGTH)
                .suggestions(options);
        return new CreateFields(List.of(CreateField.of(field, ROLES_ASSIGN)), this::write);
    }

    private List<FieldError> write(Creation creation) {
        List<FieldError> withheld = roles.privileges().errors(FIELD, creation.tags(FIELD), creation.operator());
        if (!withheld.isEmpty()) {
            return withheld;
        }
        var result = roles.assign(
                creation.user().id(), creation.tenant(), Set.copyOf(creation.tags(FIELD)), creation.actor());
        return result instanceof UnknownRoles unknown
                ? List.of(new FieldError(
                        FIELD, "role-unknown", "There is no role " + String.join(", ", unknown.roles()) + "."))
                : List.of();
    }
}
