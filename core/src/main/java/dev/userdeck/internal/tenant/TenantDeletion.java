package dev.userdeck.internal.tenant;

import static dev.userdeck.audit.AuditActions.TENANT_DELETED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_MOVED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_REMOVED;
import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static java.util.stream.Collectors.toSet;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.Veto;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.DeleteTenantResult.Deleted;
import dev.userdeck.tenant.DeleteTenantResult.HasUsers;
import dev.userdeck.tenant.DeleteTenantResult.IdentifiersTaken;
import dev.userdeck.tenant.DeleteTenantResult.NotYet;
import dev.userdeck.tenant.DeleteTenantResult.Unknown;
import dev.userdeck.tenant.DeleteTenantResult.Vetoed;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Empties a tenant and deletes it. Users are taken in the order they joined; whoever locks a user's row and a tenant's
 * locks the user's first, as the last step, which locks the tenant's, finds no users any more.
 */
final class TenantDeletion {
    private static final int BATCH = 100;

    private final JooqDatabase jooq;
    private final AuditTrail audit;
    private final Users users;
    private final MemberRemoval departure;

    TenantDeletion(JooqDatabase jooq, AuditTrail audit, Users users, MemberRemoval departure) {
        this.jooq = jooq;
        this.audit = audit;
        this.users = users;
        this.departure = departure;
    }

    /** Deletes the tenant if it has no users. */
    DeleteTenantResult plain(TenantId id, Actor actor) {
        return jooq.write(db -> {
            if (!lock(db, id)) {
                return new Unknown(id);
            }
            long members = TenantCounts.users(db, List.of(id.value()), TenantCounts.MOST)
                    .getOrDefault(id.value(), 0L);
            if (members > 0) {
                return new HasUsers(members);
            }
            db.deleteFrom(UD_TENANT).where(UD_TENANT.ID.eq(id.value())).execute();
            audit.record(NewAuditEvent.of(TENANT_DELETED, actor).tenant(id));
            return new Deleted(0);
        });
    }

    /** Sees the users off, then deletes it; those who join meanwhile are seen off too. */
    DeleteTenantResult emptied(TenantId id, TenantUsers choice, int most, Actor actor) {
        if (choice instanceof TenantUsers.MoveTo move) {
            long clashes = clashes(id, move.tenant());
            if (clashes > 0) {
                return new IdentifiersTaken(clashes);
            }
        }
        int gone = 0;
        while (gone < most) {
            Batch batch;
            try {
                batch = seeOff(id, choice, Math.min(BATCH, most - gone), actor);
            } catch (UniqueViolationException e) {
                return new IdentifiersTaken(Math.max(1, clashes(id, destination(choice, e))));
            }
            gone += batch.gone();
            if (batch.veto() != null) {
                return new Vetoed(batch.veto(), gone);
            }
            if (batch.gone() == 0) {
                DeleteTenantResult end = plain(id, actor);
                if (!(end instanceof HasUsers)) {
                    return end instanceof Deleted ? new Deleted(gone) : end;
                }
            }
        }
        DeleteTenantResult end = plain(id, actor);
        if (end instanceof HasUsers) {
            return new NotYet(gone);
        }
        return end instanceof Deleted ? new Deleted(gone) : end;
    }

    private static TenantId destination(TenantUsers choice, RuntimeException otherwise) {
        if (choice instanceof TenantUsers.MoveTo move) {
            return move.tenant();
        }
        throw otherwise;
    }

    private long clashes(TenantId from, TenantId to) {
        return jooq.read(db -> TenantCounts.clashes(db, from, to));
    }

    private Batch seeOff(TenantId id, TenantUsers choice, int most, Actor actor) {
        int gone = 0;
        try {
            if (choice instanceof TenantUsers.MoveTo move) {
                return new Batch(jooq.write(db -> move(db, id, move.tenant(), most, actor)), null);
            }
            for (String user : jooq.read(db -> next(db, id, most))) {
                delete(new UserId(user), id, actor);
                gone++;
            }
            return new Batch(gone, null);
        } catch (MemberVetoedException e) {
            return new Batch(gone, e.veto());
        }
    }

    /** How many are gone, and what keeps the next one, if anything does. */
    private record Batch(int gone, @Nullable Veto veto) {}

    private static List<String> next(DSLContext db, TenantId tenant, int most) {
        var m = UD_USER_TENANT;
        return db.select(m.USER_ID)
                .from(m)
                .where(m.TENANT_ID.eq(tenant.value()))
                .orderBy(m.JOINED_AT, m.USER_ID)
                .limit(most)
                .fetch(m.USER_ID);
    }

    private int move(DSLContext db, TenantId from, TenantId to, int most, Actor actor) {
        var m = UD_USER_TENANT;
        List<String> batch = lockUsers(db, next(db, from, most));
        if (batch.isEmpty()) {
            return 0;
        }
        TenantRows.hold(db, to);
        var memberships = db.selectFrom(m)
                .where(m.USER_ID.in(batch))
                .and(m.TENANT_ID.in(from.value(), to.value()))
                .fetch();
        Set<String> there = memberships.stream()
                .filter(row -> row.getTenantId().equals(to.value()))
                .map(row -> row.getUserId())
                .collect(toSet());
        var movers = memberships.stream()
                .filter(row -> row.getTenantId().equals(from.value()) && !there.contains(row.getUserId()))
                .toList();
        if (!movers.isEmpty()) {
            var insert = db.insertInto(
                    m,
                    m.USER_ID,
                    m.TENANT_ID,
                    m.JOINED_AT,
                    m.LAST_SEEN_AT,
                    m.LAST_SEEN_IMPORTED,
                    m.NAME_KEY,
                    m.EMAIL_KEY);
            for (var row : movers) {
                insert = insert.values(
                        row.getUserId(),
                        to.value(),
                        row.getJoinedAt(),
                        row.getLastSeenAt(),
                        row.getLastSeenImported(),
                        row.getNameKey(),
                        row.getEmailKey());
            }
            insert.execute();
            copyIdentifiers(db, movers.stream().map(row -> row.getUserId()).toList(), from, to);
        }
        batch.forEach(user -> audit.record(removed(new UserId(user), from, actor)));
        // who looks after the one tenant alone learns nothing of the other
        movers.forEach(row -> audit.record(NewAuditEvent.of(USER_TENANT_MOVED, actor)
                .user(new UserId(row.getUserId()))
                .tenant(to)));
        leave(db, from, batch);
        return batch.size();
    }

    /** Sessions and identifiers go with it, and what recipes keep there. */
    private void leave(DSLContext db, TenantId tenant, List<String> ids) {
        departure.leave(
                db,
                ids,
                tenant,
                leaving -> db.deleteFrom(UD_USER_TENANT)
                        .where(UD_USER_TENANT.TENANT_ID.eq(tenant.value()))
                        .and(UD_USER_TENANT.USER_ID.in(leaving))
                        .execute());
    }

    private static void copyIdentifiers(DSLContext db, List<String> movers, TenantId from, TenantId to) {
        var i = UD_IDENTIFIER;
        var identifiers = db.selectFrom(i)
                .where(i.USER_ID.in(movers))
                .and(i.TENANT_ID.eq(from.value()))
                .fetch();
        if (identifiers.isEmpty()) {
            return;
        }
        var insert = db.insertInto(i, i.TENANT_ID, i.KIND, i.IDENTIFIER, i.USER_ID);
        for (var row : identifiers) {
            insert = insert.values(to.value(), row.getKind(), row.getIdentifier(), row.getUserId());
        }
        insert.execute();
    }

    private void delete(UserId user, TenantId tenant, Actor actor) {
        DeleteUserResult result = users.delete(user, Scope.of(tenant), actor);
        if (result instanceof DeleteUserResult.Vetoed vetoed) {
            throw new MemberVetoedException(vetoed.veto());
        }
        if (!(result instanceof DeleteUserResult.PartlyOutOfScope)) {
            return;
        }
        jooq.write(db -> {
            var m = UD_USER_TENANT;
            List<String> locked = lockUsers(db, List.of(user.value()));
            Set<String> tenants = db.selectFrom(m).where(m.USER_ID.in(locked)).fetchSet(m.TENANT_ID);
            if (!tenants.contains(tenant.value()) || tenants.size() == 1) {
                return 0; // left this one at this moment, or the other one: deleted the next time round
            }
            leave(db, tenant, locked);
            audit.record(removed(user, tenant, actor));
            return 1;
        });
    }

    private static NewAuditEvent removed(UserId user, TenantId tenant, Actor actor) {
        return NewAuditEvent.of(USER_TENANT_REMOVED, actor).user(user).tenant(tenant);
    }

    /** Locks users' rows, in one order for all who lock several, and returns those that are there. */
    private static List<String> lockUsers(DSLContext db, List<String> ids) {
        return db.select(UD_USER.ID)
                .from(UD_USER)
                .where(UD_USER.ID.in(ids))
                .orderBy(UD_USER.ID)
                .forUpdate()
                .fetch(UD_USER.ID);
    }

    private static boolean lock(DSLContext db, TenantId id) {
        return db.select(UD_TENANT.ID)
                        .from(UD_TENANT)
                        .where(UD_TENANT.ID.eq(id.value()))
                        .forUpdate()
                        .fetchOne(UD_TENANT.ID)
                != null;
    }
}
