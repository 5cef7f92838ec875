package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_CHANGE;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.noCondition;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdAuditEventRecord;
import dev.userdeck.internal.paging.Cursors;
import dev.userdeck.internal.storage.Columns;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The audit trail on jOOQ: ids grow with time, so they are the order. */
public final class JooqAuditTrail implements AuditTrail {
    private static final int MAX_PAGE = 100;
    private static final int BLANK_BATCH = 500;

    private final Jooq jooq;
    private final Clock clock;
    private final Ids ids;

    /** Creates it. */
    public JooqAuditTrail(Jooq jooq, Clock clock, Ids ids) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void record(NewAuditEvent event) {
        jooq.join(db -> {
            String id = ids.next();
            insertEvent(db, id, event);
            insertChanges(db, id, event.changes());
            return id;
        });
    }

    private void insertEvent(DSLContext db, String id, NewAuditEvent event) {
        var e = UD_AUDIT_EVENT;
        Actor actor = event.actor();
        UserId user = event.user();
        TenantId tenant = event.tenant();
        db.insertInto(e)
                .set(e.ID, id)
                .set(e.HAPPENED_AT, clock.millis())
                .set(e.ACTION, Columns.fitted(event.action(), e.ACTION))
                .set(e.ACTOR_KIND, word(actor.kind()))
                .set(e.ACTOR_ID, Columns.fit(actor.id(), e.ACTOR_ID))
                .set(e.ACTOR_NAME, Columns.fit(actor.name(), e.ACTOR_NAME))
                .set(e.IP, Columns.fit(actor.ip(), e.IP))
                .set(e.USER_ID, user == null ? null : user.value())
                .set(e.TENANT_ID, tenant == null ? null : tenant.value())
                .set(e.TARGET, Columns.fit(event.target(), e.TARGET))
                .execute();
    }

    /** One statement for all of them; of a field that is named twice, the last counts. */
    private static void insertChanges(DSLContext db, String eventId, List<AuditEvent.Change> changes) {
        var c = UD_AUDIT_CHANGE;
        Map<String, AuditEvent.Change> byField = new LinkedHashMap<>();
        changes.forEach(change -> byField.put(Columns.fitted(change.field(), c.FIELD), change));
        if (byField.isEmpty()) {
            return;
        }
        var insert = db.insertInto(c, c.EVENT_ID, c.FIELD, c.BEFORE_VALUE, c.AFTER_VALUE);
        for (Map.Entry<String, AuditEvent.Change> entry : byField.entrySet()) {
            AuditEvent.Change change = entry.getValue();
            insert = insert.values(
                    eventId,
                    entry.getKey(),
                    Columns.fit(change.before(), c.BEFORE_VALUE),
                    Columns.fit(change.after(), c.AFTER_VALUE));
        }
        insert.execute();
    }

    @Override
    public Paged<AuditEvent> of(UserId user, Scope scope, int size, @Nullable String cursor) {
        return list("audit/" + user, UD_AUDIT_EVENT.USER_ID.eq(user.value()), scope, size, cursor);
    }

    @Override
    public Paged<AuditEvent> all(Scope scope, int size, @Nullable String cursor) {
        return list("audit", noCondition(), scope, size, cursor);
    }

    private Paged<AuditEvent> list(String name, Condition which, Scope scope, int size, @Nullable String cursor) {
        if (size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " events: " + size);
        }
        var e = UD_AUDIT_EVENT;
        String fingerprint = name + "/" + Scopes.describe(scope);
        Cursors.Decoded from = cursor == null ? null : Cursors.decode(fingerprint, cursor, 1);
        boolean backwards = from != null && from.backwards();
        return jooq.read(db -> {
            var rows = db.selectFrom(e)
                    .where(which)
                    .and(Scopes.covers(scope, e.TENANT_ID))
                    .and(isBeyond(from))
                    .orderBy(backwards ? e.ID.asc() : e.ID.desc())
                    .limit(size + 1)
                    .fetch();
            Paged<UdAuditEventRecord> page =
                    Cursors.page(fingerprint, from, size, rows, row -> new String[] {row.getId()});
            Map<String, List<AuditEvent.Change>> changes = changes(db, page.items());
            return page.map(row -> toEvent(row, changes.getOrDefault(row.getId(), List.of())));
        });
    }

    private static Condition isBeyond(Cursors.@Nullable Decoded from) {
        if (from == null) {
            return noCondition();
        }
        return from.backwards() ? UD_AUDIT_EVENT.ID.gt(from.text(0)) : UD_AUDIT_EVENT.ID.lt(from.text(0));
    }

    private static Map<String, List<AuditEvent.Change>> changes(DSLContext db, List<UdAuditEventRecord> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        var c = UD_AUDIT_CHANGE;
        return db
                .selectFrom(c)
                .where(c.EVENT_ID.in(
                        events.stream().map(UdAuditEventRecord::getId).toList()))
                .orderBy(c.EVENT_ID, c.FIELD)
                .stream()
                .collect(groupingBy(
                        row -> row.getEventId(),
                        mapping(
                                row -> new AuditEvent.Change(row.getField(), row.getBeforeValue(), row.getAfterValue()),
                                toList())));
    }

    private static AuditEvent toEvent(UdAuditEventRecord row, List<AuditEvent.Change> changes) {
        var kind = Actor.Kind.valueOf(row.getActorKind().toUpperCase(Locale.ROOT));
        return new AuditEvent(
                row.getId(),
                Instant.ofEpochMilli(row.getHappenedAt()),
                new Actor(kind, row.getActorId(), row.getActorName(), row.getIp()),
                row.getAction(),
                row.getUserId() == null ? null : new UserId(row.getUserId()),
                row.getTenantId() == null ? null : new TenantId(row.getTenantId()),
                row.getTarget(),
                changes);
    }

    /**
     * Takes what is personal out of the events of a user who is deleted: what changed, and the address and name of the
     * user as actor. The events and their ids stay, and so does the operator who did them. Call it in the transaction of
     * the deletion.
     */
    public void blank(UserId user) {
        jooq.join(db -> {
            var e = UD_AUDIT_EVENT;
            String operator = word(Actor.Kind.OPERATOR);
            deleteChanges(db, user);
            db.update(e)
                    .setNull(e.IP)
                    .setNull(e.ACTOR_NAME)
                    .where(e.USER_ID.eq(user.value()))
                    .and(e.ACTOR_KIND.ne(operator))
                    .execute();
            return db.update(e)
                    .setNull(e.IP)
                    .setNull(e.ACTOR_NAME)
                    .where(e.ACTOR_ID.eq(user.value()))
                    .and(e.ACTOR_KIND.eq(word(Actor.Kind.USER)))
                    .execute();
        });
    }

    /** By their keys, as MariaDB reads the whole table for a delete with a subquery. */
    private static void deleteChanges(DSLContext db, UserId user) {
        var c = UD_AUDIT_CHANGE;
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

    private static String word(Actor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
