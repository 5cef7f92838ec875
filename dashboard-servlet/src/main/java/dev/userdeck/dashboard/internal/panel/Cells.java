package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.user.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The recipes' values for one page of the users list.
 *
 * @param byColumn the cell of each user who has one, by column
 * @param errors what to say in a column that failed, by column
 */
public record Cells(Map<String, Map<UserId, CellValueDocument>> byColumn, Map<String, String> errors) {

    public Map<String, CellValueDocument> of(UserId user) {
        var cells = new LinkedHashMap<String, CellValueDocument>();
        byColumn.forEach((column, values) -> {
            CellValueDocument value = values.get(user);
            if (value != null) {
                cells.put(column, value);
            }
        });
        return cells;
    }
}
