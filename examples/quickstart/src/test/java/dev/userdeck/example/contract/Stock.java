package dev.userdeck.example.contract;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Things for the calls to be about: made over HTTP, and made again when calls have used them up. */
final class Stock {
    static final String PASSWORD = "granite otter sundial 12";
    private static final String FILE = "email\nimported@example.org\n";

    private static final String API = "dashboard/api/";
    static final String EMAIL = "ines@example.org";
    private static final int ENOUGH = 6;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI app;
    private final Client operator;
    private final Mails mails;
    private final Map<String, List<String>> seen = new HashMap<>();
    private String signedUp = "";
    private String regular = "";
    private String activeOperator = "";
    private int made;

    /**
     * Sets up the dashboard.
     *
     * @param setUpLink as the log shows it
     */
    Stock(URI app, String setUpLink, Mails mails) {
        this.app = app;
        this.mails = mails;
        this.operator = new Client(app, () -> post(API + "session", Map.of("email", EMAIL, "password", PASSWORD)));
        String token = setUpLink.substring(setUpLink.indexOf('#') + 1);
        operator.succeed(
                post(API + "setup", Map.of("token", token, "email", EMAIL, "name", "Ines", "password", PASSWORD)));
    }

    /** The first operator. */
    Client operator() {
        return operator;
    }

    /** Someone new signs up. */
    Call signUp() {
        signedUp = "stock" + ++made + "@example.org";
        return post("auth/signup", Map.of("email", signedUp, "password", PASSWORD));
    }

    /** The email of who signed up last. */
    String signedUp() {
        return signedUp;
    }

    /** The email of somebody whose password stays what it is. */
    String regular() {
        if (regular.isEmpty()) {
            userWithSession();
            regular = signedUp;
        }
        return regular;
    }

    /** What is there has to be looked at again. */
    void changed() {
        seen.clear();
    }

    List<String> users() {
        return listed("users?size=50", "id");
    }

    List<String> tenants() {
        return listed("tenants", "id");
    }

    List<String> roles() {
        return listed("recipes/userroles/roles", "key").stream()
                .filter(Stock::isName)
                .toList();
    }

    List<String> emails() {
        return listed("users?size=50", "email");
    }

    /** Of the latest link to this page that was sent. */
    String token(String page) {
        return mails.token(page);
    }

    List<String> cursors() {
        return List.of(
                read("audit?size=10").path("nextCursor").asString("none"),
                read("users?size=10").path("nextCursor").asString("none"));
    }

    /** An import that waits for its file. */
    String newImport() {
        for (JsonNode one : read("imports?size=100").path("items")) {
            String state = one.path("state").asString();
            if (state.equals("uploading") || state.equals("checked")) {
                // an operator may have some of them alone
                operator.send(new Call(
                        "DELETE",
                        API + "imports/" + one.path("id").asString(),
                        Map.of("Sec-Fetch-Site", "same-origin"),
                        null,
                        true));
            }
        }
        var body = Map.of("file", "users.csv", "bytes", FILE.length(), "format", "csv", "tenant", "public");
        return JSON.readTree(change(post(API + "imports", body)).body())
                .path("id")
                .asString();
    }

    /** An API key that is good. */
    String newApiKey() {
        var body = Map.of("name", "Stock", "permissions", List.of("users:read"));
        return JSON.readTree(change(post(API + "api-keys", body)).body())
                .at("/key/id")
                .asString();
    }

    /** An import that waits for its start. */
    String checkedImport() {
        String id = newImport();
        change(new Call(
                "PUT",
                API + "imports/" + id + "/file",
                Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/octet-stream"),
                StandardCharsets.UTF_8.encode(FILE),
                true));
        while (!read("imports/" + id).path("state").asString().equals("checked")) {
            Thread.onSpinWait(); // the background is at it
        }
        return id;
    }

    /** Somebody who is signed in. */
    String userWithSession() {
        allowAllMethods();
        return JSON.readTree(operator.succeed(signUp()).body()).at("/user/id").asString();
    }

    /** Somebody without a password, which takes its time to be hashed. */
    private String user() {
        return user(Map.of("method", "passwordless", "name", "Stock"));
    }

    /** Somebody who was invited, by a mail that waits or was refused. */
    String userWithMail() {
        return user(Map.of("method", "password", "invite", true));
    }

    private String user(Map<String, Object> how) {
        allowAllMethods();
        var body = new HashMap<>(how);
        body.put("email", "stock" + ++made + "@example.org");
        return JSON.readTree(change(post(API + "users", body)).body())
                .path("id")
                .asString();
    }

    /** Somebody who was two before. */
    String userWithTwoMethods() {
        String user = user();
        change(post(API + "users/" + user + "/merge", Map.of("from", user())));
        return user;
    }

    /** Somebody who has all roles in the public tenant. */
    String userWithAllRoles() {
        String user = user();
        change(post(API + "recipes/userroles/users/" + user + "/roles", Map.of("tenant", "public", "roles", roles())));
        return user;
    }

    /** An operator who hasn't accepted yet. */
    String invitedOperator() {
        return invite().at("/operator/id").asString();
    }

    private JsonNode invite() {
        var body = Map.of("email", "stock" + ++made + "@example.org", "preset", "viewer", "allTenants", true);
        return JSON.readTree(change(post(API + "operators", body)).body());
    }

    /** An operator who can sign in, or could before. */
    String activeOperator() {
        if (activeOperator.isEmpty()) {
            activeOperator = acceptedOperator().at("/operator/id").asString();
        }
        return activeOperator;
    }

    /** A preset that nobody holds, in place of those before: there can be some of them alone. */
    String newPreset() {
        for (JsonNode row : read("operator-presets").path("presets")) {
            if (row.has("version") && row.path("holders").asInt() == 0) {
                change(new Call(
                        "DELETE",
                        API + "operator-presets/" + row.at("/preset/id").asString(),
                        Map.of("Sec-Fetch-Site", "same-origin"),
                        null,
                        true));
            }
        }
        var body = Map.of("name", "Stock " + ++made, "permissions", List.of("users:read", "users:write"));
        return JSON.readTree(change(post(API + "operator-presets", body)).body())
                .at("/preset/id")
                .asString();
    }

    private JsonNode acceptedOperator() {
        JsonNode invited = invite();
        String token = mails.invitation(invited.at("/operator/email").asString());
        change(post(API + "operator-link/accept", Map.of("token", token, "name", "Stock", "password", PASSWORD)));
        return invited;
    }

    /** An operator who is signed in. */
    String operatorWithSession() {
        JsonNode invited = acceptedOperator();
        String email = invited.at("/operator/email").asString();
        signInElsewhere(email);
        return invited.at("/operator/id").asString();
    }

    /** Sessions of the first operator in which nobody asks. */
    List<String> otherSessions() {
        signInElsewhere(EMAIL);
        var others = new ArrayList<String>();
        read("profile").path("sessions").forEach(session -> {
            if (!session.path("current").asBoolean()) {
                others.add(session.path("id").asString());
            }
        });
        return others;
    }

    private void signInElsewhere(String email) {
        var entrance = post(API + "session", Map.of("email", email, "password", PASSWORD));
        new Client(app, () -> entrance).succeed(entrance);
    }

    private List<String> listed(String path, String member) {
        if (seen.isEmpty()) {
            restock();
        }
        return seen.computeIfAbsent(path + " " + member, any -> ids(path, "/items", member));
    }

    private void restock() {
        while (ids("users?size=50", "/items", "id").size() < ENOUGH) {
            user();
        }
        while (ids("recipes/userroles/roles", "/items", "key").stream()
                        .filter(Stock::isName)
                        .count()
                < ENOUGH / 2) {
            String role = "role" + ++made;
            change(post(API + "recipes/userroles/roles", Map.of("name", role, "permissions", List.of("report:read"))));
        }
        while (ids("tenants", "/items", "id").size() < ENOUGH / 2) {
            change(post(API + "tenants", Map.of("id", "stock" + ++made, "name", "Stock")));
        }
    }

    /** What a path can't hold as it is has a key that is another than the name. */
    private static boolean isName(String key) {
        return !key.startsWith("~");
    }

    /** Without which nobody can be made where people sign up. */
    void allowAllMethods() {
        for (String method : List.of("password", "passwordless")) {
            change(new Call(
                    "PUT",
                    API + "tenants/public/methods/" + method,
                    Map.of("Sec-Fetch-Site", "same-origin"),
                    null,
                    true));
        }
    }

    private HttpResponse<byte[]> change(Call call) {
        HttpResponse<byte[]> answer = operator.send(call);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(call + ": " + Client.text(answer));
        }
        return answer;
    }

    private static Call post(String target, Object body) {
        return new Call(
                "POST",
                target,
                Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json"),
                ByteBuffer.wrap(JSON.writeValueAsBytes(body)),
                target.startsWith(API));
    }

    /** A member of each of what is listed there. */
    List<String> ids(String path, String pointer, String member) {
        var ids = new ArrayList<String>();
        read(path).at(pointer).forEach(item -> ids.add(item.path(member).asString()));
        return ids;
    }

    JsonNode read(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<byte[]> get(String path) {
        return operator.send(new Call("GET", API + path, Map.of(), null, true));
    }
}
