package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_SESSION;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static org.jooq.impl.DSL.count;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** Ends sessions, each with its audit event in the same transaction. A session has ended when its row is gone. */
final class SessionEnds {
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f-]{36}");

    private final Jooq jooq;
    private final Clock clock;
    private final JooqAuditTrail audit;

    SessionEnds(Jooq jooq, Clock clock, JooqAuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
    }

    boolean revoke(UserId user, SessionHandle handle, Scope scope, Actor actor) {
        if (!HANDLE.matcher(handle.value()).matches()) {
            return false;
        }
        return jooq.write(db -> {
            var s = UD_SESSION;
            UdSessionRecord row = db.selectFrom(s)
                    .where(s.HANDLE.eq(handle.value()))
                    .and(s.USER_ID.eq(user.value()))
                    .and(Scopes.covers(scope, s.TENANT_ID))
                    .forUpdate()
                    .fetchOne();
            return row != null && end(db, row, "session.revoked", actor);
        });
    }

    boolean signOut(UdSessionRecord row, Actor actor) {
        return jooq.write(db -> end(db, row, "session.signed-out", actor));
    }

    private boolean end(DSLContext db, UdSessionRecord row, String action, Actor actor) {
        int ended = db.deleteFrom(UD_SESSION)
                .where(UD_SESSION.HANDLE.eq(row.getHandle()))
                .execute();
        if (ended == 0) {
            return false;
        }
        audit.record(NewAuditEvent.of(action, actor)
                .on(new UserId(row.getUserId()))
                .in(new TenantId(row.getTenantId()))
                .target(row.getHandle()));
        return true;
    }

    int revokeAll(UserId user, Scope scope, Actor actor) {
        return jooq.write(db -> {
            var s = UD_SESSION;
            var which = s.USER_ID.eq(user.value()).and(Scopes.covers(scope, s.TENANT_ID));
            // a session that is being opened holds this lock: wait for it, and end it too
            db.select(UD_USER.ID)
                    .from(UD_USER)
                    .where(UD_USER.ID.eq(user.value()))
                    .forUpdate()
                    .fetch();
            var perTenant = db.select(s.TENANT_ID, count())
                    .from(s)
                    .where(which)
                    .groupBy(s.TENANT_ID)
                    .orderBy(s.TENANT_ID)
                    .fetch();
            if (perTenant.isEmpty()) {
                return 0;
            }
            perTenant.forEach(row -> audit.record(NewAuditEvent.of("session.all-revoked", actor)
                    .on(user)
                    .in(new TenantId(row.value1()))
                    .change("sessions", Integer.toString(row.value2()), "0")));
            return db.deleteFrom(s).where(which).execute();
        });
    }

    int sweep(int batch) {
        int swept = 0;
        int last;
        do {
            last = sweepOnce(batch);
            swept += last;
        } while (last == batch);
        return swept;
    }

    private int sweepOnce(int batch) {
        var s = UD_SESSION;
        long now = clock.millis();
        List<String> handles = jooq.read(db -> db.select(s.HANDLE)
                .from(s)
                .where(s.EXPIRES_AT.le(now))
                .orderBy(s.EXPIRES_AT)
                .limit(batch)
                .fetch(s.HANDLE));
        if (handles.isEmpty()) {
            return 0;
        }
        return jooq.write(db -> db.deleteFrom(s)
                .where(s.HANDLE.in(handles))
                .and(s.EXPIRES_AT.le(now))
                .execute());
    }
}
