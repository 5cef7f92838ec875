package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionMethod;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.ActionTone;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.ConfirmDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.FieldDocument;
import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's actions as documents for one operator: what this person may not do is left out. */
final class ActionWriter {
    private final RecipeId recipe;
    private final Operator operator;

    ActionWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.operator = operator;
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
                ActionTone.of(action.tone()),
                ActionMethod.of(action.route()),
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
                field.kind(),
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
}
