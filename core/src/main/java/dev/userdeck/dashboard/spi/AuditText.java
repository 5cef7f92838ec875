package dev.userdeck.dashboard.spi;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How the dashboard tells of an event of the recipe's: what its action is called, and sentences with the event's values. An
 * action without one is read as it is spelt: {@code notes.note-written} is "Note written".
 *
 * <pre>{@code
 * AuditText.of(NotesAuditActions.NOTE_WRITTEN, "Note written")
 *         .sentence("{actor} wrote the note “{words}”")
 *         .sentence("Wrote the note “{words}”")
 * }</pre>
 *
 * <p>A sentence is filled with {@code {actor}}, unless that is the event's own user or somebody unknown; {@code {target}};
 * {@code {tenant}}, if it is in one; and for each of its changes {@code {field}}, the value after, and {@code
 * {field.before}}, the one before. A value that isn't there fills nothing. The first sentence is taken of which all is
 * filled and which, if it names any change, names all; if there is none, the label. Moments ({@code 2026-12-05T00:00:00Z})
 * are shown as dates.
 *
 * @param action an action of the recipe's, which begins with its id and a dot; that much alone for all of them together
 * @param label what the action is called in a list of actions, as in "Role assigned"; of all together, as in "Roles"
 * @param sentences in the order in which they are tried
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AuditText(String action, Text label, List<Text> sentences) {

    /** Copies the list. */
    public AuditText {
        requireNonNull(action, "action");
        requireNonNull(label, "label");
        sentences = List.copyOf(sentences);
    }

    /** Calls an action this, in English; a translation is found under {@code action}. */
    public static AuditText of(String action, String label) {
        return new AuditText(action, Text.of(action, label), List.of());
    }

    /**
     * The same with one more sentence, in English, that is taken where none before it can be; a translation is found under
     * {@code action} with {@code .1} behind it, that of the next one with {@code .2}.
     */
    public AuditText sentence(String text) {
        Text next = Text.of(action + "." + (sentences.size() + 1), text);
        return new AuditText(
                action,
                label,
                Stream.concat(sentences.stream(), Stream.of(next)).toList());
    }
}
