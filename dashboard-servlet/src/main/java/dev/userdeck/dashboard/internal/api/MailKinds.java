package dev.userdeck.dashboard.internal.api;

import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.recipe.spi.RunningRecipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What mails are called: ours by a key of the front end's, recipes' as these say, others by their kind. */
final class MailKinds {
    private final Map<String, Text> ofRecipes = new HashMap<>();

    MailKinds(List<RunningRecipe> recipes) {
        recipes.forEach(recipe -> ofRecipes.putAll(recipe.dashboard().mailKinds()));
    }

    Text of(String kind) {
        return ofRecipes.getOrDefault(kind, Text.of("mail.kind." + kind, kind));
    }
}
