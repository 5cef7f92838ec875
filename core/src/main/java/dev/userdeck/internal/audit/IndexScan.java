package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT_TENANT;

import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Table;

/**
 * Events to be read in the order of time, along an index.
 *
 * @param from the events' rows, and what leads to them
 * @param at the time in that index
 * @param id the event's id in that index
 */
record IndexScan(Table<?> from, Field<Long> at, Field<String> id, SqlFragment condition) {

    /** Along an index of the events. */
    static IndexScan alongEvents(SqlFragment condition) {
        return new IndexScan(UD_AUDIT_EVENT, UD_AUDIT_EVENT.HAPPENED_AT, UD_AUDIT_EVENT.ID, condition);
    }

    /** Along the tenants of events that are in several. */
    static IndexScan alongTenants(SqlFragment condition) {
        var t = UD_AUDIT_EVENT_TENANT;
        return new IndexScan(
                t.join(UD_AUDIT_EVENT).on(UD_AUDIT_EVENT.ID.eq(t.EVENT_ID)), t.HAPPENED_AT, t.EVENT_ID, condition);
    }

    /** Those for which this holds, too. */
    IndexScan and(SqlFragment more) {
        return new IndexScan(from, at, id, condition.and(more));
    }
}
