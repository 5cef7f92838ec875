package dev.userdeck.dashboard.internal;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.ApiDescription;
import dev.userdeck.dashboard.internal.api.ApiRoutes;
import dev.userdeck.dashboard.internal.api.OutboxPage;
import dev.userdeck.dashboard.internal.auth.BuiltInAuthentication;
import dev.userdeck.dashboard.internal.auth.OperatorCookie;
import dev.userdeck.dashboard.internal.panel.Panels;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RunningRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes for operators, by method and path below the API. */
public final class RouteList {
    private RouteList() {}

    /** Core's and the recipes'. */
    public static Map<String, Route> of(Userdeck userdeck) {
        var routes = new LinkedHashMap<String, Route>();
        List<RunningRecipe> contributors = OutboxPage.beside(userdeck);
        var panels = new Panels(contributors, Permission.core());
        var core = ApiRoutes.core(
                userdeck,
                panels,
                1024,
                operator -> {
                    throw new IllegalStateException("Only listed, never called");
                },
                ApiDescription.with());
        core.forEach(route -> routes.put(route.method() + " " + route.path().substring(1), route));
        contributors.forEach(recipe -> recipe.dashboard()
                .routes()
                .forEach(route -> routes.put(route.method() + " recipes/" + recipe.id() + route.path(), route)));
        return routes;
    }

    /** Those that there are where operators sign in here alone: the gate's, and those about operators. */
    public static Map<String, Route> ofBuiltIn(Userdeck userdeck) {
        var routes = new LinkedHashMap<String, Route>();
        var authentication = new BuiltInAuthentication(
                userdeck.operators(), userdeck.passwords().rules(), new OperatorCookie(false), Optional.empty(), null);
        authentication
                .routes()
                .forEach(route -> routes.put(route.method() + " " + route.path().substring(1), route));
        return routes;
    }
}
