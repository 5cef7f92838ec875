package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.PreviewDocuments.FactsDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.LabelsDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PartDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.RowsDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.ShapeDocument;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.PreviewData.PartData;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's previews as documents for one operator. */
final class PreviewWriter {
    private final RecipeId recipe;
    private final Operator operator;
    private final PanelWriter panels;

    PreviewWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.operator = operator;
        this.panels = new PanelWriter(recipe, operator);
    }

    /** Null for an operator who may not open it. */
    @Nullable
    ShapeDocument shape(@Nullable Preview preview) {
        if (preview == null || !OperatorRights.allows(operator, preview.data())) {
            return null;
        }
        return new ShapeDocument(
                RouteAddress.path(recipe, preview.data(), RouteAddress.Known.ROW),
                panels.action(preview.edit(), RouteAddress.Known.ROW),
                panels.actions(preview.actions(), RouteAddress.Known.ROW),
                preview.parts().stream().map(this::part).toList());
    }

    private PartDocument part(Preview.Part part) {
        if (part.content() instanceof Preview.Chips chips) {
            return new PartDocument(part.id(), part.title(), "chips", chips.empty(), chips.groupBy(), null, null, null);
        }
        if (part.content() instanceof Preview.Table table) {
            Route more = table.more();
            return new PartDocument(
                    part.id(),
                    part.title(),
                    "table",
                    table.empty(),
                    null,
                    panels.columns(table.columns()),
                    more == null || !OperatorRights.allows(operator, more)
                            ? null
                            : RouteAddress.path(recipe, more, RouteAddress.Known.ROW),
                    table.all());
        }
        return new PartDocument(part.id(), part.title(), "facts", null, null, null, null, null);
    }

    /** One row of the page that {@code preview} belongs to. */
    PreviewDocument data(Preview preview, PreviewData data, Links links) {
        var parts = new LinkedHashMap<String, Object>();
        for (Preview.Part part : preview.parts()) {
            PartData given = data.parts().get(part.id());
            if (given != null) {
                parts.put(part.id(), partData(part, given, links));
            }
        }
        return new PreviewDocument(
                data.title(),
                data.line(),
                data.changedAt(),
                Response.etagOf(data.version()),
                data.values(),
                parts,
                data.lockedFields(),
                locked(data.lockedActions()));
    }

    private Map<String, Text> locked(Map<Route, Text> locked) {
        var byAddress = new LinkedHashMap<String, Text>();
        locked.forEach((route, reason) ->
                byAddress.put(route.method() + " " + RouteAddress.full(recipe, route, RouteAddress.Known.ROW), reason));
        return byAddress;
    }

    private static Object partData(Preview.Part part, PartData data, Links links) {
        if (part.content() instanceof Preview.Chips && data instanceof PreviewData.Labels words) {
            return new LabelsDocument(words.labels());
        }
        if (part.content() instanceof Preview.Facts && data instanceof PreviewData.Facts facts) {
            return new FactsDocument(
                    facts.rows().stream().map(SectionData::fact).toList());
        }
        if (part.content() instanceof Preview.Table table && data instanceof PreviewData.Rows rows) {
            var page = RowWriter.page(table.columns(), rows.page(), links);
            return new RowsDocument(
                    page.items(), page.nextCursor(), page.previousCursor(), rows.total(), links.address(rows.all()));
        }
        throw new IllegalArgumentException("Part %s of a preview is %s and can't show %s"
                .formatted(
                        part.id(),
                        part.content().getClass().getSimpleName(),
                        data.getClass().getSimpleName()));
    }
}
