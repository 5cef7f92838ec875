package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CLEARED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audit trail is told: the outermost keys, and short values in those that the app has named. */
final class MetadataEvents {
    private static final int ROOM = 900;
    private static final int LONGEST_VALUE = 100;

    private final Set<String> audited;
    private final DocumentReader reader;

    /**
     * Tells values of some keys.
     *
     * @param audited these
     * @param reader of what is kept
     */
    MetadataEvents(Set<String> audited, DocumentReader reader) {
        this.audited = Set.copyOf(audited);
        this.reader = reader;
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
        Map<String, Told> was = told(before);
        Map<String, Told> is = told(after);
        List<String> set = is.entrySet().stream()
                .filter(member -> !member.getValue().equals(was.get(member.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (set.size() == 1) {
            String key = set.get(0);
            event = event.change("set", null, key);
            String now = value(is, key);
            event = now == null ? event : event.change("value", value(was, key), now);
        } else if (!set.isEmpty()) {
            List<String> there = set.stream().filter(was::containsKey).toList();
            event = event.change("set", there.isEmpty() ? null : words(was, there), words(is, set));
        }
        List<String> removed =
                was.keySet().stream().filter(key -> !is.containsKey(key)).toList();
        return removed.isEmpty() ? event : event.change("removed", words(was, removed), null);
    }

    NewAuditEvent cleared(UserId user, Actor actor, Document before) {
        var event = NewAuditEvent.of(METADATA_CLEARED, actor).user(user);
        Map<String, Told> was = told(before);
        return was.isEmpty() ? event : event.change("removed", words(was, was.keySet()), null);
    }

    /**
     * A member that is told of.
     *
     * @param json all of it
     * @param value what may be told of it: null unless its key is audited, and it is one short value
     */
    private record Told(String json, @Nullable String value) {}

    /** By their keys; what an audited key holds an object of is told member by member, as {@code loyalty.tier}. */
    private Map<String, Told> told(Document document) {
        var told = new LinkedHashMap<String, Told>();
        document.members().forEach((key, json) -> {
            if (audited.contains(key)) {
                addInner(told, key, json);
            } else {
                told.put(key, new Told(json, null));
            }
        });
        return told;
    }

    private void addInner(Map<String, Told> told, String path, String json) {
        Document inner = json.startsWith("{") ? reader.readKept(json) : Document.EMPTY;
        inner.members().forEach((key, value) -> addInner(told, path + "." + key, value));
        if (inner.members().isEmpty()) {
            told.put(path, new Told(json, value(json)));
        }
    }

    private static @Nullable String value(String json) {
        if (json.startsWith("{") || json.startsWith("[")) {
            return null;
        }
        return Optional.of(Document.textOf(json).orElse(json))
                .filter(text -> text.length() <= LONGEST_VALUE)
                .orElse(null);
    }

    private static @Nullable String value(Map<String, Told> told, String key) {
        Told one = told.get(key);
        return one == null ? null : one.value();
    }

    /** The keys joined by commas, with what may be told of them; those that find no room are counted. */
    private static String words(Map<String, Told> told, Collection<String> keys) {
        var text = new StringBuilder();
        int named = 0;
        for (String key : keys) {
            String value = value(told, key);
            String word = value == null ? key : key + " (" + value + ")";
            if (text.length() + word.length() > ROOM) {
                break;
            }
            text.append(named == 0 ? "" : ", ").append(word);
            named++;
        }
        int left = keys.size() - named;
        return left == 0 ? text.toString() : text + " and " + left + " more";
    }
}
