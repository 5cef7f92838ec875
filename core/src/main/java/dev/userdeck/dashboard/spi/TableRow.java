package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param key names the row in the URLs of its actions
 * @param cells a value for each column id, of the column's Java type; what is absent draws as nothing
 * @param link where the row leads, null for its preview if the page has one; not drawn for who may not go there
 * @param actions whether the table's row actions are offered for this one
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TableRow(
        String key, Map<String, Object> cells, @Nullable Link link, boolean actions) {

    /** Copies the map. */
    public TableRow {
        cells = Map.copyOf(cells);
    }

    /** A row that leads nowhere but to its preview. */
    public TableRow(String key, Map<String, Object> cells) {
        this(key, cells, null, true);
    }

    /** The same, leading elsewhere. */
    public TableRow link(Link newLink) {
        return new TableRow(key, cells, newLink, actions);
    }

    /** The same without the table's row actions: there is nothing that they could do. */
    public TableRow withoutActions() {
        return new TableRow(key, cells, link, false);
    }
}
