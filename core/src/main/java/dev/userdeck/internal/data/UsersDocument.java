package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.internal.data.Json.NoJsonException;
import dev.userdeck.internal.data.Json.TooLargeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/** One document, <code>{"users": […]}</code>. What is no JSON ends it, as nothing tells where the next user begins. */
final class UsersDocument implements RowSource {
    private final JsonParser parser;
    private long number;
    private boolean isOver;

    UsersDocument(Bytes bytes) {
        this.parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes.rest());
    }

    @Override
    public @Nullable Row next() {
        if (isOver) {
            return null;
        }
        try {
            if (number == 0) {
                open();
            }
            number++;
            return parser.nextToken() == JsonToken.END_ARRAY ? end() : user();
        } catch (StreamReadException e) {
            NoJsonException refused = Json.refused(e);
            return refused.breaksOff() ? brokenOff() : over(refused);
        } catch (TooLargeException e) {
            isOver = true;
            return new Row(number, Map.of(), Row.tooLong(number).errors(), 0, true);
        }
    }

    private void open() {
        boolean isThere = parser.nextToken() == JsonToken.START_OBJECT
                && "users".equals(parser.nextName())
                && parser.nextToken() == JsonToken.START_ARRAY;
        if (!isThere) {
            throw new ImportRefusedException("document-invalid", "The document has to begin with {\"users\": [");
        }
    }

    private @Nullable Row end() {
        isOver = true;
        JsonToken next = parser.nextToken();
        if (next == null) {
            return brokenOff();
        }
        if (next != JsonToken.END_OBJECT) {
            throw new ImportRefusedException(
                    "document-invalid", "Next to \"users\", the document has members that are not known.");
        }
        return null;
    }

    private Row user() {
        if (parser.currentToken() == null) {
            return brokenOff();
        }
        long from = parser.currentTokenLocation().getByteOffset();
        Object value = Json.value(parser, from + Row.MAX_BYTES);
        try {
            int size = (int) (parser.currentLocation().getByteOffset() - from);
            return Row.of(number, Json.withoutNulls(value), size);
        } catch (NoJsonException e) {
            return new Row(number, Map.of(), List.of(e.error()), 0, false);
        }
    }

    private Row brokenOff() {
        isOver = true;
        return Row.breaksOff(number);
    }

    private Row over(NoJsonException refused) {
        isOver = true;
        return new Row(Math.max(1, number), Map.of(), List.of(refused.error()), 0, true);
    }
}
