package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The panel that opens beside a table when a row is chosen, at an address of its own. One request fetches all of it.
 * Start with {@link #of}.
 *
 * @param data a GET route of the same recipe, with the row's key in its path, that answers with {@link PreviewData}, or
 *     {@link dev.userdeck.http.spi.ProblemType#NOT_FOUND} when the row is gone
 * @param edit changes the row, null when that can't be; its form begins with the values of {@link PreviewData}, and its
 *     route {@linkplain Route#needsIfMatch() needs If-Match} with the version of these. It answers with
 *     {@link dev.userdeck.http.spi.ProblemType#STALE} when that is not the one that is there, and otherwise with a body
 *     whose {@code key} names the row from then on
 * @param actions what else can be done with the row
 * @param parts what is shown, from top to bottom
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Preview(Route data, @Nullable Action edit, List<Action> actions, List<Part> parts) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if {@code data} says that it answers something else
     */
    public Preview {
        Fit.answers(data, PreviewData.class);
        actions = List.copyOf(actions);
        parts = List.copyOf(parts);
    }

    /** A preview that shows what {@code data} answers. */
    public static Preview of(Route data) {
        return new Preview(data, null, List.of(), List.of());
    }

    /** The same with a form to change the row. */
    public Preview edit(Action action) {
        return new Preview(data, action, actions, parts);
    }

    /** The same with actions. */
    public Preview actions(Action... more) {
        return new Preview(data, edit, List.of(more), parts);
    }

    /** The same with one more part at the end. */
    public Preview part(String id, Text title, Content content) {
        var more = new ArrayList<>(parts);
        more.add(new Part(id, title, content));
        return new Preview(data, edit, actions, more);
    }

    /**
     * A part of a preview.
     *
     * @param id unique within the preview, {@code [a-z][a-z0-9-]*}; {@link PreviewData} gives its data under this id
     * @param title the heading
     * @param content what is inside
     */
    public record Part(String id, Text title, Content content) {}

    /** The kinds of parts, by what is inside. */
    public sealed interface Content {}

    /**
     * Words, readable in full; its data is {@link PreviewData.Labels}.
     *
     * @param empty said when there are none
     * @param groupBy the character before which words are alike, so that {@code ticket:read} and {@code ticket:refund}
     *     stand beside each other under {@code ticket}; null for one group
     */
    public record Chips(Text empty, @Nullable String groupBy) implements Content {}

    /** Labelled values; its data is {@link PreviewData.Facts}. */
    public record Facts() implements Content {}

    /**
     * A small table; its data is {@link PreviewData.Rows}.
     *
     * @param columns from left to right; the first names the row
     * @param empty said when there are no rows
     * @param more a GET route of the same recipe, with the key of the previewed row in its path, that answers the query
     *     parameter {@code cursor} with a {@code Page} of {@link TableRow}; null when there is never more than one page
     * @param all the words of the link to all rows, which comes with the data; null for no link
     */
    public record Table(
            List<Column> columns,
            Text empty,
            @Nullable Route more,
            @Nullable Text all) implements Content {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if {@code more} says that it answers something else
         */
        public Table {
            Fit.answersRows(more);
            columns = List.copyOf(columns);
        }
    }
}
