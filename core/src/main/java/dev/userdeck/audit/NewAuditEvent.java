package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be written to the audit trail. Start with {@link #of}. Put in no secret: no password, token or
 * hash.
 *
 * @param action what happened, at most 64 characters: {@code component.past-participle}
 * @param actor who, and from where
 * @param user on whom, null when it was no user
 * @param tenants in which tenants, whose operators see it; empty when in none. An event about a user that names none is in
 *     all tenants that the user is in by then
 * @param target what else it is about, at most 255 characters; null for nothing
 * @param changes before and after
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewAuditEvent(
        String action,
        Actor actor,
        @Nullable UserId user,
        Set<TenantId> tenants,
        @Nullable String target,
        List<AuditEvent.Change> changes) {

    /** Copies the collections and checks that action and actor are there. */
    public NewAuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        tenants = Set.copyOf(tenants);
        changes = List.copyOf(changes);
    }

    /** An event that is about no user yet. */
    public static NewAuditEvent of(String action, Actor actor) {
        return new NewAuditEvent(action, actor, null, Set.of(), null, List.of());
    }

    /** The same, about this user. */
    public NewAuditEvent user(UserId newUser) {
        return new NewAuditEvent(action, actor, newUser, tenants, target, changes);
    }

    /** The same, in this tenant. */
    public NewAuditEvent tenant(TenantId newTenant) {
        return tenant(Set.of(newTenant));
    }

    /** The same, in these tenants: operators of each see it, and learn nothing of the others. */
    public NewAuditEvent tenant(Collection<TenantId> newTenants) {
        return new NewAuditEvent(action, actor, user, Set.copyOf(newTenants), target, changes);
    }

    /** The same, about this thing. */
    public NewAuditEvent target(@Nullable String newTarget) {
        return new NewAuditEvent(action, actor, user, tenants, newTarget, changes);
    }

    /** The same with one more field. */
    public NewAuditEvent change(String field, @Nullable String before, @Nullable String after) {
        var more = Stream.concat(changes.stream(), Stream.of(new AuditEvent.Change(field, before, after)));
        return new NewAuditEvent(action, actor, user, tenants, target, more.toList());
    }
}
