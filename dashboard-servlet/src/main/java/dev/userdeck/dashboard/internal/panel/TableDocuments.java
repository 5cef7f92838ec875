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

    /** A row; {@code link} is where it leads, relative to the mount; without {@code actions} none is drawn for it. */
    public record TableRowDocument(
            String key,
            Map<String, CellValueDocument> cells,
            @Nullable String link,
            boolean actions) {}
}
