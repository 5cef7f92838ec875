package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CLEARED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audit trail is told: the outermost keys, and short values of those that the app has named. */
final class MetadataEvents {
    private static final int ROOM = 900;
    private static final int LONGEST_VALUE = 100;

    private final Set<String> audited;

    /**
     * Tells values of some keys.
     *
     * @param audited these
     */
    MetadataEvents(Set<String> audited) {
        this.audited = Set.copyOf(audited);
    }

    /** How the dashboard tells of them. */
    static AuditText[] texts() {
        return new AuditText[] {
            AuditText.of("usermetadata.", "Metadata"),
            AuditText.of(METADATA_CHANGED, "Metadata changed")
                    .sentence("{actor} set {set} to {value} in the metadata")
                    .sentence("Set {set} to {value} in the metadata")
                    .sentence("{actor} set {set} and removed {removed.before} in the metadata")
                    .sentence("Set {set} and removed {removed.before} in the metadata")
                    .sentence("{actor} set {set} in the metadata")
                    .sentence("Set {set} in the metadata")
                    .sentence("{actor} removed {removed.before} from the metadata")
                    .sentence("Removed {removed.before} from the metadata")
                    .sentence("{actor} changed the metadata"),
            AuditText.of(METADATA_CLEARED, "Metadata removed")
                    .sentence("{actor} removed the metadata")
                    .sentence("Removed the metadata")
        };
    }

    NewAuditEvent changed(UserId user, Actor actor, Document before, Document after) {
        var event = NewAuditEvent.of(METADATA_CHANGED, actor).user(user);
        List<String> set = after.members().entrySet().stream()
                .filter(member -> !member.getValue().equals(before.members().get(member.getKey())))
                .map(member -> member.getKey())
                .toList();
        if (set.size() == 1) {
            String key = set.get(0);
            event = event.change("set", null, key);
            String now = value(after, key);
            event = now == null ? event : event.change("value", value(before, key), now);
        } else if (!set.isEmpty()) {
            List<String> there =
                    set.stream().filter(before.members()::containsKey).toList();
            event = event.change("set", there.isEmpty() ? null : words(before, there), words(after, set));
        }
        List<String> removed = before.members().keySet().stream()
                .filter(key -> !after.members().containsKey(key))
                .toList();
        return removed.isEmpty() ? event : event.change("removed", words(before, removed), null);
    }

    NewAuditEvent cleared(UserId user, Actor actor, Document before) {
        var event = NewAuditEvent.of(METADATA_CLEARED, actor).user(user);
        Set<String> keys = before.members().keySet();
        return keys.isEmpty() ? event : event.change("removed", words(before, keys), null);
    }

    /** What may be told of it: null unless the app has named the key, and the value is one and short. */
    private @Nullable String value(Document document, String key) {
        String json = audited.contains(key) ? document.members().get(key) : null;
        if (json == null || json.startsWith("{") || json.startsWith("[")) {
            return null;
        }
        return Optional.of(document.text(key).orElse(json))
                .filter(text -> text.length() <= LONGEST_VALUE)
                .orElse(null);
    }

    /** The keys joined by commas, with what may be told of them; those that find no room are counted. */
    private String words(Document document, Collection<String> keys) {
        var text = new StringBuilder();
        int told = 0;
        for (String key : keys) {
            String value = value(document, key);
            String word = value == null ? key : key + " (" + value + ")";
            if (text.length() + word.length() > ROOM) {
                break;
            }
            text.append(told == 0 ? "" : ", ").append(word);
            told++;
        }
        int left = keys.size() - told;
        return left == 0 ? text.toString() : text + " and " + left + " more";
    }
}
