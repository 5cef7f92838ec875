package consumer;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.servlet.AuthServlet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Mounts what a host mounts, signs somebody up, and edits this user as an operator, all over HTTP. */
public final class PlainMaven {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI app;

    private PlainMaven(URI app) {
        this.app = app;
    }

    public static void main(String[] arguments) throws Exception {
        var server = new Server(0);
        try (Userdeck userdeck = Userdeck.builder()
                .inMemory()
                .logMailLinks()
                .recipe(new UserRolesRecipe())
                .recipe(new UserMetadataRecipe()
                        .jsonSchema("{\"properties\": {\"tier\": {\"enum\": [\"gold\", \"silver\"]}}}"))
                .recipe(new EmailVerificationRecipe().page(URI.create("http://localhost/verify")))
                .start()) {
            var context = new ServletContextHandler();
            context.addServlet(AuthServlet.builder(userdeck).build(), "/auth/*");
            context.addServlet(
                    DashboardServlet.builder(userdeck)
                            .operators(request -> Optional.of(Operator.of("grace", Preset.ADMIN)))
                            .build(),
                    "/users/*");
            server.setHandler(context);
            server.start();
            new PlainMaven(URI.create("http://localhost:" + server.getURI().getPort() + "/")).use();
        } finally {
            server.stop();
        }
        System.out.println("ok");
    }

    private void use() throws Exception {
        String signUp = "{\"email\": \"ada@example.org\", \"password\": \"plum tundra violet 47\"}";
        send("POST", "auth/signup", signUp, null);
        require(send("GET", "users/", null, null).body().contains("<script"), "the page has its scripts");

        String list = send("GET", "users/api/users", null, null).body();
        Matcher id = ID.matcher(list.substring(list.indexOf("\"items\"")));
        require(id.find(), "the list has the user");
        String user = "users/api/users/" + id.group(1);
        String version =
                send("GET", user, null, null).headers().firstValue("ETag").orElseThrow();
        send("PATCH", user, "{\"name\": \"Ada Lovelace\"}", version);
        require(send("GET", user, null, null).body().contains("Ada Lovelace"), "the user has the new name");

        String metadata = "users/api/recipes/usermetadata/users/" + id.group(1) + "/metadata";
        int refused = ask("PUT", metadata, "{\"json\": \"{\\\"tier\\\": \\\"mud\\\"}\"}", "\"0\"")
                .statusCode();
        require(refused == 422, "what is not of the schema is refused: " + refused);
        send("PUT", metadata, "{\"json\": \"{\\\"tier\\\": \\\"gold\\\"}\"}", "\"0\"");
        send("POST", "users/api/recipes/userroles/roles", "{\"name\": \"refund-agent\", \"permissions\": []}", null);
    }

    private HttpResponse<String> send(String method, String path, String body, String version) throws Exception {
        HttpResponse<String> response = ask(method, path, body, version);
        require(response.statusCode() < 300, method + " " + path + " is answered well: " + response.body());
        return response;
    }

    private HttpResponse<String> ask(String method, String path, String body, String version) throws Exception {
        var request = HttpRequest.newBuilder(app.resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", body == null && !path.contains("api/") ? "text/html" : "application/json")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (version != null) {
            request.header("If-Match", version);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        System.out.println(method + " " + path + " " + response.statusCode());
        return response;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
