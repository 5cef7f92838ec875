package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;
import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_TENANT;

import dev.userdeck.internal.storage.Clause;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Events to be read in the order of time, along an index.
 *
 * @param from the events' rows, and what leads to them
 * @param at the time in that index
 * @param id the event's id in that index
 */
record Walk(Table<?> from, Field<Long> at, Field<String> id, Clause condition) {

    /** Along an index of the events. */
    static Walk alongEvents(Clause condition) {
        return new Walk(UD_AUDIT_EVENT, UD_AUDIT_EVENT.HAPPENED_AT, UD_AUDIT_EVENT.ID, condition);
    }

    /** Along the tenants of events that are in several. */
    static Walk alongTenants(Clause condition) {
        var t = UD_AUDIT_TENANT;
        return new Walk(
                t.join(UD_AUDIT_EVENT).on(UD_AUDIT_EVENT.ID.eq(t.EVENT_ID)), t.HAPPENED_AT, t.EVENT_ID, condition);
    }

    /** Those for which this holds, too. */
    Walk and(Clause more) {
        return new Walk(from, at, id, condition.and(more));
    }
}
