package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.List;

/** What a {@link Scope} is in SQL, and in the fingerprint of a query. */
public final class Scopes {

    private Scopes() {}

    /** Rows whose tenant the scope covers; rows without a tenant are in no scope but {@link Scope#all()}. */
    public static Condition covers(Scope scope, Field<String> tenant) {
        return within(scope, tenant).condition();
    }

    /** The same for a statement that is rendered once. */
    public static SqlFragment within(Scope scope, Field<String> tenant) {
        return scope instanceof Scope.Only only ? SqlFragment.in(tenant, ids(only)) : SqlFragment.none();
    }

    /** The same text for the same scope. */
    public static String describe(Scope scope) {
        return scope instanceof Scope.Only only ? String.join(",", ids(only)) : "*";
    }

    private static List<String> ids(Scope.Only only) {
        return only.tenants().stream().map(TenantId::value).sorted().toList();
    }
}
