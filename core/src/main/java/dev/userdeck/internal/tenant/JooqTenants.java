package dev.userdeck.internal.tenant;

import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static org.jooq.impl.DSL.noCondition;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.jooq.tables.records.UdTenantRecord;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tenants on jOOQ. */
public final class JooqTenants implements Tenants {
    private final Jooq jooq;
    private final Clock clock;
    private final AuditTrail audit;

    /** Creates it. */
    public JooqTenants(Jooq jooq, Clock clock, AuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes the tenant that always exists, unless it is there. */
    public void ensurePublic() {
        if (find(TenantId.PUBLIC).isEmpty()) {
            create(TenantId.PUBLIC, "Public", Actor.system());
        }
    }

    @Override
    public Optional<Tenant> create(TenantId id, String name, Actor actor) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > 255) {
            throw new IllegalArgumentException("A tenant's name has 1 to 255 characters, not " + trimmed.length());
        }
        var tenant = new Tenant(id, trimmed, Instant.ofEpochMilli(clock.millis()));
        try {
            return jooq.write(db -> {
                db.insertInto(UD_TENANT, UD_TENANT.ID, UD_TENANT.NAME, UD_TENANT.CREATED_AT)
                        .values(id.value(), trimmed, tenant.createdAt().toEpochMilli())
                        .execute();
                audit.record(NewAuditEvent.of("tenant.created", actor).in(id).change("name", null, trimmed));
                return Optional.of(tenant);
            });
        } catch (UniqueViolationException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return jooq.read(db ->
                db.selectFrom(UD_TENANT).where(UD_TENANT.ID.eq(id.value())).fetchOptional(JooqTenants::toTenant));
    }

    @Override
    public List<Tenant> list(Scope scope) {
        return jooq.read(db -> db.selectFrom(UD_TENANT)
                .where(
                        scope instanceof Scope.Only only
                                ? UD_TENANT.ID.in(only.tenants().stream()
                                        .map(TenantId::value)
                                        .toList())
                                : noCondition())
                .orderBy(UD_TENANT.ID)
                .fetch(JooqTenants::toTenant));
    }

    private static Tenant toTenant(UdTenantRecord row) {
        return new Tenant(new TenantId(row.getId()), row.getName(), Instant.ofEpochMilli(row.getCreatedAt()));
    }
}
