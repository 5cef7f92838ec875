package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionDocument;
import dev.userdeck.dashboard.internal.panel.SectionDataDocument.FactRowDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonValue;
import dev.userdeck.paging.Page;
import dev.userdeck.servlet.internal.openapi.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Previews as sent: their shape with the capabilities, their data when a row is opened. */
public final class PreviewDocuments {
    private PreviewDocuments() {}

    /** What a page's previews look like; the addresses have {@code {item}} for the key of the row. */
    public record PreviewShapeDocument(
            @Answers(RowPreviewDocument.class) String data,
            @Nullable ActionDocument edit,
            List<ActionDocument> actions,
            List<PreviewPartShapeDocument> parts) {}

    /** A part of a preview; a member {@code kind} tells which. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ChipsPart.class, name = "chips"),
        @JsonSubTypes.Type(value = FactsPart.class, name = "facts"),
        @JsonSubTypes.Type(value = TablePart.class, name = "table")
    })
    public sealed interface PreviewPartShapeDocument {

        String id();

        Text title();
    }

    /** Labels; those that have the same before {@code groupBy} are a group. */
    public record ChipsPart(
            String id, Text title, Text empty, @Nullable String groupBy) implements PreviewPartShapeDocument {}

    /** Labelled values. */
    public record FactsPart(String id, Text title) implements PreviewPartShapeDocument {}

    /** The first rows of a list, and where there are more. */
    public record TablePart(
            String id,
            Text title,
            Text empty,
            List<ColumnDocument> columns,

            @Answers(value = Page.class, of = TableRowDocument.class) @Nullable
            String more,

            @Nullable Text all)
            implements PreviewPartShapeDocument {}

    /**
     * One row in full.
     *
     * @param values what the fields of the edit form begin with, by name
     * @param parts by the id of the part
     * @param lockedFields why a field can't be changed, by its name
     * @param lockedActions why an action can't be done, by its method and path, as {@code DELETE a/b}
     */
    public record RowPreviewDocument(
            String title,
            @Nullable String line,
            @Nullable Instant changedAt,
            String etag,
            Map<String, FieldValueDocument> values,
            Map<String, PreviewDataDocument> parts,
            Map<String, Text> lockedFields,
            Map<String, Text> lockedActions) {}

    /** What a field of a form holds: its kind tells which. */
    public sealed interface FieldValueDocument {}

    /** Of most kinds. */
    public record TextValue(@JsonValue String text) implements FieldValueDocument {}

    /** Of kind {@code switch}. */
    public record SwitchValue(@JsonValue boolean isOn) implements FieldValueDocument {}

    /** Of kind {@code tags} or {@code names}. */
    public record TextsValue(@JsonValue List<String> texts) implements FieldValueDocument {}

    /** What a part of a preview shows: its kind tells which. */
    public sealed interface PreviewDataDocument {}

    /** Of kind {@code chips}. */
    public record PreviewLabels(List<String> labels) implements PreviewDataDocument {}

    /** Of kind {@code facts}. */
    public record PreviewFacts(List<FactRowDocument> rows) implements PreviewDataDocument {}

    /** Of kind {@code table}; {@code all} leads to the whole list, relative to the mount. */
    public record PreviewRows(
            List<TableRowDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable Long total,
            @Nullable String all)
            implements PreviewDataDocument {}
}
