package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Task;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.Comparator;
import java.util.List;

/** Assigns roles to many users, in each of their tenants that the job is about. */
final class RoleBulk {
    private final UserRoles roles;

    RoleBulk(UserRoles roles) {
        this.roles = roles;
    }

    BulkAction assign(Route options) {
        Text label = Text.of("userroles.assign", "Assign roles");
        return new BulkAction("assign", label, RoleTexts.ICON, ROLES_ASSIGN, options, this::check, this::assigned)
                .keepingToScope();
    }

    private List<FieldError> check(List<String> names) {
        List<String> unknown =
                names.stream().filter(name -> roles.find(name).isEmpty()).toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of(new FieldError(
                        "values", "role-unknown", "There is no role " + String.join(", ", unknown) + "."));
    }

    private BulkOutcome assigned(User user, Task task) {
        BulkOutcome outcome = Done.UNCHANGED;
        List<TenantId> tenants = user.tenants().stream()
                .filter(task.scope()::covers)
                .sorted(Comparator.comparing(TenantId::value))
                .toList();
        for (TenantId tenant : tenants) {
            AssignRolesResult result = roles.assign(user.id(), tenant, task.values(), task.actor());
            if (result instanceof AssignRolesResult.UnknownRoles unknown) {
                return new Refused("role-unknown", "There is no role " + String.join(", ", unknown.roles()) + ".");
            }
            if (result instanceof AssignRolesResult.Assigned assigned
                    && !assigned.added().isEmpty()) {
                outcome = Done.DONE;
            }
        }
        return outcome;
    }
}
