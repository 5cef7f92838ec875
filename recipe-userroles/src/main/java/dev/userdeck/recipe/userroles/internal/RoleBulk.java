package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Foreseen;
import dev.userdeck.dashboard.spi.BulkAction.Task;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assigns roles to many users, in each of their tenants that the job is about. */
final class RoleBulk {
    private final DefaultUserRoles roles;

    RoleBulk(DefaultUserRoles roles) {
        this.roles = roles;
    }

    BulkAction assign(Route options) {
        Text label = Text.of("userroles.assign", "Assign roles");
        return new BulkAction("assign", label, RoleTexts.ICON, ROLES_ASSIGN, options, this::check, this::assigned)
                .valuesLabel(RoleTexts.TITLE)
                .keepingToScope()
                .dryRun(this::foreseen);
    }

    private List<FieldError> check(List<String> names, Operator operator) {
        List<String> unknown =
                names.stream().filter(name -> roles.find(name).isEmpty()).toList();
        return unknown.isEmpty()
                ? roles.privileges().errors("values", names, operator)
                : List.of(new FieldError(
                        "values", "role-unknown", "There is no role " + String.join(", ", unknown) + "."));
    }

    private BulkOutcome assigned(User user, Task task) {
        BulkOutcome outcome = Done.UNCHANGED;
        for (TenantId tenant : tenants(user, task)) {
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

    /** Those who have all of the roles in all of these tenants are left as they are. */
    private Foreseen foreseen(List<User> users, Task task) {
        var held = roles.rolesOf(users.stream().map(User::id).toList(), task.scope());
        Map<UserId, BulkOutcome> outcomes = new HashMap<>();
        Map<TenantId, Long> already = new HashMap<>();
        for (User user : users) {
            List<RoleAssignment> ofUser = held.getOrDefault(user.id(), List.of());
            List<TenantId> tenants = tenants(user, task);
            List<TenantId> with = tenants.stream()
                    .filter(tenant -> ofUser.stream()
                            .filter(role -> role.tenant().equals(tenant))
                            .map(RoleAssignment::role)
                            .toList()
                            .containsAll(task.values()))
                    .toList();
            with.forEach(tenant -> already.merge(tenant, 1L, Long::sum));
            outcomes.put(user.id(), with.size() == tenants.size() ? Done.UNCHANGED : Done.DONE);
        }
        return new Foreseen(outcomes, already);
    }

    private static List<TenantId> tenants(User user, Task task) {
        return user.tenants().stream()
                .filter(task.scope()::covers)
                .sorted(Comparator.comparing(TenantId::value))
                .toList();
    }
}
