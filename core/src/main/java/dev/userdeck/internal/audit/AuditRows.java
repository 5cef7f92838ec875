package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_CHANGE;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static org.jooq.impl.DSL.table;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.internal.jooq.tables.records.UdAuditEventRecord;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Select;

/** Reads events together with what changed in them. */
final class AuditRows {
    private AuditRows() {}

    /** The events of a page and what changed in them, in the order of the page; the database need not sort them again. */
    static List<AuditEvent> fetch(DSLContext db, Select<?> page, boolean oldestFirst) {
        var e = UD_AUDIT_EVENT.as("event");
        var c = UD_AUDIT_CHANGE;
        var rows = new TreeMap<String, UdAuditEventRecord>(oldestFirst ? naturalOrder() : reverseOrder());
        var changes = new HashMap<String, List<AuditEvent.Change>>();
        db.select(e.fields())
                .select(c.FIELD, c.BEFORE_VALUE, c.AFTER_VALUE)
                .from(table(page).as(e))
                .leftJoin(c)
                .on(c.EVENT_ID.eq(e.ID))
                .fetch()
                .forEach(row -> {
                    String id = row.get(e.ID);
                    rows.computeIfAbsent(id, key -> row.into(UD_AUDIT_EVENT));
                    if (row.get(c.FIELD) != null) {
                        changes.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(new AuditEvent.Change(
                                        row.get(c.FIELD), row.get(c.BEFORE_VALUE), row.get(c.AFTER_VALUE)));
                    }
                });
        return rows.values().stream()
                .map(row -> toEvent(row, sorted(changes.getOrDefault(row.getId(), List.of()))))
                .toList();
    }

    private static List<AuditEvent.Change> sorted(List<AuditEvent.Change> changes) {
        return changes.stream().sorted(comparing(AuditEvent.Change::field)).toList();
    }

    private static AuditEvent toEvent(UdAuditEventRecord row, List<AuditEvent.Change> changes) {
        var kind = Actor.Kind.valueOf(row.getActorKind().toUpperCase(Locale.ROOT));
        return new AuditEvent(
                row.getId(),
                Instant.ofEpochMilli(row.getHappenedAt()),
                new Actor(kind, row.getActorId(), row.getActorName(), row.getIp(), row.getDevice(), null),
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
