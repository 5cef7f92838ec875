package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The table of permissions in the documentation is what the server says. */
class PermissionTableTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z:-]+)` \\| (\\w+) \\|", Pattern.MULTILINE);
    private static final Pattern LIST = Pattern.compile("\"permissions\":\\[([^\\]]*)]");

    @Test
    void eachPermissionStandsInTheTableWithItsPreset() throws Exception {
        Map<String, String> written = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("..", "..", "docs", "operators.md")))
                .results()
                .forEach(row -> written.put(row.group(1), row.group(2)));

        assertThat(written).isEqualTo(asked());
    }

    /** Each permission with the first preset that holds it. */
    private static Map<String, String> asked() throws Exception {
        Map<String, String> first = new TreeMap<>();
        try (var userdeck = Userdeck.builder()
                .inMemory()
                .recipe(new UserRolesRecipe())
                .recipe(new UserMetadataRecipe())
                .recipe(new EmailVerificationRecipe())
                .start()) {
            var server = new Server();
            var connector = new ServerConnector(server);
            connector.setHost("localhost");
            server.addConnector(connector);
            var context = new ServletContextHandler();
            var dashboard = DashboardServlet.builder(userdeck)
                    .operators(
                            request -> Optional.of(Operator.of("test", Preset.valueOf(request.getHeader("X-Preset")))))
                    .build();
            context.addServlet(dashboard, "/*");
            server.setHandler(context);
            server.start();
            try {
                for (Preset preset : Preset.builtIn()) {
                    permissions(server, preset).forEach(name -> first.putIfAbsent(name, word(preset)));
                }
            } finally {
                server.stop();
            }
        }
        return first;
    }

    private static Set<String> permissions(Server server, Preset preset) throws Exception {
        var request = HttpRequest.newBuilder(server.getURI().resolve("/api/session"))
                .header("X-Preset", preset.id())
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        var list = LIST.matcher(body);
        assertThat(list.find()).as(body).isTrue();
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(list.group(1))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String word(Preset preset) {
        return preset.name();
    }
}
