package dev.userdeck.internal.data;

import dev.userdeck.internal.data.JsonValues.NoJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Lines: an object a line. Empty lines are passed over. */
final class JsonLines implements RowSource {
    private final Bytes bytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    JsonLines(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable ImportRow next() throws IOException {
        while (bytes.peek() >= 0) {
            ImportRow row = read();
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable ImportRow read() throws IOException {
        long number = bytes.line();
        line.reset();
        boolean ended = bytes.readLine(line, ImportRow.MAX_BYTES);
        boolean isLast = !ended && bytes.peek() < 0;
        if (!ended && !isLast) {
            bytes.skipLine();
            return ImportRow.tooLong(number);
        }
        String text = Bytes.text(line);
        if (text == null) {
            return ImportRow.notUtf8(number);
        }
        return text.isBlank() ? null : row(number, text, isLast);
    }

    private ImportRow row(long number, String text, boolean isLast) {
        try {
            return ImportRow.of(number, JsonValues.object(text), line.size());
        } catch (NoJsonException e) {
            return isLast && e.breaksOff()
                    ? ImportRow.breaksOff(number)
                    : new ImportRow(number, Map.of(), List.of(e.error()), 0, false);
        }
    }
}
