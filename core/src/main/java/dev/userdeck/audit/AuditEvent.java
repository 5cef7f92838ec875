package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An event of the audit trail: who did what, on whom, when.
 *
 * @param id grows with time (UUID version 7)
 * @param at when
 * @param actor who, and from where
 * @param action what, as in {@code user.signed-up} or {@code userroles.role-assigned}
 * @param user on whom, null when it was no user; the user may be gone since
 * @param tenants in which tenants, as far as the reader's scope covers them; empty when in none
 * @param target what else it was about, such as a role's name; null for nothing
 * @param changes before and after, never a secret; blanked when the user is deleted
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AuditEvent(
        AuditEventId id,
        Instant at,
        Actor actor,
        String action,
        @Nullable UserId user,
        Set<TenantId> tenants,
        @Nullable String target,
        List<Change> changes) {

    /** Copies the collections. */
    public AuditEvent {
        tenants = Set.copyOf(tenants);
        changes = List.copyOf(changes);
    }

    /** The tenant, when it is in one; null when it is in none, or in several. */
    public @Nullable TenantId tenant() {
        return tenants.size() == 1 ? tenants.iterator().next() : null;
    }

    /**
     * A field that was changed, with its value before and after.
     *
     * @param field the field's name
     * @param before null when there was none
     * @param after null when there is none
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}
}
