package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.AddActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.SaveActionDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of the user page, as sent; a member {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SectionDocument.ChipsSection.class, name = "chips"),
    @JsonSubTypes.Type(value = SectionDocument.FactsSection.class, name = "facts"),
    @JsonSubTypes.Type(value = SectionDocument.TableSection.class, name = "table"),
    @JsonSubTypes.Type(value = SectionDocument.JsonSection.class, name = "json")
})
public sealed interface SectionDocument {

    /** How much of the page it takes. */
    enum Width {
        HALF,
        FULL
    }

    /** The name across recipes. */
    String id();

    /** The recipe that it is of. */
    String recipe();

    /** What stands above it. */
    Text title();

    /** The name of its icon. */
    String icon();

    Width width();

    /** Words that can be added and removed. */
    record ChipsSection(
            String id,
            String recipe,
            Text title,
            String icon,
            Width width,
            boolean perTenant,
            @Nullable Text empty,
            @Nullable AddActionDocument add,
            @Nullable ActionDocument remove)
            implements SectionDocument {}

    /** Labelled values. */
    record FactsSection(String id, String recipe, Text title, String icon, Width width, List<ActionDocument> actions)
            implements SectionDocument {}

    /** Rows. */
    record TableSection(
            String id,
            String recipe,
            Text title,
            String icon,
            Width width,
            @Nullable Text empty,
            List<ColumnDocument> columns,
            List<ActionDocument> rowActions,
            List<ActionDocument> actions)
            implements SectionDocument {}

    /** A text of JSON. */
    record JsonSection(
            String id,
            String recipe,
            Text title,
            String icon,
            Width width,
            @Nullable Text empty,
            @Nullable SaveActionDocument save)
            implements SectionDocument {}
}
