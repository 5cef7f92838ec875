package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a recipe's route into the address that the front end fills in: {@code {userId}}, {@code {item}} for the row or
 * chip, {@code {tenant}}, {@code {query}} and {@code {id}}.
 */
final class RouteAddress {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** What the front end knows where an address is used. */
    enum Known {
        /** Nothing: a page's head. */
        NOTHING(false, false),
        /** A row of a page. */
        ROW(false, true),
        /** A user: a section's head. */
        USER(true, false),
        /** A row or chip in a user's section. */
        USER_AND_ROW(true, true);

        private final boolean user;
        private final boolean item;

        Known(boolean user, boolean item) {
            this.user = user;
            this.item = item;
        }
    }

    private RouteAddress() {}

    /** The prefix of a recipe's routes, relative to the API, with a slash at its end. */
    static String prefix(RecipeId recipe) {
        return "recipes/" + recipe.value() + "/";
    }

    /** The path alone: the front end adds the query of a page by itself. */
    static String path(RecipeId recipe, Route route, Known known) {
        var path = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(route.path().substring(1));
        int items = 0;
        while (matcher.find()) {
            boolean user = matcher.group(1).equals("userId");
            items += user ? 0 : 1;
            if (user ? !known.user : !known.item || items > 1) {
                throw new ConfigurationException("Recipe %s: %s can't be used here: the dashboard has no value for {%s}"
                        .formatted(recipe, route, matcher.group(1)));
            }
            matcher.appendReplacement(path, user ? "{userId}" : "{item}");
        }
        matcher.appendTail(path);
        return prefix(recipe) + path;
    }

    /** The path with the query parameters that the front end can fill in. */
    static String full(RecipeId recipe, Route route, Known known) {
        List<String> query = new ArrayList<>();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.in() != Parameter.In.QUERY) {
                continue;
            }
            switch (parameter.name()) {
                case "tenant" -> query.add("tenant={tenant}");
                case "q" -> query.add("q={query}");
                case "id" -> query.add("id={id}");
                default -> {}
            }
        }
        String path = path(recipe, route, known);
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
