package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.data.CsvRecords.Line;
import dev.userdeck.internal.data.JsonValues.NoJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, whose first record names the fields. Empty cells say nothing. */
final class CsvRows implements RowSource {
    /** More than there are fields, as spreadsheets write columns without a name; and no row of a million cells is kept. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int MOST_SHOWN = 5;

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
        this.records = new CsvRecords(bytes, MOST_COLUMNS);
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
        if (header.count() > names.size()) {
            throw refused("The first line names more than %,d columns.".formatted(MOST_COLUMNS));
        }
        return fields(names, known);
    }

    private static List<String> fields(List<String> names, Set<String> known) {
        var all = new FieldNames(known);
        var fields = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            String field = name.isEmpty() ? "" : all.find(name);
            if (field == null) {
                unknown.add(shown(name, i) + all.hint(name));
                continue;
            }
            String before = field.isEmpty() ? null : named.put(field, name);
            if (before != null) {
                throw refused("The first line names a column twice: '%s' and '%s' are both '%s'."
                        .formatted(before, name, field));
            }
            fields.add(field);
        }
        if (!unknown.isEmpty()) {
            throw refused(unknown(unknown, known));
        }
        return fields;
    }

    /** By its place, when it is something else than a name. */
    private static String shown(String name, int index) {
        String shown = RowFields.shown(name);
        return shown.startsWith("'") ? shown : "column " + (index + 1);
    }

    private static String unknown(List<String> unknown, Set<String> known) {
        String more = unknown.size() > MOST_SHOWN ? " and %,d more".formatted(unknown.size() - MOST_SHOWN) : "";
        return "The first line has to name the columns, and nothing reads %s%s. Rename what is meant otherwise, or tell the import to ignore it. It reads %s."
                .formatted(
                        String.join(", ", unknown.subList(0, Math.min(MOST_SHOWN, unknown.size()))),
                        more,
                        String.join(", ", new TreeSet<>(known)));
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
                    "Cells here: %d. Columns: %d.".formatted(record.count(), fields.size()));
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
            if (fields.get(i).isEmpty()) {
                return ImportRow.unreadable(
                        line,
                        "cell-unnamed",
                        "Cell %d is in a column that the first line gives no name.".formatted(i + 1));
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
