package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The record of what happened, kept in the app's own database. Safe for use by many threads. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface AuditTrail {

    /** Writes an event, in the transaction that is open on this thread or in one of its own. */
    void record(NewAuditEvent event);

    /**
     * Writes many events, in a few statements and one transaction: the one that is open on this thread or one of its own.
     * It is for batches: an event about a user that names no tenant costs a statement of its own.
     *
     * @param events in the order in which they happened; some hundreds at a time
     */
    void recordAll(List<NewAuditEvent> events);

    /**
     * Lists events by cursor, newest first: stable while more are written, at a cost that doesn't grow with depth.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<AuditEvent> list(AuditQuery query);

    /** Finds one event by its id, if it is within {@code scope}; one in no tenant needs {@link Scope#all()}. */
    Optional<AuditEvent> find(AuditEventId id, Scope scope);

    /** How long events are kept; empty for as long as the database. See {@code Userdeck.Builder.auditRetention}. */
    Optional<Duration> retention();
}
