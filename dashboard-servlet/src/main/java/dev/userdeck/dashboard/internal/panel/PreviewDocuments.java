package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ActionDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ColumnDocument;
import dev.userdeck.dashboard.internal.panel.RowWriter.RowDocument;
import dev.userdeck.dashboard.internal.panel.SectionData.FactDocument;
import dev.userdeck.dashboard.spi.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Previews as sent: their shape with the capabilities, their data when a row is opened. */
final class PreviewDocuments {
    private PreviewDocuments() {}

    /** What a page's previews look like. */
    public record ShapeDocument(
            String data, @Nullable ActionDocument edit, List<ActionDocument> actions, List<PartDocument> parts) {}

    /** A part of a preview; what is there depends on the kind. */
    public record PartDocument(
            String id,
            Text title,
            String kind,
            @Nullable Text empty,
            @Nullable String groupBy,
            @Nullable List<ColumnDocument> columns,
            @Nullable String more,
            @Nullable Text all) {}

    /** One row in full. The locks of actions are keyed by method and path, as in their documents. */
    public record PreviewDocument(
            String title,
            @Nullable String line,
            @Nullable Instant changedAt,
            String etag,
            Map<String, Object> values,
            Map<String, Object> parts,
            Map<String, Text> lockedFields,
            Map<String, Text> lockedActions) {}

    /** Words as sent. */
    public record LabelsDocument(List<String> labels) {}

    /** Labelled values as sent. */
    public record FactsDocument(List<FactDocument> rows) {}

    /** Rows as sent. */
    public record RowsDocument(
            List<RowDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable Long total,
            @Nullable String all) {}
}
