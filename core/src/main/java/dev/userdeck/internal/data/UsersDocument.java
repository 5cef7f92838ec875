package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.data.JsonValues.NoJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document, <code>{"users": […]}</code>. The users are parted first and read one by one after that, so that a parser's
 * limit, or a slip within a user, is that user's alone.
 */
final class UsersDocument implements RowSource {
    private final Bytes bytes;
    private final JsonElements elements;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private long number;
    private boolean isOpen;
    /** Whether the list of users ended. */
    private boolean isAtEnd;

    private boolean isOver;

    UsersDocument(Bytes bytes) {
        this.bytes = bytes;
        this.elements = new JsonElements(bytes);
    }

    @Override
    public @Nullable ImportRow next() throws IOException {
        if (!isOpen) {
            open();
        }
        if (isAtEnd) {
            return isOver ? null : close();
        }
        number++;
        element.reset();
        return switch (elements.read(element, ImportRow.MAX_BYTES)) {
            case COMMA -> row();
            case BRACKET -> {
                isAtEnd = true;
                yield row();
            }
            case TEXT -> brokenOff(ImportRow.breaksOff(number));
            case LOST -> brokenOff(lost());
        };
    }

    /** Goes to the first user, if there is one. */
    private void open() throws IOException {
        isOpen = true;
        if (!elements.skip("{") || !elements.skip("\"users\"") || !elements.skip(":") || !elements.skip("[")) {
            throw new ImportRefusedException("document-invalid", "The document has to begin with {\"users\": [");
        }
        isAtEnd = elements.skip("]");
    }

    /** What is behind the last user. */
    private @Nullable ImportRow close() throws IOException {
        isOver = true;
        if (elements.skip("}")) {
            return null;
        }
        if (bytes.peek() < 0) {
            return ImportRow.breaksOff(number + 1);
        }
        throw new ImportRefusedException(
                "document-invalid", "Next to \"users\", the document has members that are not known.");
    }

    private ImportRow brokenOff(ImportRow row) {
        isAtEnd = true;
        isOver = true;
        return row;
    }

    private ImportRow row() {
        if (elements.isTooLong()) {
            return ImportRow.tooLong(number);
        }
        String text = Bytes.text(element);
        if (text == null) {
            return ImportRow.notUtf8(number);
        }
        try {
            return ImportRow.of(number, JsonValues.object(text), element.size());
        } catch (NoJsonException e) {
            return new ImportRow(number, Map.of(), List.of(e.error()), 0, false);
        }
    }

    private ImportRow lost() {
        var error = new FieldError(
                "",
                "json-syntax",
                "This is no JSON, and nothing tells where the next user begins. What came before is imported; mend it, and go on with the whole file.");
        return new ImportRow(number, Map.of(), List.of(error), 0, true);
    }
}
