package dev.userdeck.internal.user.edit;

import static dev.userdeck.audit.AuditActions.USER_TENANT_ADDED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_REMOVED;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.Veto;
import dev.userdeck.internal.tenant.MemberVetoedException;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.internal.user.store.UserRow;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which tenants a user is in. */
public final class Memberships {
    private final UserTransaction work;
    private final UserVetoes vetoes;

    public Memberships(UserTransaction work, UserVetoes vetoes) {
        this.work = work;
        this.vetoes = vetoes;
    }

    public AddToTenantResult add(UserId id, TenantId tenant, Scope scope, Actor actor) {
        if (!scope.covers(tenant)) {
            return new AddToTenantResult.Unknown();
        }
        var conflict = new IdentifierConflict();
        var wanted = new AtomicReference<@Nullable User>();
        try {
            return work.jooq.write(db -> {
                wanted.set(null);
                Found found = work.lockSeen(db, id, scope);
                if (!(found instanceof Locked locked)) {
                    return new AddToTenantResult.Unknown();
                }
                if (locked.user().tenants().contains(tenant)) {
                    return new AddToTenantResult.AlreadyMember();
                }
                wanted.set(UserCopies.in(locked.user(), Set.of(tenant)));
                return add(db, locked.user(), tenant, scope, actor, conflict, wanted);
            });
        } catch (UniqueViolationException e) {
            User there = wanted.get();
            if (there == null) {
                throw e;
            }
            return new AddToTenantResult.Taken(work.taken(conflict, e, there, null));
        } catch (ForeignKeyViolationException e) {
            if (wanted.get() == null) {
                throw e;
            }
            return new AddToTenantResult.Unknown();
        }
    }

    private AddToTenantResult add(
            DSLContext db,
            User before,
            TenantId tenant,
            Scope scope,
            Actor actor,
            IdentifierConflict conflict,
            AtomicReference<@Nullable User> wanted) {
        TenantRows.hold(db, tenant);
        JooqUserRows.insertMembership(db, before, tenant);
        Identifiers.insert(db, before, Identifiers.of(before), Set.of(tenant), conflict);
        JooqUserRows.touch(db, before.id());
        wanted.set(null); // what comes now is not about the tenant
        var done = work.done(
                db,
                before,
                now -> NewAuditEvent.of(USER_TENANT_ADDED, actor).user(now.id()).tenant(tenant));
        return new AddToTenantResult.Added(done.user().within(scope));
    }

    public RemoveFromTenantResult remove(UserId id, TenantId tenant, Scope scope, Actor actor) {
        if (!scope.covers(tenant)) {
            return new RemoveFromTenantResult.Unknown();
        }
        return work.jooq.write(db -> {
            Found found = work.lockSeen(db, id, scope);
            if (!(found instanceof Locked locked)) {
                return new RemoveFromTenantResult.Unknown();
            }
            return remove(db, locked.user(), tenant, scope, actor);
        });
    }

    private RemoveFromTenantResult remove(DSLContext db, User before, TenantId tenant, Scope scope, Actor actor) {
        if (!before.tenants().contains(tenant)) {
            return new RemoveFromTenantResult.NotAMember();
        }
        if (before.tenants().size() == 1) {
            return new RemoveFromTenantResult.LastTenant();
        }
        Optional<Veto> veto = vetoes.onLeaving(before, tenant);
        if (veto.isPresent()) {
            return new RemoveFromTenantResult.Vetoed(veto.get());
        }
        // sessions and identifiers go with it, and what recipes keep there
        db.deleteFrom(UD_USER_TENANT)
                .where(UD_USER_TENANT.USER_ID.eq(before.id().value()))
                .and(UD_USER_TENANT.TENANT_ID.eq(tenant.value()))
                .execute();
        JooqUserRows.touch(db, before.id());
        var done = work.done(
                db,
                before,
                now -> NewAuditEvent.of(USER_TENANT_REMOVED, actor)
                        .user(now.id())
                        .tenant(tenant));
        return new RemoveFromTenantResult.Removed(done.user().within(scope));
    }

    /** All at once, unless somebody is asked: then one by one, as an answer may rest on who is still there. */
    public void leave(DSLContext db, List<String> lockedIds, TenantId tenant, Consumer<List<String>> leave) {
        if (!vetoes.areThere()) {
            leave.accept(lockedIds);
            return;
        }
        var rows = db.selectFrom(UD_USER)
                .where(UD_USER.ID.in(lockedIds))
                .orderBy(UD_USER.ID)
                .fetch(UserRow::of);
        for (User user : work.reader.complete(db, rows, Scope.all())) {
            vetoes.onLeaving(user, tenant).ifPresent(veto -> {
                throw new MemberVetoedException(veto);
            });
            leave.accept(List.of(user.id().value()));
        }
    }
}
