package dev.userdeck.hosts.app;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.servlet.AuthServlet;
import dev.userdeck.servlet.SessionFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The app as a developer would write it, but that it has its dashboard at several places at once.
 *
 * <p>Settings are system properties, since every host has these: {@code hosts.url}, where the host's root is, and
 * {@code hosts.database.<context>}, as {@link Database} reads it; the root context is named {@code root}.
 */
public final class HostedApp implements ServletContextListener {
    private static final List<String> MOUNTS = List.of("/*", "/admin/*", "/a/b/c/*");

    private static final String METADATA_SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "loyalty": {"type": "object", "properties": {"tier": {"enum": ["bronze", "silver", "gold"]}}}
              }
            }""";

    private @Nullable Userdeck userdeck;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext app = event.getServletContext();
        String context = app.getContextPath();
        String name = context.isEmpty() ? "root" : context.substring(1);
        Database database = Database.named(System.getProperty("hosts.database." + name, "memory"));
        Userdeck deck = database.configure(Userdeck.builder())
                .recipe(new UserRolesRecipe())
                .recipe(new UserMetadataRecipe().jsonSchema(METADATA_SCHEMA))
                .logMailLinks()
                .dashboardAddress(URI.create(System.getProperty("hosts.url")
                        + context
                        + MOUNTS.get(0).replace("*", "")))
                .start();
        userdeck = deck;

        var session = SessionFilter.builder(deck).requiredUnder("/account").build();
        app.addFilter("session", session)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/account/*");
        app.addServlet("account", new AccountServlet()).addMapping("/account/*");
        app.addServlet("auth", AuthServlet.builder(deck).build()).addMapping("/auth/*");
        database.dataSource().ifPresent(source -> {
            var transactions = app.addServlet("transaction", TransactionServlet.ofTheServer(source, deck));
            transactions.addMapping("/transaction/*");
        });

        for (String mount : MOUNTS) {
            var dashboard = app.addServlet(
                    "dashboard of " + mount,
                    DashboardServlet.builder(deck).builtInOperators().build());
            dashboard.addMapping(mount);
            dashboard.setLoadOnStartup(1);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (userdeck != null) {
            userdeck.close();
        }
    }
}
