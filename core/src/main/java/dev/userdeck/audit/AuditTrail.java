package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What happened, kept in the app's own database. Safe for use by many threads. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface AuditTrail {

    /** Writes an event, in the transaction that is open on this thread or in one of its own. */
    void record(NewAuditEvent event);

    /**
     * Lists the events about one user, newest first.
     *
     * @param scope events in none of its tenants are left out; those in no tenant at all need {@link Scope#all()}
     * @param size how many at most, 1 to 100
     * @param cursor from the page before or after, null for the first page
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Paged<AuditEvent> of(UserId user, Scope scope, int size, @Nullable String cursor);

    /** Lists all events, newest first; see {@link #of}. */
    Paged<AuditEvent> all(Scope scope, int size, @Nullable String cursor);
}
