package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.userroles.EffectivePermission;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Permissions as they are, and roles as {@code ROLE_<role>}, in the tenant of the session. */
final class RoleAuthorities implements UserAuthorities {
    private static final String RECIPE = "userroles";

    private final ObjectProvider<Userdeck> userdeck;

    RoleAuthorities(ObjectProvider<Userdeck> userdeck) {
        this.userdeck = userdeck;
    }

    @Override
    public Collection<GrantedAuthority> of(Session session) {
        Userdeck running = userdeck.getObject();
        if (running.recipes().stream().noneMatch(recipe -> recipe.id().value().equals(RECIPE))) {
            return List.of(); // on the class path, and not started
        }
        UserRoles roles = running.recipe(UserRoles.class);
        Scope tenant = Scope.of(session.tenant());
        return Stream.concat(
                        roles.rolesOf(session.userId(), tenant).stream()
                                .map(RoleAssignment::role)
                                .map("ROLE_"::concat),
                        roles.permissionsOf(session.userId(), tenant).stream().map(EffectivePermission::permission))
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
