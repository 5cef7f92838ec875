package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tables are made of, as sent. */
public final class TableDocuments {
    private TableDocuments() {}

    /** A column of the users list or of a table. */
    public record ColumnDocument(
            String id,
            String recipe,
            Text label,
            Column.Kind kind,
            Column.Width width,
            int priority,
            Column.Small small) {}

    /**
     * A row.
     *
     * @param link where it leads, relative to the mount
     * @param actions false where no action is drawn for it; null where all are
     * @param lockedActions why an action can't be done, by its method and path, as {@code DELETE a/b}; null for none
     */
    public record TableRowDocument(
            String key,
            Map<String, CellValueDocument> cells,
            @Nullable String link,
            @Nullable Boolean actions,
            @Nullable Map<String, Text> lockedActions) {}
}
