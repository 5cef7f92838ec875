package dev.userdeck.internal.operator;

import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether an operator may still do what a job does for them. */
public final class OperatorRights {
    private final JooqOperators operators;
    private final Function<String, Optional<Operator>> keys;
    private final @Nullable Function<String, Optional<Operator>> hosts;

    /**
     * Creates it.
     *
     * @param keys finds an API key that is good
     * @param hosts finds an operator of the host's; null when the host doesn't say: then the right at the start counts
     */
    public OperatorRights(
            JooqOperators operators,
            Function<String, Optional<Operator>> keys,
            @Nullable Function<String, Optional<Operator>> hosts) {
        this.operators = operators;
        this.keys = keys;
        this.hosts = hosts;
    }

    /**
     * Whether it is over.
     *
     * @param kind how the operator is known
     * @param id of the operator
     * @param scope the tenants that the job is for
     */
    public boolean lost(Operator.Kind kind, String id, Permission permission, Scope scope) {
        var find = finder(kind);
        return find != null && isLost(find.apply(id), permission, scope);
    }

    private @Nullable Function<String, Optional<Operator>> finder(Operator.Kind kind) {
        return switch (kind) {
            case HOST -> hosts;
            case BUILT_IN -> operators::find;
            case API_KEY -> keys;
        };
    }

    private static boolean isLost(Optional<Operator> operator, Permission permission, Scope scope) {
        return operator.filter(now -> now.may(permission) && covers(now.scope(), scope))
                .isEmpty();
    }

    private static boolean covers(Scope now, Scope then) {
        return now == Scope.all() || (then instanceof Scope.Only only && now.coversAll(only.tenants()));
    }
}
