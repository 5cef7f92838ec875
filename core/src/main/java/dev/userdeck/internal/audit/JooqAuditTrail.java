package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_CHANGE;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEventId;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedInsert;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail on jOOQ: ids grow with time, so they are the order. */
public final class JooqAuditTrail implements AuditTrail {
    private static final int BLANK_BATCH = 500;
    private static final int EVENTS_BATCH = 100;
    /** Of the short rows beside those of events. */
    private static final int ROWS_BATCH = 50;

    private static final Param<String> USER = Bind.param("user", UD_USER_TENANT.USER_ID);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final AuditReader reader;
    private final @Nullable Duration retention;
    private final RenderedStatement tenantsOfUser;
    private final RenderedInsert insertEvent;
    private final RenderedInsert insertTenants;
    private final RenderedInsert insertChanges;

    /**
     * Creates it.
     *
     * @param retention how long events are kept, null for ever
     */
    public JooqAuditTrail(JooqDatabase jooq, Clock clock, Ids ids, @Nullable Duration retention) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.reader = new AuditReader(jooq);
        this.retention = retention;
        this.tenantsOfUser = jooq.prepare(
                "tenants of a user",
                db -> db.select(UD_USER_TENANT.TENANT_ID).from(UD_USER_TENANT).where(UD_USER_TENANT.USER_ID.eq(USER)));
        var e = UD_AUDIT_EVENT;
        this.insertEvent = jooq.prepareInsert(
                e,
                e.ID,
                e.HAPPENED_AT,
                e.ACTION,
                e.COMPONENT,
                e.ACTOR_KIND,
                e.ACTOR_ID,
                e.ACTOR_NAME,
                e.IP,
                e.USER_AGENT,
                e.USER_ID,
                e.TENANT_ID,
                e.TARGET);
        var t = UD_AUDIT_EVENT_TENANT;
        this.insertTenants = jooq.prepareInsert(t, t.TENANT_ID, t.HAPPENED_AT, t.EVENT_ID);
        var c = UD_AUDIT_EVENT_CHANGE;
        this.insertChanges = jooq.prepareInsert(c, c.EVENT_ID, c.FIELD, c.BEFORE_VALUE, c.AFTER_VALUE);
    }

    @Override
    public void record(NewAuditEvent event) {
        jooq.joinPlain(connection -> {
            String id = ids.next(); // its time is the event's, so that spans of time are spans of ids
            List<String> tenants = tenants(connection, event);
            insertEvent.execute(connection, row(id, event, tenants.size() == 1 ? tenants.get(0) : null));
            if (tenants.size() > 1) {
                inBatches(
                        connection,
                        insertTenants,
                        tenants.stream().map(tenant -> tenantRow(id, tenant)).toList());
            }
            List<Bind[]> changes = changeRows(id, changes(event));
            if (!changes.isEmpty()) {
                insertChanges.execute(connection, changes);
            }
            return id;
        });
    }

    @Override
    public void recordAll(List<NewAuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jooq.joinPlain(connection -> {
            for (int i = 0; i < events.size(); i += EVENTS_BATCH) {
                recordSome(connection, events.subList(i, Math.min(i + EVENTS_BATCH, events.size())));
            }
            return events.size();
        });
    }

    private void recordSome(Connection connection, List<NewAuditEvent> events) throws SQLException {
        var rows = new ArrayList<Bind[]>();
        var tenantRows = new ArrayList<Bind[]>();
        var changeRows = new ArrayList<Bind[]>();
        for (NewAuditEvent event : events) {
            String id = ids.next();
            List<String> tenants = tenants(connection, event);
            rows.add(row(id, event, tenants.size() == 1 ? tenants.get(0) : null));
            if (tenants.size() > 1) {
                tenants.forEach(tenant -> tenantRows.add(tenantRow(id, tenant)));
            }
            changeRows.addAll(changeRows(id, changes(event)));
        }
        insertEvent.execute(connection, rows);
        inBatches(connection, insertTenants, tenantRows);
        inBatches(connection, insertChanges, changeRows);
    }

    private static void inBatches(Connection connection, RenderedInsert insert, List<Bind[]> rows) throws SQLException {
        for (int i = 0; i < rows.size(); i += ROWS_BATCH) {
            insert.execute(connection, rows.subList(i, Math.min(i + ROWS_BATCH, rows.size())));
        }
    }

    private static List<AuditEvent.Change> changes(NewAuditEvent event) {
        String job = event.actor().job();
        return (job == null ? event : event.change("job", null, job)).changes();
    }

    /** What is told of a user without a word on tenants concerns the whole user, and so the operators of all of them. */
    private List<String> tenants(Connection connection, NewAuditEvent event) throws SQLException {
        UserId user = event.user();
        if (!event.tenants().isEmpty() || user == null) {
            return event.tenants().stream().map(TenantId::value).sorted().toList();
        }
        return tenantsOfUser.query(
                connection,
                rows -> {
                    var found = new ArrayList<String>();
                    while (rows.next()) {
                        found.add(rows.get(UD_USER_TENANT.TENANT_ID));
                    }
                    return found;
                },
                Bind.of(USER, user.value()));
    }

    private static Bind[] tenantRow(String eventId, String tenant) {
        var t = UD_AUDIT_EVENT_TENANT;
        return new Bind[] {
            Bind.of(t.TENANT_ID, tenant), Bind.of(t.HAPPENED_AT, Ids.millisOf(eventId)), Bind.of(t.EVENT_ID, eventId)
        };
    }

    private static Bind[] row(String id, NewAuditEvent event, @Nullable String tenant) {
        var e = UD_AUDIT_EVENT;
        Actor actor = event.actor();
        String action = ColumnLimits.fitted(event.action(), e.ACTION);
        UserId user = event.user();
        return new Bind[] {
            Bind.of(e.ID, id),
            Bind.of(e.HAPPENED_AT, Ids.millisOf(id)),
            Bind.of(e.ACTION, action),
            Bind.of(e.COMPONENT, action.substring(0, Math.max(0, action.indexOf('.')))),
            Bind.of(e.ACTOR_KIND, ConstantNames.of(actor.kind())),
            fit(e.ACTOR_ID, actor.id()),
            fit(e.ACTOR_NAME, actor.name()),
            fit(e.IP, actor.ip()),
            fit(e.USER_AGENT, actor.userAgent()),
            Bind.of(e.USER_ID, user == null ? null : user.value()),
            Bind.of(e.TENANT_ID, tenant),
            fit(e.TARGET, event.target())
        };
    }

    private static Bind fit(Field<String> column, @Nullable String text) {
        return Bind.of(column, ColumnLimits.fit(text, column));
    }

    /** Of a field that is named twice, the last counts. */
    private static List<Bind[]> changeRows(String eventId, List<AuditEvent.Change> changes) {
        var c = UD_AUDIT_EVENT_CHANGE;
        Map<String, AuditEvent.Change> byField = new LinkedHashMap<>();
        changes.forEach(change -> byField.put(ColumnLimits.fitted(change.field(), c.FIELD), change));
        var rows = new ArrayList<Bind[]>();
        byField.forEach((field, change) -> rows.add(new Bind[] {
            Bind.of(c.EVENT_ID, eventId),
            Bind.of(c.FIELD, field),
            fit(c.BEFORE_VALUE, change.before()),
            fit(c.AFTER_VALUE, change.after())
        }));
        return rows;
    }

    @Override
    public Page<AuditEvent> list(AuditQuery query) {
        return reader.list(query);
    }

    @Override
    public Optional<AuditEvent> find(AuditEventId id, Scope scope) {
        return reader.find(id.value(), scope);
    }

    @Override
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** Removes what has been kept for long enough, oldest first. */
    public int sweep(int batch) {
        if (retention == null) {
            return 0;
        }
        String keptFrom = Ids.lowestAt(clock.instant().minus(retention));
        int swept = 0;
        int last;
        do {
            last = sweepBatch(keptFrom, batch);
            swept += last;
        } while (last == batch);
        return swept;
    }

    private int sweepBatch(String keptFrom, int batch) {
        var e = UD_AUDIT_EVENT;
        List<String> ids = jooq.read(db -> db.select(e.ID)
                .from(e)
                .where(e.ID.lt(keptFrom))
                .orderBy(e.ID)
                .limit(batch)
                .fetch(e.ID));
        if (ids.isEmpty()) {
            return 0;
        }
        return jooq.write(db -> db.deleteFrom(e).where(e.ID.in(ids)).execute());
    }

    /**
     * Takes what is personal out of the events of a user who is deleted: what changed, and the address and name of the
     * user as actor. The events and their ids stay, and so does the operator who did them. Call it in the transaction of
     * the deletion.
     */
    public void blank(UserId user) {
        jooq.join(db -> {
            var e = UD_AUDIT_EVENT;
            List<String> operators =
                    List.of(ConstantNames.of(Actor.Kind.OPERATOR), ConstantNames.of(Actor.Kind.API_KEY));
            deleteChanges(db, user);
            db.update(e)
                    .setNull(e.IP)
                    .setNull(e.USER_AGENT)
                    .setNull(e.ACTOR_NAME)
                    .where(e.USER_ID.eq(user.value()))
                    .and(e.ACTOR_KIND.notIn(operators))
                    .execute();
            return db.update(e)
                    .setNull(e.IP)
                    .setNull(e.USER_AGENT)
                    .setNull(e.ACTOR_NAME)
                    .where(e.ACTOR_ID.eq(user.value()))
                    .and(e.ACTOR_KIND.eq(ConstantNames.of(Actor.Kind.USER)))
                    .execute();
        });
    }

    /** Counts the events of one user among those of another, into whom that one was merged: what goes then goes with both. */
    public void adopt(UserId from, UserId into) {
        jooq.join(db -> {
            var e = UD_AUDIT_EVENT;
            db.update(e)
                    .set(e.USER_ID, into.value())
                    .where(e.USER_ID.eq(from.value()))
                    .execute();
            return db.update(e)
                    .set(e.ACTOR_ID, into.value())
                    .where(e.ACTOR_ID.eq(from.value()))
                    .and(e.ACTOR_KIND.eq(ConstantNames.of(Actor.Kind.USER)))
                    .execute();
        });
    }

    /** By their keys, as MariaDB reads the whole table for a delete with a subquery. */
    private static void deleteChanges(DSLContext db, UserId user) {
        var c = UD_AUDIT_EVENT_CHANGE;
        List<String> events = db.selectDistinct(c.EVENT_ID)
                .from(UD_AUDIT_EVENT)
                .join(c)
                .on(c.EVENT_ID.eq(UD_AUDIT_EVENT.ID))
                .where(UD_AUDIT_EVENT.USER_ID.eq(user.value()))
                .fetch(c.EVENT_ID);
        for (int i = 0; i < events.size(); i += BLANK_BATCH) {
            db.deleteFrom(c)
                    .where(c.EVENT_ID.in(events.subList(i, Math.min(i + BLANK_BATCH, events.size()))))
                    .execute();
        }
    }
}
