package dev.userdeck.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.error.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged row of CSV is refused by itself: the rows around it are read, and nothing of its line becomes a row of its own. */
class DamagedRowsTest {
    private static final String DORA = "Dora,d@example.org\n";
    private static final String EVE = "Eve,e@example.org\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\";\"email\"",
                "name;\"email\"",
                "\r\n\"name\";email",
                "\"name\"\t\"email\"",
                "name\t\"email\"",
                "\"name\",\"email\"",
                "name;\"size, cm\";email",
                "\"size\n1,2\"\t\"email\"\tname"
            })
    void theDelimiterIsWhatStandsOutsideOfQuotesInTheFirstLine(String header) throws IOException {
        String delimiter = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
        boolean isThree = header.contains("size");
        String row = header.startsWith("\"size")
                ? String.join(delimiter, "7", "d@example.org", "\"Dora,;\t\"")
                : "\"Dora,;\t\"" + (isThree ? delimiter + "7" : "") + delimiter + "d@example.org";

        List<ImportRow> rows = rows((header + "\r\n" + row).getBytes(UTF_8));

        assertThat(rows)
                .singleElement()
                .satisfies(read -> assertThat(read.errors()).isEmpty())
                .extracting(ImportRow::values)
                .satisfies(values ->
                        assertThat(values).containsEntry("name", "Dora,;\t").containsEntry("email", "d@example.org"));
    }

    /** It is longer than a row may be, and there is one more thing wrong with it. */
    @ParameterizedTest
    @ValueSource(strings = {"%s\"", "\"%s\"x,\"", "\"%s\"x", "a,%s\"", "\"%s\n", "\"%s\",\"\n", "%s,\"\n"})
    void theRestOfATooLongRowIsNoRow(String start) throws IOException {
        String end = start.endsWith("\n") ? "\"\n" : "";
        String row = start.formatted("x".repeat(ImportRow.MAX_BYTES + 1)) + EVE + end;

        List<ImportRow> rows = rows(("name,email\n" + row + DORA).getBytes(UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).errors()).extracting(FieldError::code).containsAnyOf("row-too-long", "csv-quote");
        assertThat(rows.get(1).values()).containsEntry("name", "Dora");
    }

    @Test
    void aRowOfNothingButDelimitersIsTooLong() throws IOException {
        List<ImportRow> rows =
                rows(("name,email\n" + ",".repeat(ImportRow.MAX_BYTES + 1) + "\n" + DORA).getBytes(UTF_8));

        assertThat(told(rows)).containsExactly("2 row-too-long", "3 Dora");
    }

    @Test
    void allCellsOfARowAreCounted() throws IOException {
        List<ImportRow> rows = rows(("name,email\n" + "x,".repeat(70_000) + "\n" + DORA).getBytes(UTF_8));

        assertThat(told(rows)).containsExactly("2 cells-count", "3 Dora");
        assertThat(rows.get(0).errors().get(0).message()).contains("Cells here: 70001", "Columns: 2");
    }

    @Test
    void aCarriageReturnEndsARowAndADamagedRowToo() throws IOException {
        List<ImportRow> rows = rows("name,email\r\"A\"da,a\r\r\"B\rb\",b\rDora,d".getBytes(UTF_8));

        assertThat(told(rows)).containsExactly("2 csv-quote", "4 B\rb", "6 Dora");
    }

    private static List<ImportRow> rows(byte[] file) throws IOException {
        var source = new CsvRows(
                new Bytes(new ByteArrayInputStream(file)), Set.of("name", "email", "size, cm", "size\n1,2"), Set.of());
        var rows = new ArrayList<ImportRow>();
        for (ImportRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }

    /** The line of each row, and its name or what is wrong with it. */
    private static List<String> told(List<ImportRow> rows) {
        return rows.stream()
                .map(row -> row.number() + " "
                        + (row.errors().isEmpty()
                                ? row.values().get("name")
                                : row.errors().get(0).code()))
                .toList();
    }
}
