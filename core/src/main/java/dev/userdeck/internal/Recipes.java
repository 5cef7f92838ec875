package dev.userdeck.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.spi.UserVeto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recipes of one instance, in the order of their start. */
final class Recipes {
    private static final Logger LOG = LoggerFactory.getLogger(Recipes.class);

    private final List<Recipe> inOrder;
    private final List<Recipe> started = new ArrayList<>();
    private final List<RunningRecipe> running = new ArrayList<>();
    private final List<UserListener> listeners = new ArrayList<>();
    private final List<UserVeto> vetoes = new ArrayList<>();
    private final List<SessionRequirement> sessionRequirements = new ArrayList<>();
    private final List<UserDataField> dataParts = new ArrayList<>();

    /**
     * Orders the recipes so that each comes after those it requires.
     *
     * @throws ConfigurationException if one is missing, or they require each other in a circle
     */
    Recipes(List<Recipe> recipes) {
        Map<RecipeId, Recipe> byId = recipes.stream()
                .collect(Collectors.toMap(Recipe::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Set<Recipe> ordered = new LinkedHashSet<>();
        recipes.forEach(recipe -> place(recipe, byId, new LinkedHashSet<>(), ordered));
        this.inOrder = List.copyOf(ordered);
    }

    private static void place(Recipe recipe, Map<RecipeId, Recipe> byId, Set<RecipeId> waiting, Set<Recipe> ordered) {
        if (ordered.contains(recipe)) {
            return;
        }
        if (!waiting.add(recipe.id())) {
            throw new ConfigurationException("These recipes require each other in a circle: " + waiting);
        }
        for (RecipeId required : recipe.requires()) {
            Recipe other = byId.get(required);
            if (other == null) {
                throw new ConfigurationException(
                        "The recipe %s requires the recipe %s: add it with recipe(…)".formatted(recipe.id(), required));
            }
            place(other, byId, waiting, ordered);
        }
        waiting.remove(recipe.id());
        ordered.add(recipe);
    }

    /** The scripts of those that have some, by component. */
    Map<String, SchemaScripts> schema() {
        Map<String, SchemaScripts> scripts = new LinkedHashMap<>();
        inOrder.forEach(recipe ->
                recipe.schema().ifPresent(own -> scripts.put(recipe.id().value(), own)));
        return scripts;
    }

    /** Starts all; when one throws, those that had started are closed. */
    void start(Function<RecipeId, RecipeContext> contexts) {
        for (Recipe recipe : inOrder) {
            started.add(recipe);
            try {
                recipe.start(contexts.apply(recipe.id()));
                running.add(new RunningRecipe(recipe.id(), recipe.dashboard(), recipe.authRoutes()));
                listeners.addAll(recipe.listeners());
                vetoes.addAll(recipe.vetoes());
                sessionRequirements.addAll(recipe.sessionRequirements());
                dataParts.addAll(recipe.dataFields());
            } catch (RuntimeException e) {
                close();
                throw new ConfigurationException("The recipe %s could not start: %s".formatted(recipe.id(), e), e);
            }
        }
    }

    List<RunningRecipe> running() {
        return List.copyOf(running);
    }

    List<RecipeId> ids() {
        return inOrder.stream().map(Recipe::id).toList();
    }

    List<UserListener> listeners() {
        return List.copyOf(listeners);
    }

    List<UserVeto> vetoes() {
        return List.copyOf(vetoes);
    }

    List<SessionRequirement> sessionRequirements() {
        return List.copyOf(sessionRequirements);
    }

    List<UserDataField> dataParts() {
        return List.copyOf(dataParts);
    }

    /** Closes those that started, the last first. */
    void close() {
        for (int i = started.size() - 1; i >= 0; i--) {
            Recipe recipe = started.get(i);
            try {
                recipe.close();
            } catch (RuntimeException e) {
                LOG.warn("The recipe {} failed to close", recipe.id(), e);
            }
        }
        started.clear();
    }
}
