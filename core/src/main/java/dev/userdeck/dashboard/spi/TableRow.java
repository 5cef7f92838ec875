package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param key names the row in the URLs of its actions
 * @param cells a value for each column id, of the column's Java type; what is absent draws as nothing
 * @param link where the row leads, null for its preview if the page has one; not drawn for who may not go there
 * @param actions whether the table's row actions are drawn for this one: {@link #withoutActions}
 * @param lockedActions why an action can't be done with this one, by its route: {@link #lockAction}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TableRow(
        String key, Map<String, Object> cells, @Nullable Link link, boolean actions, Map<Route, Text> lockedActions) {

    /** Copies the maps. */
    public TableRow {
        cells = Map.copyOf(cells);
        lockedActions = Map.copyOf(lockedActions);
    }

    /** A row that leads nowhere but to its preview, with all actions. */
    public TableRow(String key, Map<String, Object> cells) {
        this(key, cells, null, true, Map.of());
    }

    /** The same, leading elsewhere. */
    public TableRow link(Link newLink) {
        return new TableRow(key, cells, newLink, actions, lockedActions);
    }

    /**
     * The same without the table's row actions, and without a word about it: there is nothing that they could do for it, as with
     * a mail that was sent. What somebody would look for and can't do is {@linkplain #lockAction locked} instead.
     */
    public TableRow withoutActions() {
        return new TableRow(key, cells, link, false, lockedActions);
    }

    /**
     * The same with an action that can't be done with this row, and why: one at the end of the row, or of its preview, which
     * {@linkplain PreviewData#lockAction says it too}. The row then has a lock at its name that tells the reason; of its own
     * actions that one isn't drawn, or in a menu with others drawn with the reason. The route still has to refuse it.
     */
    public TableRow lockAction(Route route, Text reason) {
        var more = new HashMap<>(lockedActions);
        more.put(route, reason);
        return new TableRow(key, cells, link, actions, more);
    }
}
