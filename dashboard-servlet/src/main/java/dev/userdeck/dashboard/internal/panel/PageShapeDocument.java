package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewShapeDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.paging.Page;
import dev.userdeck.servlet.internal.openapi.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a recipe, as sent.
 *
 * @param actions for all rows together
 * @param preview null where no row opens, or not for this operator
 */
public record PageShapeDocument(
        String id,
        String recipe,
        Text title,
        String icon,
        Kind kind,
        List<ColumnDocument> columns,

        @Answers(value = Page.class, of = TableRowDocument.class)
        String data,

        @Nullable Text search,
        List<RecipePage.Filter> filters,
        RecipePage.Empty empty,
        @Nullable ActionDocument create,
        List<ActionDocument> actions,
        List<ActionDocument> rowActions,
        @Nullable PreviewShapeDocument preview) {

    /** What it shows. */
    public enum Kind {
        TABLE
    }
}
