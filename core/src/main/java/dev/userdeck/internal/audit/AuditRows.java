package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_CHANGE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.internal.jooq.tables.records.UdAuditEventRecord;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;

/** Makes events of rows, with one statement for what changed in all of them. */
final class AuditRows {
    private AuditRows() {}

    static List<AuditEvent> complete(DSLContext db, List<UdAuditEventRecord> rows) {
        Map<String, List<AuditEvent.Change>> changes = changes(db, rows);
        return rows.stream()
                .map(row -> toEvent(row, changes.getOrDefault(row.getId(), List.of())))
                .toList();
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
                new Actor(kind, row.getActorId(), row.getActorName(), row.getIp(), row.getDevice()),
                row.getAction(),
                row.getUserId() == null ? null : new UserId(row.getUserId()),
                row.getTenantId() == null ? null : new TenantId(row.getTenantId()),
                row.getTarget(),
                changes);
    }

    static String word(Actor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
