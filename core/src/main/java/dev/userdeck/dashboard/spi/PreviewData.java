package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One row, told in full: what the data route of a {@link Preview} answers. Start with {@link #of}.
 *
 * @param title the heading
 * @param line a line below it, null for none
 * @param changedAt when the row last changed, null when nobody knows
 * @param version of the row, to be sent back when it is edited
 * @param values what the fields of the edit form begin with, by name: text, boolean, or a list of text for tags
 * @param parts the data of the preview's parts, by id; a part without is not drawn
 * @param lockedFields why a field can't be changed, by its name
 * @param lockedActions why an action can't be done, by its route
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PreviewData(
        String title,
        @Nullable String line,
        @Nullable Instant changedAt,
        long version,
        Map<String, Object> values,
        Map<String, PartData> parts,
        Map<String, Text> lockedFields,
        Map<Route, Text> lockedActions) {

    /** Copies the maps. */
    public PreviewData {
        values = Map.copyOf(values);
        parts = Map.copyOf(parts);
        lockedFields = Map.copyOf(lockedFields);
        lockedActions = Map.copyOf(lockedActions);
    }

    /** The version {@code version} of a row, without anything to show but its title. */
    public static PreviewData of(String title, long version) {
        return new PreviewData(title, null, null, version, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** The same with a line below the title, null for none. */
    public PreviewData line(@Nullable String newLine) {
        return new PreviewData(title, newLine, changedAt, version, values, parts, lockedFields, lockedActions);
    }

    /** The same with the time of the last change. */
    public PreviewData changedAt(Instant at) {
        return new PreviewData(title, line, at, version, values, parts, lockedFields, lockedActions);
    }

    /** The same with what a field of the edit form begins with. */
    public PreviewData value(String field, Object value) {
        return new PreviewData(
                title, line, changedAt, version, with(values, field, value), parts, lockedFields, lockedActions);
    }

    /** The same with the data of a part. */
    public PreviewData part(String id, PartData data) {
        return new PreviewData(
                title, line, changedAt, version, values, with(parts, id, data), lockedFields, lockedActions);
    }

    /** The same with a field that can't be changed in this row, and why. */
    public PreviewData lockField(String field, Text reason) {
        return new PreviewData(
                title, line, changedAt, version, values, parts, with(lockedFields, field, reason), lockedActions);
    }

    /** The same with an action that can't be done with this row, and why. */
    public PreviewData lockAction(Route route, Text reason) {
        return new PreviewData(
                title, line, changedAt, version, values, parts, lockedFields, with(lockedActions, route, reason));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** The data of a part. */
    public sealed interface PartData {}

    /**
     * The data of {@link Preview.Chips}.
     *
     * @param labels in the order to show
     */
    public record Labels(List<String> labels) implements PartData {

        /** Copies the list. */
        public Labels {
            labels = List.copyOf(labels);
        }
    }

    /**
     * The data of {@link Preview.Facts}.
     *
     * @param rows in the order to show
     */
    public record Facts(List<UserSection.FactRow> rows) implements PartData {

        /** Copies the list. */
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The data of {@link Preview.Table}.
     *
     * @param page the first page
     * @param total how many rows there are, null when nobody counted
     * @param all where all of them are to be seen, null for nowhere
     */
    public record Rows(
            Page<TableRow> page,
            @Nullable Long total,
            @Nullable Link all) implements PartData {}
}
