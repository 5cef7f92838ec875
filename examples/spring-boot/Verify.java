import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the shop and does over HTTP what its people do: {@code java Verify.java <jar> <java> [argument of the shop]…}. Prints
 * each step, and ends with 1 at the first that goes wrong.
 */
final class Verify {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern USER_ID = Pattern.compile("\"id\" ?: ?\"([^\"]+)\"");
    private static final String OPERATORS_PASSWORD = "granite otter sundial 12";
    private static final String SIGN_UP = "{\"email\":\"ada@example.org\",\"password\":\"plum tundra violet 47\"}";

    private final URI url;
    private final boolean hasDefaultChain;
    private final HttpClient ada = client();
    private final HttpClient operator = client();

    private Verify(URI url, boolean hasDefaultChain) {
        this.url = url;
        this.hasDefaultChain = hasDefaultChain;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("shop");
        var command = new ArrayList<String>(List.of(
                args[1],
                "-Xmx300m",
                "-jar",
                args[0],
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("shop"),
                "--management.endpoint.health.show-details=always",
                "--spring.security.user.password=" + OPERATORS_PASSWORD));
        List<String> more = List.of(args).subList(2, args.length);
        command.addAll(more);
        Process shop = new ProcessBuilder(command).redirectErrorStream(true).start();
        var log = new ArrayList<String>();
        BufferedReader lines = shop.inputReader(); // read to its end, which comes with the shop's
        try {
            URI url = URI.create("http://localhost:" + port(lines, log) + "/");
            drain(lines, log);
            new Verify(url, more.contains("--spring.profiles.active=default-chain")).walk();
        } catch (Exception | AssertionError e) {
            synchronized (log) {
                log.forEach(System.err::println);
            }
            throw e;
        } finally {
            shop.destroy();
            if (!shop.waitFor(30, TimeUnit.SECONDS)) {
                shop.destroyForcibly();
            }
        }
    }

    private static String port(BufferedReader lines, List<String> log) throws IOException {
        String line;
        while ((line = lines.readLine()) != null) {
            log.add(line);
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("The shop did not start");
    }

    private static void drain(BufferedReader lines, List<String> log) {
        var thread = new Thread(() -> {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    synchronized (log) {
                        log.add(line);
                    }
                }
            } catch (IOException e) {
                // it was ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void walk() throws Exception {
        expect("a stranger is refused", 302, get(client(), "refunds", "text/html"));
        expect("a stranger's change is refused", 403, post(client(), "refunds", "{}"), 401, 302);
        expect(
                hasDefaultChain ? "a stranger finds the shop closed" : "a stranger sees the shop's page",
                hasDefaultChain ? 302 : 200,
                get(ada, "", "text/html"));
        expect("Ada signs up", 201, post(ada, "auth/signup", SIGN_UP));
        expect("Ada signs out", 204, post(ada, "auth/signout", ""));
        expect("Ada signs in", 200, post(ada, "auth/signin", SIGN_UP));
        expect("Ada has a session", 200, get(ada, "auth/session", "application/json"));
        String page = expect("Ada sees her page", 200, get(ada, "", "text/html"));
        contains(page, "You are signed in as <strong>ada@example.org");
        expect("Ada may not see refunds", 403, get(ada, "refunds", "text/html"));
        expect("Ada is no operator", 403, get(ada, "dashboard/api/users", "application/json"), 302);

        expect("a stranger is sent to the operators' login", 302, get(operator, "dashboard/", "text/html"));
        signIn();
        expect("the operator opens the dashboard", 200, get(operator, "dashboard/", "text/html"));
        String users = expect("the operator sees users", 200, get(operator, "dashboard/api/users", "application/json"));
        contains(users, "ada@example.org");
        String id = first(USER_ID, users.substring(users.indexOf("\"items\"")));
        edit(id);
        expect("the operator makes a role", 201, post(operator, "dashboard/api/recipes/userroles/roles",
                "{\"name\":\"refund-agent\",\"permissions\":[\"ticket:refund\"]}"), 200);
        expect("the operator assigns it", 204, post(operator, "dashboard/api/recipes/userroles/users/" + id + "/roles",
                "{\"tenant\":\"public\",\"roles\":[\"refund-agent\"]}"), 200);
        contains(expect("Ada sees refunds", 200, get(ada, "refunds", "text/html")), "Refunds for " + id);
        expect("the app's own changes need the token against CSRF", 403, post(operator, "logout", ""));
        contains(expect("health tells of Userdeck", 200, get(operator, "actuator/health", "application/json")), "userdeck");
    }

    private void edit(String id) throws Exception {
        HttpResponse<String> user = get(operator, "dashboard/api/users/" + id, "application/json");
        expect("the operator opens Ada's page", 200, user);
        HttpRequest.Builder edit = request("dashboard/api/users/" + id, "application/json")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("If-Match", user.headers().firstValue("ETag").orElseThrow())
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\"}"));
        contains(expect("the operator edits Ada", 200, operator.send(edit.build(), BodyHandlers.ofString())), "Ada Lovelace");
    }

    private void signIn() throws Exception {
        String form = get(operator, "login", "text/html").body();
        String body = "username=ines&password=" + encoded(OPERATORS_PASSWORD) + "&_csrf=" + encoded(first(CSRF, form));
        HttpRequest.Builder login = request("login", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        HttpResponse<String> answer = operator.send(login.build(), BodyHandlers.ofString());
        expect("the operator signs in to Spring Security", 302, answer);
        if (answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("The login was refused");
        }
    }

    private HttpResponse<String> get(HttpClient client, String path, String accept) throws Exception {
        return client.send(request(path, accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient client, String path, String json) throws Exception {
        HttpRequest.Builder request = request(path, "application/json").header("Sec-Fetch-Site", "same-origin");
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Accept", accept);
    }

    private static HttpClient client() {
        var cookies = new CookieManager() {
            /** As browsers do: Java would send a cookie with Max-Age in quotes (RFC 2109), which Tomcat 11 takes for its value. */
            @Override
            public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
                getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
                return super.get(uri, headers);
            }
        };
        return HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private static String expect(String step, int status, HttpResponse<String> answer, int... others) {
        boolean isRight = answer.statusCode() == status
                || java.util.Arrays.stream(others).anyMatch(other -> other == answer.statusCode());
        if (!isRight) {
            throw new AssertionError(step + ": " + answer.statusCode() + " instead of " + status + "\n" + answer.body());
        }
        System.out.println("  " + step + ": " + answer.statusCode());
        return answer.body();
    }

    private static void contains(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("no \"" + part + "\" in\n" + text);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in\n" + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
