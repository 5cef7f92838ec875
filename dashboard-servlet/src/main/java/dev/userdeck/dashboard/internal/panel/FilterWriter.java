package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.FilterDocument.ChoiceDocument;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Choice;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a recipe's filters as documents. */
final class FilterWriter {
    private final RecipeId recipe;

    FilterWriter(RecipeId recipe) {
        this.recipe = recipe;
    }

    FilterDocument filter(UsersFilter filter) {
        Choices choices = FilterKinds.choices(filter).orElse(null);
        return new FilterDocument(
                PanelIds.global(recipe, filter.id()),
                recipe.value(),
                filter.label(),
                FilterKinds.kind(filter),
                fixed(filter, choices),
                choices == null ? null : options(choices.route()));
    }

    private static @Nullable List<ChoiceDocument> fixed(UsersFilter filter, @Nullable Choices choices) {
        if (filter.kind() instanceof YesNo yesNo) {
            return List.of(new ChoiceDocument("yes", yesNo.yes()), new ChoiceDocument("no", yesNo.no()));
        }
        List<Choice> fixed = choices == null ? null : choices.fixed();
        return fixed == null
                ? null
                : fixed.stream()
                        .map(choice -> new ChoiceDocument(choice.id(), choice.label()))
                        .toList();
    }

    private @Nullable String options(@Nullable Route route) {
        return route == null ? null : RouteAddress.full(recipe, route, RouteAddress.Known.NOTHING);
    }
}
