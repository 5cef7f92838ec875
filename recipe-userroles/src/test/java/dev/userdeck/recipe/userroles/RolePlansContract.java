package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.Plans;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of a permission, and the list by role, read indexes on every engine. */
abstract class RolePlansContract extends RolesGround {
    @Test
    void noStatementReadsAWholeTable() {
        aRole("member", "news:read");
        aRole("editor", "news:read", "news:write");
        ManyUsers.fill(database, users -> {
            String table = "ud_userroles_assignment (user_id, tenant_id, role, assigned_at)";
            users.insert(table, "id, 'public', 'member', 1");
            users.insert(table, "id, 'public', 'editor', 1 where mod(i, 1000) = 1");
        });
        var plans = new Plans(database);
        var filter = userdeck.recipes().get(0).dashboard().filters().get(0);
        var rare = new UserId(ManyUsers.id(1));

        plans.assertIndexed(
                "a permission",
                () -> assertThat(roles.hasPermission(rare, TenantId.PUBLIC, "news:write"))
                        .isTrue());
        plans.assertIndexed("the roles of a user", () -> roles.rolesOf(rare, Scope.all()));
        plans.assertIndexed("the permissions of a user", () -> roles.permissionsOf(rare, Scope.all()));
        for (String role : List.of("member", "editor")) {
            var holding = filter.condition().apply(new Chosen(List.of(role), null, null, Scope.all()));
            plans.assertIndexed(
                    "the holders of " + role,
                    () -> roles.usersWith(RoleHolderQuery.of(role, Scope.all()).size(10)));
            plans.assertIndexed(
                    "the list of " + role,
                    () -> userdeck.users()
                            .list(UserQuery.of(Scope.all()).matching(holding).size(10)));
        }
    }
}
