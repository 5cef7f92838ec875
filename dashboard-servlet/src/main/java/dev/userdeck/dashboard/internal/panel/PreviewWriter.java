package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.PreviewDocuments.ChipsPart;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.FactsPart;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.FieldValueDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewDataDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewFacts;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewLabels;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewPartShapeDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewRows;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.PreviewShapeDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.RowPreviewDocument;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.SwitchValue;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.TablePart;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.TextValue;
import dev.userdeck.dashboard.internal.panel.PreviewDocuments.TextsValue;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.PreviewData.PartData;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's previews as documents for one operator. */
final class PreviewWriter {
    private final RecipeId recipe;
    private final Operator operator;
    private final ActionWriter actions;

    PreviewWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.operator = operator;
        this.actions = new ActionWriter(recipe, operator);
    }

    /** Null for an operator who may not open it. */
    @Nullable
    PreviewShapeDocument shape(@Nullable Preview preview) {
        if (preview == null || !OperatorRights.allows(operator, preview.data())) {
            return null;
        }
        return new PreviewShapeDocument(
                RouteAddress.path(recipe, preview.data(), RouteAddress.Known.ROW),
                actions.action(preview.edit(), RouteAddress.Known.ROW),
                actions.actions(preview.actions(), RouteAddress.Known.ROW),
                preview.parts().stream().map(this::part).toList());
    }

    private PreviewPartShapeDocument part(Preview.Part part) {
        if (part.content() instanceof Preview.Chips chips) {
            return new ChipsPart(part.id(), part.title(), chips.empty(), chips.groupBy());
        }
        if (part.content() instanceof Preview.Table table) {
            Route more = table.more();
            return new TablePart(
                    part.id(),
                    part.title(),
                    table.empty(),
                    ColumnWriter.columns(recipe, table.columns()),
                    more == null || !OperatorRights.allows(operator, more)
                            ? null
                            : RouteAddress.path(recipe, more, RouteAddress.Known.ROW),
                    table.all());
        }
        return new FactsPart(part.id(), part.title());
    }

    /** One row of the page that {@code preview} belongs to. */
    RowPreviewDocument data(Preview preview, PreviewData data, Links links) {
        var parts = new LinkedHashMap<String, PreviewDataDocument>();
        for (Preview.Part part : preview.parts()) {
            PartData given = data.parts().get(part.id());
            if (given != null) {
                parts.put(part.id(), partData(part, given, links));
            }
        }
        return new RowPreviewDocument(
                data.title(),
                data.line(),
                data.changedAt(),
                Response.etagOf(data.version()),
                values(data.values()),
                parts,
                data.lockedFields(),
                RowWriter.locked(recipe, data.lockedActions(), RouteAddress.Known.ROW));
    }

    private static Map<String, FieldValueDocument> values(Map<String, Object> values) {
        var documents = new LinkedHashMap<String, FieldValueDocument>();
        values.forEach((field, value) -> documents.put(field, value(field, value)));
        return documents;
    }

    private static FieldValueDocument value(String field, Object value) {
        if (value instanceof String text) {
            return new TextValue(text);
        }
        if (value instanceof Boolean isOn) {
            return new SwitchValue(isOn);
        }
        if (value instanceof Collection<?> texts) {
            return new TextsValue(texts.stream().map(String.class::cast).toList());
        }
        throw new IllegalArgumentException("The field %s of a preview takes a text, a boolean or texts, not %s"
                .formatted(field, value.getClass().getName()));
    }

    private static PreviewDataDocument partData(Preview.Part part, PartData data, Links links) {
        if (part.content() instanceof Preview.Chips && data instanceof PreviewData.Labels words) {
            return new PreviewLabels(words.labels());
        }
        if (part.content() instanceof Preview.Facts && data instanceof PreviewData.Facts facts) {
            return new PreviewFacts(facts.rows().stream().map(CellValues::fact).toList());
        }
        if (part.content() instanceof Preview.Table table && data instanceof PreviewData.Rows rows) {
            var page = RowWriter.page(table.columns(), rows.page(), links);
            return new PreviewRows(
                    page.items(), page.nextCursor(), page.previousCursor(), rows.total(), links.address(rows.all()));
        }
        throw new IllegalArgumentException("Part %s of a preview is %s and can't show %s"
                .formatted(
                        part.id(),
                        part.content().getClass().getSimpleName(),
                        data.getClass().getSimpleName()));
    }
}
