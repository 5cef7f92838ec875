package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written. Start with {@link #of}. Put in no secret: no password, token or hash.
 *
 * @param action what happened, at most 64 characters: {@code component.past-participle}
 * @param actor who, and from where
 * @param user on whom, null when it was no user
 * @param tenant in which tenant, null when in none
 * @param target what else it is about, at most 255 characters; null for nothing
 * @param changes before and after
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewAuditEvent(
        String action,
        Actor actor,
        @Nullable UserId user,
        @Nullable TenantId tenant,
        @Nullable String target,
        List<AuditEvent.Change> changes) {

    /** Copies the list and checks that action and actor are there. */
    public NewAuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        changes = List.copyOf(changes);
    }

    /** An event that is about no user yet. */
    public static NewAuditEvent of(String action, Actor actor) {
        return new NewAuditEvent(action, actor, null, null, null, List.of());
    }

    /** The same, about this user. */
    public NewAuditEvent on(UserId newUser) {
        return new NewAuditEvent(action, actor, newUser, tenant, target, changes);
    }

    /** The same, in this tenant. */
    public NewAuditEvent in(TenantId newTenant) {
        return new NewAuditEvent(action, actor, user, newTenant, target, changes);
    }

    /** The same, about this thing. */
    public NewAuditEvent target(@Nullable String newTarget) {
        return new NewAuditEvent(action, actor, user, tenant, newTarget, changes);
    }

    /** The same with one more field. */
    public NewAuditEvent change(String field, @Nullable String before, @Nullable String after) {
        var more = Stream.concat(changes.stream(), Stream.of(new AuditEvent.Change(field, before, after)));
        return new NewAuditEvent(action, actor, user, tenant, target, more.toList());
    }
}
