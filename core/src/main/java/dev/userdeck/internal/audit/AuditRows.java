package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_CHANGE;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.table;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEventId;
import dev.userdeck.internal.jooq.tables.UdAuditEvent;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Select;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads events together with what changed in them. */
final class AuditRows {
    private static final UdAuditEvent EVENT = UD_AUDIT_EVENT.as("event");

    private AuditRows() {}

    /** An event, its tenants, and what changed in it by field. */
    private record Row(AuditEvent event, Set<TenantId> tenants, Map<String, AuditEvent.Change> changes) {}

    /** The events of a page and what changed in them; in no order, so that the database need not sort them again. */
    static Query withChanges(Select<?> page) {
        var e = EVENT;
        var c = UD_AUDIT_EVENT_CHANGE;
        var t = UD_AUDIT_EVENT_TENANT;
        return DSL.select(
                        e.ID,
                        e.HAPPENED_AT,
                        e.ACTOR_KIND,
                        e.ACTOR_ID,
                        e.ACTOR_NAME,
                        e.IP,
                        e.USER_AGENT,
                        e.ACTION,
                        e.USER_ID,
                        e.TENANT_ID,
                        e.TARGET,
                        c.FIELD,
                        c.BEFORE_VALUE,
                        c.AFTER_VALUE,
                        t.TENANT_ID)
                .from(table(page).as(e))
                .leftJoin(c)
                .on(c.EVENT_ID.eq(e.ID))
                .leftJoin(t)
                .on(t.EVENT_ID.eq(e.ID));
    }

    /** What {@link #withChanges} found, in the order of the page, with those tenants alone that the scope covers. */
    static List<AuditEvent> read(ResultRows rows, boolean oldestFirst, Scope scope) throws SQLException {
        var c = UD_AUDIT_EVENT_CHANGE;
        Comparator<String> forward = Comparator.naturalOrder();
        var found = new TreeMap<String, Row>(oldestFirst ? forward : forward.reversed());
        while (rows.next()) {
            String id = rows.get(EVENT.ID);
            Row row = found.get(id);
            if (row == null) {
                row = new Row(toEvent(rows), new HashSet<>(), new TreeMap<>());
                found.put(id, row);
                addTenant(row, rows.getOrNull(EVENT.TENANT_ID), scope);
            }
            addTenant(row, rows.getOrNull(UD_AUDIT_EVENT_TENANT.TENANT_ID), scope);
            String field = rows.getOrNull(c.FIELD);
            if (field != null) {
                row.changes()
                        .put(
                                field,
                                new AuditEvent.Change(
                                        field, rows.getOrNull(c.BEFORE_VALUE), rows.getOrNull(c.AFTER_VALUE)));
            }
        }
        return found.values().stream().map(AuditRows::whole).toList();
    }

    private static void addTenant(Row row, @Nullable String id, Scope scope) {
        if (id != null && scope.covers(new TenantId(id))) {
            row.tenants().add(new TenantId(id));
        }
    }

    private static AuditEvent whole(Row row) {
        AuditEvent event = row.event();
        return new AuditEvent(
                event.id(),
                event.at(),
                event.actor(),
                event.action(),
                event.user(),
                row.tenants(),
                event.target(),
                List.copyOf(row.changes().values()));
    }

    private static AuditEvent toEvent(ResultRows row) throws SQLException {
        var e = EVENT;
        var kind = ConstantNames.parse(Actor.Kind.class, row.get(e.ACTOR_KIND));
        String user = row.getOrNull(e.USER_ID);
        return new AuditEvent(
                new AuditEventId(row.get(e.ID)),
                Instant.ofEpochMilli(row.get(e.HAPPENED_AT)),
                new Actor(
                        kind,
                        row.getOrNull(e.ACTOR_ID),
                        row.getOrNull(e.ACTOR_NAME),
                        row.getOrNull(e.IP),
                        row.getOrNull(e.USER_AGENT),
                        null,
                        List.of()),
                row.get(e.ACTION),
                user == null ? null : new UserId(user),
                Set.of(),
                row.getOrNull(e.TARGET),
                List.of());
    }
}
