package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CLEARED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the audit trail is told: sizes and the outermost keys, never a value, as values may be personal. */
final class MetadataEvents {
    private static final int ROOM = 900;

    private MetadataEvents() {}

    static NewAuditEvent changed(UserId user, Actor actor, Document before, Document after) {
        var event = NewAuditEvent.of(METADATA_CHANGED, actor).user(user).change("size", size(before), size(after));
        event = with(event, "keys added", null, only(after, before));
        event = with(event, "keys removed", only(before, after), null);
        List<String> other = after.members().entrySet().stream()
                .filter(member -> before.members().containsKey(member.getKey())
                        && !member.getValue().equals(before.members().get(member.getKey())))
                .map(member -> member.getKey())
                .toList();
        return with(event, "keys changed", other, other);
    }

    static NewAuditEvent cleared(UserId user, Actor actor, Document before) {
        return with(
                NewAuditEvent.of(METADATA_CLEARED, actor).user(user).change("size", size(before), null),
                "keys removed",
                before.members().keySet(),
                null);
    }

    private static List<String> only(Document here, Document notHere) {
        return here.members().keySet().stream()
                .filter(key -> !notHere.members().containsKey(key))
                .toList();
    }

    private static NewAuditEvent with(
            NewAuditEvent event,
            String field,
            @Nullable Collection<String> before,
            @Nullable Collection<String> after) {
        boolean nothing = (before == null || before.isEmpty()) && (after == null || after.isEmpty());
        return nothing ? event : event.change(field, words(before), words(after));
    }

    private static @Nullable String size(Document document) {
        return document.members().isEmpty() ? null : Document.bytes(document.text()) + " bytes";
    }

    /** The keys joined by commas; those that find no room are counted. */
    private static @Nullable String words(@Nullable Collection<String> keys) {
        if (keys == null) {
            return null;
        }
        var text = new StringBuilder();
        int told = 0;
        for (String key : keys) {
            if (text.length() + key.length() > ROOM) {
                break;
            }
            text.append(told == 0 ? "" : ", ").append(key);
            told++;
        }
        int left = keys.size() - told;
        return left == 0 ? text.toString() : text + " and " + left + " more";
    }
}
