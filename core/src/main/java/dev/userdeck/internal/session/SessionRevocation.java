package dev.userdeck.internal.session;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_EVERYONE_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_SIGNED_OUT;
import static dev.userdeck.audit.AuditActions.SESSION_THEFT_DETECTED;
import static dev.userdeck.internal.jooq.Tables.UD_SESSION;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.count;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends sessions, each with its audit event in the same transaction. A session has ended when its row is gone. */
final class SessionRevocation {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRevocation.class);
    private static final int BATCH = 1_000;
    private static final long COUNTED = 100_000;
    private static final Param<String> USER = Bind.param("user", UD_USER.ID);
    private static final Field<Integer> SESSIONS = count();
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f-]{36}");

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqAuditTrail audit;
    private final RenderedStatement lockUser;
    private final StatementCache countPerTenant;
    private final StatementCache deleteAll;

    SessionRevocation(JooqDatabase jooq, Clock clock, JooqAuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
        this.lockUser = jooq.prepare("lock user", SessionRevocation::lockUser);
        this.countPerTenant = jooq.prepareByShape("sessions per tenant");
        this.deleteAll = jooq.prepareByShape("delete sessions");
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
            return row != null && end(db, row, SESSION_REVOKED, actor);
        });
    }

    boolean signOut(UdSessionRecord row, Actor actor) {
        return jooq.write(db -> end(db, row, SESSION_SIGNED_OUT, actor));
    }

    /** Ends a session of which someone has a copy, unless its secrets are others by now than those it was judged by. */
    void endStolen(UdSessionRecord row, Actor actor) {
        var isAsJudged = UD_SESSION.SECRET_HASH.eq(row.getSecretHash());
        if (jooq.write(db -> end(db, row, isAsJudged, SESSION_THEFT_DETECTED, actor))) {
            LOG.warn(
                    "Session {} of user {} ended: a token that had been replaced was used again",
                    row.getHandle(),
                    row.getUserId());
        }
    }

    private boolean end(DSLContext db, UdSessionRecord row, String action, Actor actor) {
        return end(db, row, noCondition(), action, actor);
    }

    private boolean end(DSLContext db, UdSessionRecord row, Condition provided, String action, Actor actor) {
        int ended = db.deleteFrom(UD_SESSION)
                .where(UD_SESSION.HANDLE.eq(row.getHandle()))
                .and(provided)
                .execute();
        if (ended == 0) {
            return false;
        }
        audit.record(NewAuditEvent.of(action, actor)
                .user(new UserId(row.getUserId()))
                .tenant(new TenantId(row.getTenantId()))
                .target(row.getHandle()));
        return true;
    }

    int revokeAll(UserId user, Scope scope, Actor actor) {
        return revoke(user, Scopes.within(scope, UD_SESSION.TENANT_ID), actor);
    }

    int revokeOthers(UserId user, SessionHandle keep, Scope scope, Actor actor) {
        SqlFragment others = SqlFragment.of("others", () -> UD_SESSION.HANDLE.ne(keep.value()), keep.value());
        return revoke(user, Scopes.within(scope, UD_SESSION.TENANT_ID).and(others), actor);
    }

    private int revoke(UserId user, SqlFragment such, Actor actor) {
        var s = UD_SESSION;
        SqlFragment which = SqlFragment.in(s.USER_ID, List.of(user.value())).and(such);
        return jooq.writePlain(connection -> {
            // a session that is being opened holds this lock: wait for it, and end it too
            lockUser.query(connection, ResultRows::next, Bind.of(USER, user.value()));
            Map<String, Integer> perTenant = perTenant(connection, which);
            if (perTenant.isEmpty()) {
                return 0;
            }
            perTenant.forEach((tenant, sessions) -> audit.record(NewAuditEvent.of(SESSION_ALL_REVOKED, actor)
                    .user(user)
                    .tenant(new TenantId(tenant))
                    .change("sessions", Integer.toString(sessions), "0")));
            return deleteAll.execute(connection, () -> DSL.deleteFrom(s).where(which.condition()), which);
        });
    }

    private Map<String, Integer> perTenant(Connection connection, SqlFragment which) throws SQLException {
        var s = UD_SESSION;
        return countPerTenant.query(
                connection,
                rows -> {
                    var found = new TreeMap<String, Integer>();
                    while (rows.next()) {
                        found.put(rows.get(s.TENANT_ID), rows.get(SESSIONS));
                    }
                    return found;
                },
                () -> DSL.select(s.TENANT_ID, SESSIONS)
                        .from(s)
                        .where(which.condition())
                        .groupBy(s.TENANT_ID),
                which);
    }

    private static Query lockUser(DSLContext db) {
        return db.select(UD_USER.ID).from(UD_USER).where(UD_USER.ID.eq(USER)).forUpdate();
    }

    int revokeEveryone(Scope scope, int most, Actor actor) {
        int ended = 0;
        String last = "";
        while (true) {
            String from = last;
            int size = Math.min(BATCH, most - ended);
            List<UdSessionRecord> batch = jooq.write(db -> revokeBatch(db, from, size, scope, actor));
            ended += batch.size();
            if (batch.size() < size || ended == most) {
                return ended;
            }
            last = batch.get(batch.size() - 1).getHandle();
        }
    }

    CappedCount countAll(Scope scope) {
        return jooq.read(db -> {
            var some = db.selectOne()
                    .from(UD_SESSION)
                    .where(Scopes.covers(scope, UD_SESSION.TENANT_ID))
                    .limit(COUNTED + 1)
                    .asTable("few");
            return CappedCount.upTo(COUNTED, db.fetchCount(some));
        });
    }

    /** Begins behind a handle, so as not to pass the sessions of other tenants again with each batch. */
    private List<UdSessionRecord> revokeBatch(DSLContext db, String from, int size, Scope scope, Actor actor) {
        var s = UD_SESSION;
        List<UdSessionRecord> batch = db.selectFrom(s)
                .where(s.HANDLE.gt(from))
                .and(Scopes.covers(scope, s.TENANT_ID))
                .orderBy(s.HANDLE)
                .limit(size)
                .forUpdate()
                .fetch();
        if (batch.isEmpty()) {
            return batch;
        }
        db.deleteFrom(s)
                .where(s.HANDLE.in(
                        batch.stream().map(UdSessionRecord::getHandle).toList()))
                .execute();
        batch.stream()
                .collect(groupingBy(UdSessionRecord::getTenantId, TreeMap::new, counting()))
                .forEach((tenant, sessions) -> audit.record(NewAuditEvent.of(SESSION_EVERYONE_REVOKED, actor)
                        .tenant(new TenantId(tenant))
                        .change("sessions", Long.toString(sessions), "0")));
        return batch;
    }

    int sweep(int batch) {
        return ExpiredRows.ended(jooq, UD_SESSION.HANDLE, UD_SESSION.EXPIRES_AT, clock.millis(), batch);
    }
}
