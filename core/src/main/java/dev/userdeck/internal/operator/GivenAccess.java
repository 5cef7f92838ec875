package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_PRESET;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_TENANT;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An access that an operator is to have, as the database knows it: with the permissions of an own preset that are kept, whatever
 * the caller thinks they are.
 *
 * @param errors why it can't be given; then the access is as asked for
 */
record GivenAccess(Access access, List<FieldError> errors) {

    /** Looks it up, in a transaction that holds {@link OperatorLock}: the tenants stay until its end, as the preset does. */
    static GivenAccess of(DSLContext db, Access asked) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Preset> preset = kept(db, asked.preset());
        if (preset.isEmpty()) {
            errors.add(new FieldError("preset", "preset-unknown", "There is no such preset any more."));
        }
        List<String> tenants = tenants(asked.scope());
        if (TenantRows.hold(db, tenants).size() < tenants.size()) {
            errors.add(new FieldError("tenants", "tenant-unknown", "There is no such tenant any more."));
        }
        return new GivenAccess(new Access(preset.orElse(asked.preset()), asked.scope()), errors);
    }

    private static Optional<Preset> kept(DSLContext db, Preset asked) {
        if (asked.isBuiltIn()) {
            return Optional.of(asked);
        }
        var p = UD_OPERATOR_PRESET;
        return db.selectFrom(p)
                .where(p.ID.eq(asked.id()))
                .fetchOptional(
                        row -> Preset.of(row.getId(), row.getName(), OperatorReader.permissions(row.getPermissions())));
    }

    private static List<String> tenants(Scope scope) {
        Collection<TenantId> some = scope instanceof Scope.Only only ? only.tenants() : List.of();
        return some.stream().map(TenantId::value).sorted().toList();
    }

    /** Puts it into a row. */
    void into(UdOperatorRecord row) {
        Preset preset = access.preset();
        row.setPreset(preset.isBuiltIn() ? preset.id() : null);
        row.setOwnPresetId(preset.isBuiltIn() ? null : preset.id());
        row.setTenantScope(access.scope().equals(Scope.all()) ? OperatorReader.ALL : OperatorReader.SOME);
    }

    /** Gives it to an operator who is there. */
    void write(DSLContext db, String operatorId) {
        UdOperatorRecord row = db.newRecord(UD_OPERATOR);
        into(row);
        db.update(UD_OPERATOR).set(row).where(UD_OPERATOR.ID.eq(operatorId)).execute();
        db.deleteFrom(UD_OPERATOR_TENANT)
                .where(UD_OPERATOR_TENANT.OPERATOR_ID.eq(operatorId))
                .execute();
        writeTenants(db, operatorId);
    }

    void writeTenants(DSLContext db, String operatorId) {
        var t = UD_OPERATOR_TENANT;
        for (String tenant : tenants(access.scope())) {
            db.insertInto(t, t.OPERATOR_ID, t.TENANT_ID)
                    .values(operatorId, tenant)
                    .execute();
        }
    }
}
