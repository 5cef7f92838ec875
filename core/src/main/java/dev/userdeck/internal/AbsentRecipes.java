package dev.userdeck.internal;

import dev.userdeck.about.About.AbsentRecipe;
import dev.userdeck.recipe.spi.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which recipes could be added: those that come with Userdeck, by a list in our jar, and those that the class path offers. */
final class AbsentRecipes {
    private static final String LIST = "/META-INF/userdeck/core/recipes.properties";
    private static final String GROUP = "dev.userdeck:";

    private AbsentRecipes() {}

    /** All but those that run. No recipe is made for it: one that isn't added should do nothing. */
    static List<AbsentRecipe> beside(List<Recipe> running, Predicate<String> hasTables) {
        Set<String> added =
                running.stream().map(recipe -> recipe.getClass().getName()).collect(Collectors.toSet());
        Set<String> offered = onClassPath();
        var absent = new ArrayList<AbsentRecipe>();
        Properties ours = ComponentProperties.load(AbsentRecipes.class, LIST);
        ours.stringPropertyNames().stream().sorted().forEach(id -> {
            String[] words = ours.getProperty(id).split(" ", -1);
            boolean isOffered = offered.remove(words[1]);
            if (!added.contains(words[1])) {
                absent.add(new AbsentRecipe(id, words[1], isOffered ? null : GROUP + words[0], hasTables.test(id)));
            }
        });
        offered.stream()
                .filter(type -> !added.contains(type))
                .forEach(type -> absent.add(new AbsentRecipe(null, type, null, false)));
        return absent;
    }

    private static Set<String> onClassPath() {
        var types = new LinkedHashSet<String>();
        try {
            ServiceLoader.load(Recipe.class).stream()
                    .forEach(found -> types.add(found.type().getName()));
        } catch (ServiceConfigurationError e) {
            // a class that can't be loaded couldn't be added either
            return types;
        }
        return types;
    }
}
