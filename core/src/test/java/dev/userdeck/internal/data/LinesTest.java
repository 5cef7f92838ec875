package dev.userdeck.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are the same wherever the bytes of a file come apart. */
class LinesTest {
    private static final String MARK = "\ufeff";

    @Test
    void linesAreTheSameWhereverTheBytesComeApart() {
        String file = MARK + "{\"name\":\"Zoë 𝄞\"}\r\n\r\n{\"name\":\"b\"}\n\n{\"name\":\"€\"}";

        List<ImportRow> whole = lines(stream(file));

        assertThat(whole).extracting(ImportRow::number).containsExactly(1L, 3L, 5L);
        assertThat(names(whole)).containsExactly("Zoë 𝄞", "b", "€");
        assertThat(cuts(file)).allSatisfy(parts -> assertThat(lines(parts)).isEqualTo(whole));
    }

    @Test
    void recordsAreTheSameWhereverTheBytesComeApart() {
        String file = MARK + "name,email\r\n\"Zoë \"\"𝄞\"\"\r\n2\",a\r\n\r\nb,€\n\"\",\"c\"";

        List<ImportRow> whole = records(stream(file));

        assertThat(whole).extracting(ImportRow::number).containsExactly(2L, 5L, 6L);
        assertThat(whole)
                .extracting(ImportRow::values)
                .containsExactly(
                        Map.of("name", "Zoë \"𝄞\"\r\n2", "email", "a"),
                        Map.of("name", "b", "email", "€"),
                        Map.of("email", "c"));
        assertThat(cuts(file)).allSatisfy(parts -> assertThat(records(parts)).isEqualTo(whole));
    }

    /** The first line ends from ten bytes before the buffer's end to ten behind it, also within its last character. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aLineMayEndAroundTheEndOfTheBuffer(String lineBreak) {
        for (int length = Bytes.BUFFER - 10; length <= Bytes.BUFFER + 10; length++) {
            String first = line(length);

            List<ImportRow> rows =
                    lines(stream(first + lineBreak + "{\"name\":\"é\"}" + lineBreak + "{\"name\":\"c\"}"));

            assertThat(rows)
                    .as("%s bytes", length)
                    .extracting(ImportRow::number)
                    .containsExactly(1L, 2L, 3L);
            assertThat(names(rows))
                    .as("%s bytes", length)
                    .containsExactly(first.substring(9, first.length() - 2), "é", "c");
        }
    }

    @Test
    void aLineOfTheLimitIsReadAndOneByteMoreIsRefused() {
        String longest = line(ImportRow.MAX_BYTES);
        String tooLong = line(ImportRow.MAX_BYTES + 1);

        List<ImportRow> rows = lines(stream(longest + "\n" + tooLong + "\n{\"name\":\"b\"}\n" + longest));

        assertThat(errors(rows)).containsExactly("", "row-too-long", "", "");
        assertThat(rows).extracting(ImportRow::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(errors(lines(stream(tooLong)))).containsExactly("row-too-long");
        assertThat(errors(lines(stream(tooLong + "\n")))).containsExactly("row-too-long");
    }

    @Test
    void aRecordOfTheLimitIsReadAndOneByteMoreIsRefused() {
        String longest = "x".repeat(ImportRow.MAX_BYTES - 4) + ",\"y\"";

        List<ImportRow> rows = records(stream("name,email\n" + longest + "\r\nx" + longest + "\nb,b\n" + longest));

        assertThat(errors(rows)).containsExactly("", "row-too-long", "", "");
        assertThat(rows).extracting(ImportRow::number).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void anEmptyFileHasNoRows() {
        for (String empty : List.of("", MARK, "\n", MARK + "\r\n", "\r\n \n\n")) {
            assertThat(lines(stream(empty))).isEmpty();
        }
        for (String empty : List.of("", MARK, "\r\n\n", "name,email", MARK + "name,email\r\n")) {
            assertThat(records(stream(empty))).isEmpty();
        }
    }

    @Test
    void halfAByteOrderMarkAndHalfACharacterAreNotUtf8() {
        byte[] mark = MARK.getBytes(UTF_8);
        byte[] name = "{\"name\":\"€".getBytes(UTF_8);

        assertThat(errors(lines(new ByteArrayInputStream(mark, 0, 2)))).containsExactly("encoding-invalid");
        assertThat(errors(lines(new ByteArrayInputStream(name, 0, name.length - 1))))
                .containsExactly("encoding-invalid");
    }

    /** A line of so many bytes, the last character of whose name has three. */
    private static String line(int bytes) {
        return "{\"name\":\"" + "x".repeat(bytes - 14) + "€\"}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** The same bytes, which come in two parts, cut at each place; and one by one. */
    private static List<InputStream> cuts(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var cuts = new ArrayList<InputStream>();
        for (int at = 0; at <= bytes.length; at++) {
            cuts.add(new SequenceInputStream(
                    new ByteArrayInputStream(bytes, 0, at), new ByteArrayInputStream(bytes, at, bytes.length)));
        }
        cuts.add(new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(1, length));
            }
        });
        return cuts;
    }

    private static List<ImportRow> lines(InputStream file) {
        return rows(file, JsonLines::new);
    }

    private static List<ImportRow> records(InputStream file) {
        return rows(file, bytes -> {
            try {
                return new CsvRows(bytes, Set.of("name", "email"), Set.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<ImportRow> rows(InputStream file, Function<Bytes, RowSource> format) {
        try {
            RowSource source = format.apply(new Bytes(file));
            var rows = new ArrayList<ImportRow>();
            for (ImportRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> names(List<ImportRow> rows) {
        return Arrays.asList(rows.stream().map(row -> row.values().get("name")).toArray());
    }

    /** The code of each row's first error, empty without one. */
    private static List<String> errors(List<ImportRow> rows) {
        return rows.stream()
                .map(row -> row.errors().isEmpty() ? "" : row.errors().get(0).code())
                .toList();
    }
}
