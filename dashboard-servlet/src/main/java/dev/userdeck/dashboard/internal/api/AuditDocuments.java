package dev.userdeck.dashboard.internal.api;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.text.MaskedAddress;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Audit events as sent. */
final class AuditDocuments {
    private AuditDocuments() {}

    /**
     * One page of the audit log.
     *
     * @param keptDays for how many days events are kept; null for ever
     */
    public record AuditLog(
            List<AuditEventDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable Long keptDays) {}

    /** One page of a user's timeline. */
    public record TimelinePage(
            List<AuditEventDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    /** An event, with all there is of it: a row opens without another request. */
    public record AuditEventDocument(
            String id,
            Instant at,
            String action,
            ActorDocument actor,
            @Nullable PersonDocument user,
            @Nullable String tenant,
            @Nullable String target,
            List<ChangeDocument> changes) {}

    /**
     * Who did it.
     *
     * @param name null for the app itself, for someone unknown, and for a user who is gone or out of reach
     */
    public record ActorDocument(
            Actor.Kind kind,
            @Nullable String id,
            @Nullable String name,
            @Nullable String ip,
            @Nullable String userAgent) {}

    /**
     * On whom.
     *
     * @param name null for a user who is gone or out of reach
     */
    public record PersonDocument(String id, @Nullable String name) {}

    /** One field before and after. */
    public record ChangeDocument(
            String field, @Nullable String before, @Nullable String after) {}

    static AuditEventDocument event(AuditEvent event, Map<UserId, DisplayName> names) {
        boolean isUnknown = event.actor().kind() == Actor.Kind.ANONYMOUS;
        UserId user = event.user();
        return new AuditEventDocument(
                event.id().value(),
                event.at(),
                event.action(),
                actor(event.actor(), names),
                user == null ? null : new PersonDocument(user.value(), name(names.get(user), isUnknown)),
                event.tenant() == null ? null : event.tenant().value(),
                event.target(),
                event.changes().stream()
                        .map(change -> change(change, isUnknown))
                        .toList());
    }

    /** What to call a user who has been read already, as {@link dev.userdeck.user.Users#displayNames} does. */
    static DisplayName name(User user) {
        if (user.name() != null) {
            return new DisplayName(user.name(), false);
        }
        String address = user.email() != null ? user.email() : user.phone();
        return address == null ? new DisplayName(user.id().value(), false) : new DisplayName(address, true);
    }

    private static ActorDocument actor(Actor actor, Map<UserId, DisplayName> names) {
        String name = actor.name();
        String id = actor.id();
        if (actor.kind() == Actor.Kind.USER && id != null) {
            DisplayName known = names.get(new UserId(id));
            name = known == null ? null : known.text();
        }
        return new ActorDocument(actor.kind(), id, name, actor.ip(), actor.userAgent());
    }

    /** What someone unknown has typed or guessed is not shown whole: it may be anybody's. */
    private static @Nullable String name(@Nullable DisplayName name, boolean isUnknown) {
        if (name == null) {
            return null;
        }
        return isUnknown && name.isAddress() ? MaskedAddress.of(name.text()) : name.text();
    }

    private static ChangeDocument change(AuditEvent.Change change, boolean isUnknown) {
        if (!isUnknown) {
            return new ChangeDocument(change.field(), change.before(), change.after());
        }
        return new ChangeDocument(
                change.field(), MaskedAddress.within(change.before()), MaskedAddress.within(change.after()));
    }
}
