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
    private final @Nullable Function<String, Optional<Operator>> hosts;

    /**
     * Creates it.
     *
     * @param hosts finds an operator of the host's; null when the host doesn't say: then the right at the start counts
     */
    public OperatorRights(JooqOperators operators, @Nullable Function<String, Optional<Operator>> hosts) {
        this.operators = operators;
        this.hosts = hosts;
    }

    /**
     * Whether it is over.
     *
     * @param id of the operator
     * @param isBuiltIn whether the operator is one of ours
     * @param scope the tenants that the job is for
     */
    public boolean lost(String id, boolean isBuiltIn, Permission permission, Scope scope) {
        if (!isBuiltIn && hosts == null) {
            return false;
        }
        Optional<Operator> operator = isBuiltIn || hosts == null ? operators.find(id) : hosts.apply(id);
        return operator.filter(now -> now.may(permission) && covers(now.scope(), scope))
                .isEmpty();
    }

    private static boolean covers(Scope now, Scope then) {
        return now == Scope.all() || (then instanceof Scope.Only only && now.coversAll(only.tenants()));
    }
}
