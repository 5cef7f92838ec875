package dev.userdeck.dashboard.internal.api;

import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.Tenants;
import org.jspecify.annotations.Nullable;

/** The tenants that a request is about. */
final class TenantScope {
    private TenantScope() {}

    /**
     * The one that was asked for; all within reach if none was.
     *
     * @throws dev.userdeck.http.spi.ProblemException 404 if it is not there, or out of reach
     */
    static Scope of(Tenants tenants, Request<?> request, Parameter<String> parameter) {
        return of(tenants, request.scope(), request.get(parameter));
    }

    /** The same, of the tenants of {@code scope}. */
    static Scope of(Tenants tenants, Scope scope, @Nullable String tenant) {
        if (tenant == null) {
            return scope;
        }
        if (!TenantId.isValid(tenant)
                || !scope.covers(new TenantId(tenant))
                || !isThere(tenants, new TenantId(tenant))) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("There is no such tenant.")
                    .exception();
        }
        return Scope.of(new TenantId(tenant));
    }

    /** The public one always is, and is what most ask for. */
    private static boolean isThere(Tenants tenants, TenantId tenant) {
        return tenant.equals(TenantId.PUBLIC) || tenants.find(tenant).isPresent();
    }
}
