package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.servlet.AuthServlet;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** What an app sets where more is at stake. */
final class Hardening {
    private Hardening() {}

    static Userdeck.Builder shortSessions() {
        return Userdeck.builder().sessionIdleTimeout(Duration.ofHours(12)).sessionLifetime(Duration.ofDays(7));
    }

    /** What the app asks whether a person is at the other end. */
    interface Puzzle {
        boolean isSolved(@Nullable String proof);
    }

    static Userdeck fewMayMakeAdmins(DataSource dataSource) {
        Userdeck userdeck = Userdeck.builder()
                .dataSource(dataSource)
                .recipe(new UserRolesRecipe().privilegedRoles("admin", "billing"))
                .start();
        return userdeck;
    }

    /** A list of passwords that were leaked. */
    interface Breaches {
        boolean isKnown(String password);
    }

    static Userdeck.Builder againstBreaches(Breaches breaches) {
        return Userdeck.builder()
                .passwordCheck(password -> breaches.isKnown(password)
                        ? Optional.of("This password is known from a breach. Choose another one.")
                        : Optional.empty());
    }

    static Userdeck.Builder manyFromOneAddress() {
        return Userdeck.builder().signUpLimits(500, 20_000);
    }

    static AuthServlet.Builder againstRobots(Userdeck userdeck, Puzzle puzzle) {
        return AuthServlet.builder(userdeck)
                .signUpCheck((request, form) -> puzzle.isSolved(form.proof())
                        ? Optional.empty()
                        : Optional.of("Please solve the puzzle once more."));
    }

    static ServerConnector againstSlowClients(Server server) {
        var http = new HttpConfiguration();
        http.setMinRequestDataRate(1_000); // bytes a second
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setIdleTimeout(30_000); // milliseconds
        return connector;
    }
}
