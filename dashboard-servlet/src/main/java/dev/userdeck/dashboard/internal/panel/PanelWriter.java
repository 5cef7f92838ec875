package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ActionDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ColumnDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ConfirmDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.FieldDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PageDocument;
import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's panels as documents for one operator: what this person may not do is left out. */
public final class PanelWriter {
    private final RecipeId recipe;
    private final Operator operator;

    PanelWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.operator = operator;
    }

    /** The name of a panel across recipes; a page has its own, which {@link PanelChecks} keeps from another recipe's. */
    public static String globalId(RecipeId recipe, String id) {
        return recipe.value() + "." + id;
    }

    /** A column of the users list, whose cells lie beside those of other recipes. */
    ColumnDocument usersColumn(Column column) {
        return column(globalId(recipe, column.id()), column);
    }

    PageDocument page(RecipePage page) {
        return new PageDocument(
                page.id(),
                recipe.value(),
                page.title(),
                page.icon(),
                "table",
                columns(page.columns()),
                RouteAddress.path(recipe, page.data(), RouteAddress.Known.NOTHING),
                page.search(),
                page.empty(),
                action(page.create(), RouteAddress.Known.NOTHING),
                actions(page.actions(), RouteAddress.Known.NOTHING),
                actions(page.rowActions(), RouteAddress.Known.ROW),
                new PreviewWriter(recipe, operator).shape(page.preview()));
    }

    List<ActionDocument> actions(List<Action> actions, RouteAddress.Known known) {
        return actions.stream()
                .map(action -> action(action, known))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Nullable
    ActionDocument action(@Nullable Action action, RouteAddress.Known known) {
        if (action == null || !OperatorRights.allows(operator, action.route())) {
            return null;
        }
        return new ActionDocument(
                action.label(),
                action.icon(),
                actionTone(action.tone()),
                action.route().method().name(),
                RouteAddress.full(recipe, action.route(), known),
                action.form().isEmpty()
                        ? null
                        : action.form().stream().map(this::field).toList(),
                confirm(action.confirm(), known),
                action.done(),
                action.route().concernsWholeUser());
    }

    private @Nullable ConfirmDocument confirm(@Nullable Confirm confirm, RouteAddress.Known known) {
        if (confirm == null) {
            return null;
        }
        var facts = confirm.facts();
        boolean readable = facts != null && OperatorRights.allows(operator, facts);
        return new ConfirmDocument(
                confirm.title(),
                confirm.text(),
                readable ? RouteAddress.full(recipe, Objects.requireNonNull(facts), known) : null,
                readable,
                confirm.button());
    }

    private FieldDocument field(Field field) {
        return new FieldDocument(
                field.name(),
                field.label(),
                lower(field.kind()),
                field.required(),
                field.help(),
                field.maxLength(),
                suggestions(field));
    }

    /** Where words for this field come from; null for nowhere that the operator may look. */
    @Nullable
    String suggestions(Field field) {
        Route route = field.suggestions();
        return route == null || !OperatorRights.allows(operator, route)
                ? null
                : RouteAddress.full(recipe, route, RouteAddress.Known.NOTHING);
    }

    List<ColumnDocument> columns(List<Column> columns) {
        return columns.stream().map(column -> column(column.id(), column)).toList();
    }

    private ColumnDocument column(String id, Column column) {
        return new ColumnDocument(
                id,
                recipe.value(),
                column.label(),
                lower(column.kind()),
                lower(column.width()),
                column.priority(),
                lower(column.small()));
    }

    /** The tone of something one may do, as opposed to something that is. */
    private static String actionTone(Tone tone) {
        return switch (tone) {
            case PRIMARY -> "primary";
            case DANGER -> "danger";
            case NORMAL, OK, WARN -> "normal";
        };
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
