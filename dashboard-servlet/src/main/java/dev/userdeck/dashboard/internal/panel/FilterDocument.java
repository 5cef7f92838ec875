package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.servlet.internal.openapi.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the users list; its parameter is {@code f.} and its id.
 *
 * @param choices what can be chosen; null where there is nothing to choose, or it is asked for at {@code options}
 */
public record FilterDocument(
        String id,
        String recipe,
        Text label,
        Kind kind,
        @Nullable List<ChoiceDocument> choices,
        @Answers(UserSection.Options.class) @Nullable String options) {

    /** How it is filled in. */
    public enum Kind {
        ONEOF,
        ANYOF,
        YESNO,
        RANGE
    }

    /** What can be chosen in a filter. */
    public record ChoiceDocument(String id, Text label) {}
}
