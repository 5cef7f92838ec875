package dev.userdeck.internal.tenant;

import static dev.userdeck.audit.AuditActions.TENANT_CREATED;
import static dev.userdeck.audit.AuditActions.TENANT_METHOD_ALLOWED;
import static dev.userdeck.audit.AuditActions.TENANT_METHOD_FORBIDDEN;
import static dev.userdeck.audit.AuditActions.TENANT_RENAMED;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.jooq.tables.records.UdTenantRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.CreateTenantResult;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantQuery;
import dev.userdeck.tenant.TenantSummary;
import dev.userdeck.tenant.TenantUsage;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.tenant.UpdateTenantResult;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.PlainText;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tenants on jOOQ. Listing them is {@link TenantPages}', deleting one {@link TenantDeletion}'s. */
public final class JooqTenants implements Tenants {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final AuditTrail audit;
    private final TenantPages pages;
    private final TenantDeletion deletion;

    /** Creates it. */
    public JooqTenants(JooqDatabase jooq, Clock clock, AuditTrail audit, Users users, MemberRemoval departure) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
        this.pages = new TenantPages(jooq);
        this.deletion = new TenantDeletion(jooq, audit, users, departure);
    }

    /** Makes the tenant that always exists, unless it is there. */
    public void ensurePublic() {
        if (find(TenantId.PUBLIC).isEmpty()) {
            create(TenantId.PUBLIC, "Public", Actor.system());
        }
    }

    @Override
    public CreateTenantResult create(TenantId id, String name, Actor actor) {
        List<FieldError> errors = errors(name);
        if (!errors.isEmpty()) {
            return new CreateTenantResult.Refused(errors);
        }
        String tidy = PlainText.tidy(name);
        var t = UD_TENANT;
        try {
            return jooq.write(db -> {
                UdTenantRecord row = db.newRecord(t);
                row.setId(id.value());
                row.setName(tidy);
                row.setNameKey(TenantRows.nameKey(tidy));
                row.setMethodsOff("");
                row.setCreatedAt(clock.millis());
                db.insertInto(t).set(row).execute();
                audit.record(NewAuditEvent.of(TENANT_CREATED, actor).tenant(id).change("name", null, tidy));
                return new CreateTenantResult.Created(TenantRows.toTenant(row));
            });
        } catch (UniqueViolationException e) {
            return new CreateTenantResult.IdTaken(id);
        }
    }

    private static List<FieldError> errors(String name) {
        return Tenant.problemOf(name).stream()
                .map(problem -> new FieldError("name", "tenant-name-invalid", problem))
                .toList();
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return jooq.read(db ->
                db.selectFrom(UD_TENANT).where(UD_TENANT.ID.eq(id.value())).fetchOptional(TenantRows::toTenant));
    }

    @Override
    public List<Tenant> listAll(Scope scope) {
        return jooq.read(db -> db.selectFrom(UD_TENANT)
                .where(Scopes.covers(scope, UD_TENANT.ID))
                .orderBy(UD_TENANT.ID)
                .fetch(TenantRows::toTenant));
    }

    @Override
    public Page<TenantSummary> list(TenantQuery query) {
        return pages.page(query);
    }

    @Override
    public Optional<TenantUsage> usage(TenantId id) {
        return jooq.read(db -> db.fetchExists(UD_TENANT, UD_TENANT.ID.eq(id.value()))
                ? Optional.of(TenantCounts.usage(db, id))
                : Optional.empty());
    }

    @Override
    public UpdateTenantResult rename(TenantId id, String name, Actor actor) {
        requireNonNull(actor, "actor");
        List<FieldError> errors = errors(name);
        if (!errors.isEmpty()) {
            return new UpdateTenantResult.Refused(errors);
        }
        String tidy = PlainText.tidy(name);
        return updated(id, (db, row) -> {
            if (!row.getName().equals(tidy)) {
                audit.record(NewAuditEvent.of(TENANT_RENAMED, actor).tenant(id).change("name", row.getName(), tidy));
                row.setName(tidy);
                row.setNameKey(TenantRows.nameKey(tidy));
                update(db, row);
            }
        });
    }

    @Override
    public UpdateTenantResult allow(TenantId id, SignInMethod method, Actor actor) {
        return switchTo(id, requireNonNull(method, "method"), true, requireNonNull(actor, "actor"));
    }

    @Override
    public UpdateTenantResult forbid(TenantId id, SignInMethod method, Actor actor) {
        return switchTo(id, requireNonNull(method, "method"), false, requireNonNull(actor, "actor"));
    }

    private UpdateTenantResult switchTo(TenantId id, SignInMethod method, boolean on, Actor actor) {
        return updated(id, (db, row) -> {
            Tenant before = TenantRows.toTenant(row);
            if (before.allows(method) == on) {
                return;
            }
            Set<SignInMethod> off = EnumSet.allOf(SignInMethod.class);
            off.removeAll(before.methods());
            if (on) {
                off.remove(method);
            } else {
                off.add(method);
            }
            row.setMethodsOff(TenantRows.methodsOff(off));
            update(db, row);
            audit.record(NewAuditEvent.of(on ? TENANT_METHOD_ALLOWED : TENANT_METHOD_FORBIDDEN, actor)
                    .tenant(id)
                    .target(ConstantNames.of(method)));
        });
    }

    private UpdateTenantResult updated(TenantId id, BiConsumer<DSLContext, UdTenantRecord> change) {
        return jooq.write(db -> locked(db, id)
                .<UpdateTenantResult>map(row -> {
                    change.accept(db, row);
                    return new UpdateTenantResult.Updated(TenantRows.toTenant(row));
                })
                .orElseGet(UpdateTenantResult.Unknown::new));
    }

    private static Optional<UdTenantRecord> locked(DSLContext db, TenantId id) {
        return db.selectFrom(UD_TENANT)
                .where(UD_TENANT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional();
    }

    private static void update(DSLContext db, UdTenantRecord row) {
        db.update(UD_TENANT).set(row).where(UD_TENANT.ID.eq(row.getId())).execute();
    }

    @Override
    public DeleteTenantResult delete(TenantId id, @Nullable TenantUsers users, int most, Actor actor) {
        requireNonNull(actor, "actor");
        if (most < 1) {
            throw new IllegalArgumentException("At least one user is dealt with in a call, not " + most);
        }
        if (users instanceof TenantUsers.MoveTo move && move.tenant().equals(id)) {
            throw new IllegalArgumentException("Users can't be moved to the tenant that is deleted: " + id);
        }
        if (id.equals(TenantId.PUBLIC)) {
            return new DeleteTenantResult.IsPublic();
        }
        if (users == null) {
            return deletion.plain(id, actor);
        }
        if (users instanceof TenantUsers.MoveTo move && find(move.tenant()).isEmpty()) {
            return new DeleteTenantResult.Unknown(move.tenant());
        }
        return find(id).isEmpty() ? new DeleteTenantResult.Unknown(id) : deletion.emptied(id, users, most, actor);
    }
}
