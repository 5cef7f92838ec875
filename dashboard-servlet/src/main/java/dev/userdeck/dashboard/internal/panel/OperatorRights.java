package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import org.jspecify.annotations.Nullable;

/** What an operator may call; the capabilities document says the same as the dispatch does. */
final class OperatorRights {
    private OperatorRights() {}

    static boolean allows(Operator operator, Route route) {
        @Nullable Permission permission = route.permission();
        return permission != null
                && operator.may(permission)
                && (!operator.readOnly() || route.changesNothing())
                && (route.scopeKind() != ScopeKind.APP || operator.scope() == Scope.all());
    }

    /** Whether the operator may filter by it, and choose what by. */
    static boolean offers(Operator operator, UsersFilter filter) {
        return operator.may(filter.permission())
                && FilterKinds.choices(filter)
                        .map(UsersFilter.Choices::route)
                        .map(route -> allows(operator, route))
                        .orElse(true);
    }
}
