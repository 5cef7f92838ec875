package dev.userdeck.internal.bulk;

import dev.userdeck.internal.jooq.tables.records.UdBulkJobRecord;
import dev.userdeck.internal.operator.JooqOperators;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether an operator may still do what a job does. */
final class OperatorRights {
    private final JooqOperators operators;
    private final @Nullable Function<String, Optional<Operator>> hosts;

    /**
     * Creates it.
     *
     * @param hosts finds an operator of the host's; null when the host doesn't say: then the right at the start counts
     */
    OperatorRights(JooqOperators operators, @Nullable Function<String, Optional<Operator>> hosts) {
        this.operators = operators;
        this.hosts = hosts;
    }

    boolean lost(UdBulkJobRecord job, Permission permission, Scope scope) {
        boolean builtIn = job.getBuiltIn() == 1;
        if (!builtIn && hosts == null) {
            return false;
        }
        Optional<Operator> operator =
                builtIn || hosts == null ? operators.find(job.getOperatorId()) : hosts.apply(job.getOperatorId());
        return operator.filter(now -> now.may(permission) && covers(now.scope(), scope))
                .isEmpty();
    }

    private static boolean covers(Scope now, Scope then) {
        return now == Scope.all() || (then instanceof Scope.Only only && now.coversAll(only.tenants()));
    }
}
