package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.data.CsvRecords.Line;
import dev.userdeck.internal.data.JsonValues.NoJsonException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, whose first record names the fields. Empty cells say nothing. */
final class CsvRows implements RowSource {
    private final CsvRecords records;
    private final Set<String> structured;
    private final List<String> fields;

    /**
     * Reads the first record.
     *
     * @param known the fields that can be read
     * @param structured those of them whose cells may be JSON
     * @throws ImportRefusedException if it names others, or one twice
     */
    CsvRows(Bytes bytes, Set<String> known, Set<String> structured) throws IOException {
        this.structured = structured;
        // One more than can have a name: that shows, and no row of a million cells is kept
        this.records = new CsvRecords(bytes, known.size() + 1);
        this.fields = fields(known);
    }

    private List<String> fields(Set<String> known) throws IOException {
        Line header = records.next();
        if (header == null) {
            return List.of();
        }
        List<String> names = header.cells();
        if (names == null) {
            throw refused("The first line has to name the columns, and can't be read.");
        }
        names = names.stream().map(String::strip).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw refused(
                        "The first line names a column that nothing reads: it knows %s. Rename it, or tell the import to ignore it."
                                .formatted(known.stream().sorted().toList()));
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw refused("The first line names a column twice.");
        }
        return names;
    }

    private static ImportRefusedException refused(String message) {
        return new ImportRefusedException("columns-invalid", message);
    }

    @Override
    public @Nullable ImportRow next() throws IOException {
        Line record = records.next();
        if (record == null) {
            return null;
        }
        List<String> cells = record.cells();
        if (cells == null) {
            return record.problem();
        }
        if (record.count() != fields.size()) {
            return ImportRow.unreadable(
                    record.line(),
                    "cells-count",
                    "There are %d cells here, and %d columns.".formatted(record.count(), fields.size()));
        }
        return row(record.line(), cells, record.size());
    }

    private ImportRow row(long line, List<String> cells, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = CsvCells.read(cells.get(i));
            if (text.isEmpty()) {
                continue;
            }
            try {
                Object value = isJson(fields.get(i), text) ? JsonValues.value(text) : text;
                if (value != null) {
                    values.put(fields.get(i), value);
                }
            } catch (NoJsonException e) {
                var error = new FieldError(
                        fields.get(i), e.error().code(), e.error().message());
                return new ImportRow(line, Map.of(), List.of(error), 0, false);
            }
        }
        return ImportRow.of(line, values, size);
    }

    private boolean isJson(String field, String text) {
        return structured.contains(field) && (text.startsWith("{") || text.startsWith("["));
    }
}
