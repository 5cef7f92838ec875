package dev.userdeck.internal.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRowsPropertyTest {
    private static final String SEED = "20261130";
    private static final String REFUSED = "refused";
    /** With D for the delimiter and N for the line end; none of it may become a row. */
    private static final List<String> DAMAGED = List.of(
            "Cla\"raDx",
            "xDCla\"",
            "Cla\"raD\"x",
            "\"Bea\" SmithDx",
            "xD\"Bea\"\" \"x\"",
            "one",
            "\"one\"",
            "aDbDc",
            "aDbD",
            "\"Zo\u00eb\"D\"aNb\"",
            "aDZo\u00eb");

    /**
     * A row as it stands in the file, each character a byte.
     *
     * @param read what becomes of it
     */
    record Written(String text, Object read) {}

    /** A file whose bytes come in parts of this length. */
    record Csv(String delimiter, String lineEnd, List<Written> rows, int part) {
        InputStreamInParts bytes() {
            String head = "name" + delimiter + "\"email\"" + lineEnd;
            String text = rows.stream().map(row -> row.text + lineEnd).collect(Collectors.joining("", head, ""));
            return new InputStreamInParts(text.getBytes(ISO_8859_1), part);
        }
    }

    @Property(seed = SEED)
    void eachWholeRowIsReadWhateverIsDamagedBesideIt(@ForAll("files") Csv file) throws IOException {
        assertThat(read(file)).isEqualTo(file.rows.stream().map(Written::read).toList());
    }

    private static List<Object> read(Csv file) throws IOException {
        var source = new CsvRows(new Bytes(file.bytes()), Set.of("name", "email"), Set.of());
        var read = new ArrayList<Object>();
        for (ImportRow row = source.next(); row != null; row = source.next()) {
            read.add(row.errors().isEmpty() ? row.values() : REFUSED);
        }
        return read;
    }

    @Provide
    Arbitrary<Csv> files() {
        return Combinators.combine(Arbitraries.of(",", ";", "\t"), Arbitraries.of("\n", "\r\n", "\r"))
                .flatAs((delimiter, lineEnd) -> rows(delimiter, lineEnd)
                        .list()
                        .ofMaxSize(8)
                        .flatMap(rows -> Arbitraries.integers()
                                .between(1, 40)
                                .map(part -> new Csv(delimiter, lineEnd, rows, part))));
    }

    private static Arbitrary<Written> rows(String delimiter, String lineEnd) {
        Arbitrary<String> cells = Arbitraries.of("a", "b ", "\u20ac", "\ud834\udd1e", "\"", ",", ";", "\t", "\n", "\r")
                .list()
                .ofMaxSize(5)
                .map(letters -> String.join("", letters))
                // what begins like a formula has an apostrophe in front, which isn't looked at here
                .map(text -> text.isEmpty() ? text : "x" + text);
        Arbitrary<Written> whole = Combinators.combine(cells, cells, Arbitraries.of(true, false))
                .as((name, email, quoted) -> new Written(
                        cell(name, quoted, delimiter) + delimiter + cell(email, !quoted, delimiter),
                        values(name, email)));
        Arbitrary<Written> damaged = Arbitraries.of(DAMAGED)
                .map(text -> new Written(text.replace("D", delimiter).replace("N", lineEnd), REFUSED));
        return Arbitraries.oneOf(whole, damaged);
    }

    private static Map<String, String> values(String name, String email) {
        var values = new HashMap<>(Map.of("name", name, "email", email));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String cell(String text, boolean isQuoted, String delimiter) {
        boolean mustBe = text.chars().anyMatch(letter -> "\"\r\n".indexOf(letter) >= 0) || text.contains(delimiter);
        String cell = isQuoted || mustBe ? '"' + text.replace("\"", "\"\"") + '"' : text;
        return new String(cell.getBytes(UTF_8), ISO_8859_1);
    }

    /** Gives so many bytes at once. */
    static final class InputStreamInParts extends ByteArrayInputStream {
        private final int part;

        InputStreamInParts(byte[] bytes, int part) {
            super(bytes);
            this.part = part;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(part, length));
        }
    }
}
