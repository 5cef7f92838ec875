package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_FACTOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_PRESET;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_TOKEN;
import static dev.userdeck.libs.org.jooq.impl.DSL.count;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.max;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.notExists;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Record;
import dev.userdeck.libs.org.jooq.SelectJoinStep;
import dev.userdeck.libs.org.jooq.SelectSelectStep;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorStatus;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads operators with their presets and tenants: one statement, with a row for each tenant. */
final class OperatorReader {
    static final String ACTIVE = ConstantNames.of(OperatorStatus.ACTIVE);
    static final String ALL = "all";
    static final String SOME = "some";

    private static final Field<Boolean> HAS_FACTOR = field(
            exists(selectOne().from(UD_OPERATOR_FACTOR).where(UD_OPERATOR_FACTOR.OPERATOR_ID.eq(UD_OPERATOR.ID))));

    private final Clock clock;

    OperatorReader(Clock clock) {
        this.clock = clock;
    }

    /** All that {@link #row} needs. */
    static SelectJoinStep<Record> joined(SelectSelectStep<Record> fields) {
        var o = UD_OPERATOR;
        var p = UD_OPERATOR_PRESET;
        var t = UD_OPERATOR_TENANT;
        return fields.select(o.fields())
                .select(p.ID, p.NAME, p.PERMISSIONS, t.TENANT_ID, HAS_FACTOR)
                .from(o)
                .leftJoin(p)
                .on(p.ID.eq(o.OWN_PRESET_ID))
                .leftJoin(t)
                .on(t.OPERATOR_ID.eq(o.ID));
    }

    /** The operator that these rows of {@link #joined} are of. */
    static OperatorRow row(List<? extends Record> rows) {
        Record first = rows.get(0);
        UdOperatorRecord operator = first.into(UD_OPERATOR);
        String builtIn = operator.getPreset();
        Preset preset = builtIn == null ? own(first) : Preset.valueOf(builtIn);
        return new OperatorRow(operator, preset, scope(operator, rows), first.get(HAS_FACTOR));
    }

    private static Preset own(Record row) {
        var p = UD_OPERATOR_PRESET;
        return Preset.of(row.get(p.ID), row.get(p.NAME), permissions(row.get(p.PERMISSIONS)));
    }

    /** The names in {@code ud_operator_preset.permissions}. */
    static Set<String> permissions(String kept) {
        return kept.isEmpty() ? Set.of() : Set.of(kept.split(" ", -1));
    }

    private static @Nullable Scope scope(UdOperatorRecord operator, List<? extends Record> rows) {
        if (operator.getTenantScope().equals(ALL)) {
            return Scope.all();
        }
        List<TenantId> tenants = rows.stream()
                .map(row -> row.get(UD_OPERATOR_TENANT.TENANT_ID))
                .flatMap(Stream::ofNullable)
                .map(TenantId::new)
                .toList();
        return tenants.isEmpty() ? null : Scope.of(tenants);
    }

    static Optional<OperatorRow> find(DSLContext db, Condition which) {
        List<Record> rows = joined(db.select()).where(which).fetch();
        return rows.isEmpty() ? Optional.empty() : Optional.of(row(rows));
    }

    /** The operators who work in no tenant beyond {@code scope}. */
    static Condition within(Scope scope) {
        if (scope.equals(Scope.all())) {
            return noCondition();
        }
        var t = UD_OPERATOR_TENANT.as("held");
        var own = selectOne().from(t).where(t.OPERATOR_ID.eq(UD_OPERATOR.ID));
        return UD_OPERATOR
                .TENANT_SCOPE
                .eq(SOME)
                .and(exists(own))
                .and(notExists(selectOne()
                        .from(t)
                        .where(t.OPERATOR_ID.eq(UD_OPERATOR.ID))
                        .and(Scopes.covers(scope, t.TENANT_ID).not())));
    }

    Optional<OperatorAccount> account(DSLContext db, Condition which) {
        return accounts(db, which).stream().findFirst();
    }

    /** By name. */
    List<OperatorAccount> accounts(DSLContext db, Condition which) {
        var o = UD_OPERATOR;
        var k = UD_OPERATOR_TOKEN;
        Field<@Nullable Long> link = field(
                select(max(k.EXPIRES_AT)).from(k).where(k.OPERATOR_ID.eq(o.ID)).and(k.EXPIRES_AT.gt(clock.millis())));
        var other = UD_OPERATOR.as("owner");
        Field<Integer> owners = field(select(count())
                .from(other)
                .where(other.PRESET.eq(Preset.OWNER.id()))
                .and(other.TENANT_SCOPE.eq(ALL))
                .and(other.STATUS.eq(ACTIVE)));
        Map<String, List<Record>> byId = new LinkedHashMap<>();
        joined(db.select(List.of(link, owners)))
                .where(which)
                .orderBy(o.SORT_KEY, o.ID)
                .forEach(row -> byId.computeIfAbsent(row.get(o.ID), id -> new ArrayList<>())
                        .add(row));
        return byId.values().stream()
                .map(rows ->
                        account(row(rows), rows.get(0).get(link), rows.get(0).get(owners)))
                .toList();
    }

    private static OperatorAccount account(OperatorRow it, @Nullable Long link, int owners) {
        UdOperatorRecord row = it.row();
        Long signedIn = row.getLastSignInAt();
        return new OperatorAccount(
                row.getId(),
                row.getEmail(),
                row.getName(),
                it.status(),
                it.preset(),
                it.scope(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                signedIn == null ? null : Instant.ofEpochMilli(signedIn),
                link == null ? null : Instant.ofEpochMilli(link),
                owners == 1 && it.mayEnter() && isOwner(it.preset(), it.scope()),
                it.hasFactor(),
                it.preferences());
    }

    /** Whether this is the access of an owner of all tenants. */
    static boolean isOwner(Preset preset, @Nullable Scope scope) {
        return preset.equals(Preset.OWNER) && Scope.all().equals(scope);
    }
}
