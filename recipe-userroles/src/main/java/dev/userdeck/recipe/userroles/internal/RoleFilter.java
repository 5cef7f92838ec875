package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.userroles.RolePermissions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Filters the users list by role. */
final class RoleFilter {
    static final String ID = "role";

    private final Database database;

    RoleFilter(Database database) {
        this.database = database;
    }

    /** Users who hold any of the chosen roles, in a tenant of the operator's. */
    UsersFilter filter(Route options) {
        return new UsersFilter(
                ID,
                Text.of("userroles.role", "Role"),
                RolePermissions.ROLES_READ,
                new AnyOf(Choices.from(options)),
                this::condition);
    }

    private UserCondition condition(Chosen chosen) {
        List<String> roles = chosen.values().stream().filter(RoleRules::isName).toList();
        if (roles.isEmpty()) {
            // no role has this name
            roles = List.of("");
        }
        var binds = new ArrayList<Object>(roles);
        String held = "a.role in " + marks(roles.size());
        if (chosen.scope() instanceof Scope.Only only) {
            binds.addAll(only.tenants().stream().map(TenantId::value).sorted().toList());
            held += " and a.tenant_id in " + marks(only.tenants().size());
        }
        String assignments = database.table("ud_userroles_assignment");
        return UserCondition.of(
                        "exists (select 1 from %s a where a.user_id = {user} and %s)".formatted(assignments, held),
                        binds.toArray())
                .ids("select distinct a.user_id from %s a where %s".formatted(assignments, held));
    }

    private static String marks(int size) {
        return "(" + String.join(", ", Collections.nCopies(size, "?")) + ")";
    }
}
