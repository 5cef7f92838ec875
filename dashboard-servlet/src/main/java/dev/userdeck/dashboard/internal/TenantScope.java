package dev.userdeck.dashboard.internal;

import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;

/** The tenants that a request is about. */
final class TenantScope {
    private TenantScope() {}

    /** The one that was asked for, if it is within reach; else all that are. */
    static Scope of(Request<?> request, Parameter<String> parameter) {
        String tenant = request.get(parameter);
        if (tenant == null) {
            return request.scope();
        }
        if (!TenantId.isValid(tenant) || !request.scope().covers(new TenantId(tenant))) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("There is no such tenant.")
                    .exception();
        }
        return Scope.of(new TenantId(tenant));
    }
}
