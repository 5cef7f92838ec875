package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * A row of a table.
 *
 * @param key names the row in the URLs of its actions
 * @param cells a value for each column id, of the column's Java type; what is absent draws as nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TableRow(String key, Map<String, Object> cells) {

    /** Copies the map. */
    public TableRow {
        cells = Map.copyOf(cells);
    }
}
