package dev.userdeck.internal.tenant;

import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static java.util.stream.Collectors.joining;

import dev.userdeck.internal.jooq.tables.records.UdTenantRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of tenants, for those who write users and sessions too. */
public final class TenantRows {
    private TenantRows() {}

    static Tenant toTenant(UdTenantRecord row) {
        var methods = EnumSet.allOf(SignInMethod.class);
        methods.removeIf(method -> isOff(row.getMethodsOff(), method));
        return new Tenant(new TenantId(row.getId()), row.getName(), Instant.ofEpochMilli(row.getCreatedAt()), methods);
    }

    /** A name as it is sorted and searched by. */
    static String nameKey(String name) {
        return ColumnLimits.fitted(Caseless.of(name), UD_TENANT.NAME_KEY);
    }

    static String methodsOff(Set<SignInMethod> off) {
        return off.isEmpty() ? "" : off.stream().map(ConstantNames::of).collect(joining(",", ",", ","));
    }

    /** Whether {@code methods_off} of a tenant's row has this method in it. */
    public static boolean isOff(String methodsOff, SignInMethod method) {
        return methodsOff.contains("," + ConstantNames.of(method) + ",");
    }

    /** The same in SQL, of the tenant with this id and by a {@link #pattern}. */
    public static Condition isOff(Field<String> tenant, Field<String> pattern) {
        return exists(
                selectOne().from(UD_TENANT).where(UD_TENANT.ID.eq(tenant)).and(UD_TENANT.METHODS_OFF.like(pattern)));
    }

    /** What {@code methods_off} is like where this method is off. */
    public static String pattern(SignInMethod method) {
        return "%," + ConstantNames.of(method) + ",%";
    }

    /**
     * Reads {@code methods_off} for a transaction that makes someone a member: the tenant can't be deleted before it
     * ends. The foreign key of the membership sees to that, or else the tenant is locked here.
     *
     * @return null when there is no such tenant
     */
    public static @Nullable String hold(DSLContext db, TenantId tenant) {
        var select = db.select(UD_TENANT.METHODS_OFF).from(UD_TENANT).where(UD_TENANT.ID.eq(tenant.value()));
        return Dialect.of(db).locksReferencedRows()
                ? select.fetchOne(UD_TENANT.METHODS_OFF)
                : select.forUpdate().fetchOne(UD_TENANT.METHODS_OFF);
    }

    /** The same without holding the tenant: the answer may be another one in a moment. */
    public static @Nullable String methodsOff(DSLContext db, TenantId tenant) {
        return db.select(UD_TENANT.METHODS_OFF)
                .from(UD_TENANT)
                .where(UD_TENANT.ID.eq(tenant.value()))
                .fetchOne(UD_TENANT.METHODS_OFF);
    }

    /** {@link #hold} of several, by id; those that aren't there are left out. */
    public static Map<String, String> hold(DSLContext db, Collection<String> tenants) {
        var select = db.select(UD_TENANT.ID, UD_TENANT.METHODS_OFF)
                .from(UD_TENANT)
                .where(UD_TENANT.ID.in(tenants))
                .orderBy(UD_TENANT.ID);
        return Dialect.of(db).locksReferencedRows()
                ? select.fetchMap(UD_TENANT.ID, UD_TENANT.METHODS_OFF)
                : select.forUpdate().fetchMap(UD_TENANT.ID, UD_TENANT.METHODS_OFF);
    }
}
