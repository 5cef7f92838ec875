package dev.userdeck.internal.data;

import dev.userdeck.data.DataFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes exported users, one by one. */
interface RecordWriter {

    /** By which Excel knows UTF-8. */
    String BYTE_ORDER_MARK = "\ufeff";

    /** Writes one. */
    void write(Map<String, Object> fields) throws IOException;

    /** Sends on what is held back. */
    void flush() throws IOException;

    /** A writer of this format, of these columns; writes the head, if there is one. */
    static RecordWriter of(DataFormat format, List<String> columns, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (format == DataFormat.JSON_LINES) {
            return new Lines(writer);
        }
        writer.write(BYTE_ORDER_MARK + String.join(",", columns) + "\r\n");
        return new Csv(writer, columns);
    }

    /** JSON Lines. */
    record Lines(Writer writer) implements RecordWriter {
        @Override
        public void write(Map<String, Object> fields) throws IOException {
            writer.write(JsonValues.text(fields));
            writer.write('\n');
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }
    }

    /** CSV. */
    record Csv(Writer writer, List<String> columns) implements RecordWriter {
        private static final Pattern SPLITS = Pattern.compile("[\\s,;]|^[\\[{]");

        @Override
        public void write(Map<String, Object> fields) throws IOException {
            for (int i = 0; i < columns.size(); i++) {
                Object value = fields.get(columns.get(i));
                if (i > 0) {
                    writer.write(',');
                }
                if (value != null) {
                    writer.write(CsvCells.write(text(value)));
                }
            }
            writer.write("\r\n");
        }

        /** A list of words reads better with spaces; what is more is JSON. */
        private static String text(Object value) {
            if (value instanceof String text) {
                return text;
            }
            boolean isWords = value instanceof List<?> list
                    && !list.isEmpty()
                    && list.stream()
                            .allMatch(it -> it instanceof String word
                                    && !word.isEmpty()
                                    && !SPLITS.matcher(word).find());
            return isWords
                    ? String.join(
                            " ",
                            ((List<?>) value).stream().map(Object::toString).toList())
                    : JsonValues.text(value);
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }
    }
}
