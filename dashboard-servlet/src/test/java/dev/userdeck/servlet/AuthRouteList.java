package dev.userdeck.servlet;

import dev.userdeck.Userdeck;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes for end users, as {@code GET session}. */
public final class AuthRouteList {
    private AuthRouteList() {}

    /** The servlet's own and the recipes'. */
    public static List<String> of(Userdeck userdeck) {
        var names = new ArrayList<String>();
        var own = new AuthRoutes(
                userdeck.users(),
                userdeck.sessions(),
                TenantId.PUBLIC,
                SessionCookie.DEFAULT,
                (request, form) -> Optional.empty(),
                userdeck.languages());
        own.routes().forEach(route -> names.add(name("", route)));
        new SessionRoutes(userdeck.sessions(), SessionCookie.DEFAULT)
                .routes()
                .forEach(route -> names.add(name("", route)));
        new PasswordRoutes(userdeck.passwords(), TenantId.PUBLIC).routes().forEach(route -> names.add(name("", route)));
        userdeck.recipes()
                .forEach(recipe -> recipe.authRoutes().forEach(route -> names.add(name("/" + recipe.id(), route))));
        return names;
    }

    private static String name(String prefix, Route route) {
        return route.method() + " " + (prefix + route.path()).substring(1);
    }
}
