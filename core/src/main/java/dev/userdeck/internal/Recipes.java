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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        for (RecipeId required : asked(recipe, "requires()", recipe::requires)) {
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
        inOrder.forEach(recipe -> asked(recipe, "schema()", recipe::schema)
                .ifPresent(own -> scripts.put(recipe.id().value(), own)));
        return scripts;
    }

    /** Starts all; when one throws, those that had started are closed. */
    void start(Function<RecipeId, RecipeContext> contexts) {
        for (Recipe recipe : inOrder) {
            started.add(recipe);
            try {
                begin(recipe, contexts.apply(recipe.id()));
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }
    }

    private void begin(Recipe recipe, RecipeContext context) {
        try {
            recipe.start(context);
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigurationException("The recipe %s could not start: %s".formatted(recipe.id(), e), e);
        }
        running.add(new RunningRecipe(
                recipe.id(),
                asked(recipe, "dashboard()", recipe::dashboard),
                asked(recipe, "authRoutes()", recipe::authRoutes)));
        listeners.addAll(asked(recipe, "listeners()", recipe::listeners));
        vetoes.addAll(asked(recipe, "vetoes()", recipe::vetoes));
        sessionRequirements.addAll(asked(recipe, "sessionRequirements()", recipe::sessionRequirements));
        dataParts.addAll(asked(recipe, "dataFields()", recipe::dataFields));
    }

    /**
     * What a method of a recipe gives.
     *
     * @throws ConfigurationException naming recipe and method, if it throws, or gives null or a list with null in it
     */
    private static <T> T asked(Recipe recipe, String method, Supplier<? extends @Nullable T> call) {
        T given;
        try {
            given = call.get();
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigurationException("The recipe %s failed in %s: %s".formatted(recipe.id(), method, e), e);
        }
        if (given == null) {
            throw new ConfigurationException("The recipe %s returns null from %s: what has nothing returns an empty one"
                    .formatted(recipe.id(), method));
        }
        if (given instanceof Collection<?> some && some.stream().anyMatch(Objects::isNull)) {
            throw new ConfigurationException(
                    "The recipe %s returns null among others from %s".formatted(recipe.id(), method));
        }
        return given;
    }

    List<Recipe> inOrder() {
        return inOrder;
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
