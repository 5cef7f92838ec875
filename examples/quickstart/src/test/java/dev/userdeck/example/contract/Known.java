package dev.userdeck.example.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is at this moment, and what a parameter or member of some name usually holds. */
final class Known {
    /** Stands for the version of what the path names, as it is now. */
    static final String CURRENT = "current";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final Stock stock;
    private final Client client;

    /**
     * Knows what is in stock.
     *
     * @param client who calls
     */
    Known(Stock stock, Client client) {
        this.stock = stock;
        this.client = client;
    }

    /** A value for each {@code {name}} of a path, of which those behind belong to those before. */
    Map<String, String> inPath(String path, Random random) {
        var values = new LinkedHashMap<String, String>();
        Matcher names = NAME.matcher(path);
        while (names.find()) {
            String name = names.group(1);
            String user = values.getOrDefault("userId", "nobody");
            List<String> there = switch (name) {
                case "userId" -> users(path);
                case "handle" ->
                    path.startsWith("/users")
                            ? stock.ids("users/" + user + "/sessions", "/items", "handle")
                            : ownSessions();
                case "job" -> stock.ids("jobs", "/items", "id");
                case "operatorId" -> List.of(operator(path));
                case "presetId" -> List.of(stock.newPreset());
                case "sessionId" ->
                    path.startsWith("/profile")
                            ? stock.otherSessions()
                            : stock.ids("operators/" + values.get("operatorId"), "/sessions", "id");
                case "keyId" -> List.of(stock.newApiKey());
                case "eventId" -> stock.ids("audit", "/items", "id");
                case "mail" ->
                    path.startsWith("/users")
                            ? stock.ids("users/" + user + "/mails", "/items", "id")
                            : stock.ids("recipes/mail/mails?state=failed", "/items", "key");
                case "import" -> List.of(imported(path));
                case "method" ->
                    path.startsWith("/users")
                            ? stock.ids("users/" + user, "/user/methods", "id")
                            : List.of("password", "passwordless", "external");
                default -> List.of(value(name, random));
            };
            values.put(name, there.isEmpty() ? "gone" : there.get(random.nextInt(there.size())));
        }
        return values;
    }

    private String operator(String path) {
        if (path.endsWith("/{sessionId}")) {
            return stock.operatorWithSession();
        }
        return path.endsWith("/password-reset") || path.endsWith("/disablement")
                ? stock.activeOperator()
                : stock.invitedOperator();
    }

    private List<String> ownSessions() {
        var list = new Call("GET", "auth/sessions", Map.of(), null, true);
        var handles = new ArrayList<String>();
        JSON.readTree(client.send(list).body())
                .path("items")
                .forEach(item -> handles.add(item.path("handle").asString()));
        return handles;
    }

    private String imported(String path) {
        return path.endsWith("/check") || path.endsWith("/start") ? stock.checkedImport() : stock.newImport();
    }

    private List<String> users(String path) {
        if (path.contains("{handle}")) {
            return List.of(stock.userWithSession());
        }
        if (path.contains("{mail}")) {
            return List.of(stock.userWithMail());
        }
        if (path.endsWith("/roles/{role}")) {
            return List.of(stock.userWithAllRoles());
        }
        return path.endsWith("/unlink") ? List.of(stock.userWithTwoMethods()) : stock.users();
    }

    /** A body that somebody would send to an operation which refuses what doesn't fit together; none for others. */
    Map<String, Object> body(String operation, Random random) {
        return switch (operation) {
            case "POST /users" -> {
                stock.allowAllMethods();
                yield Map.of("method", "passwordless", "email", fresh(random), "name", value("name", random));
            }
            case "POST /operator-presets", "PUT /operator-presets/{presetId}" ->
                Map.of("name", "Preset " + random.nextInt(1_000_000), "permissions", List.of("users:read"));
            case "POST /operators" -> Map.of("email", fresh(random), "preset", "support", "allTenants", true);
            case "PUT /operators/{operatorId}/access" ->
                Map.of("preset", "viewer", "allTenants", false, "tenants", List.of(value("tenant", random)));
            case "POST /jobs/dry-run" -> Map.of("action", "suspend", "users", List.of(value("user", random)));
            case "POST /jobs/activate", "POST /jobs/end-sessions" -> Map.of("users", List.of(value("user", random)));
            case "POST /jobs/delete" -> Map.of("users", List.of(value("user", random)), "count", 1);
            case "POST /jobs/userroles.assign" ->
                Map.of("users", List.of(value("user", random)), "values", List.of(value("role", random)));
            case "POST /imports" -> {
                stock.newImport(); // and room for one more
                yield Map.of("file", "users.csv", "bytes", 6, "format", "csv", "tenant", "public");
            }
            case "POST /api-keys" ->
                Map.of("name", value("name", random), "permissions", List.of("users:read"), "lifetime", "P7D");
            case "POST /api-keys/{keyId}/rotate" -> Map.of("overlap", "PT1H");
            case "POST /session" -> Map.of("email", Stock.EMAIL, "password", Stock.PASSWORD);
            case "POST /signup" -> Map.of("email", fresh(random), "password", Stock.PASSWORD);
            case "POST /signin" -> Map.of("email", stock.regular(), "password", Stock.PASSWORD);
            case "POST /password/change" ->
                Map.of("currentPassword", Stock.PASSWORD, "password", "basalt heron meridian 7");
            case "POST /password/forgot" -> Map.of("email", stock.signedUp());
            case "POST /password/link" -> Map.of("token", stock.token("reset"));
            case "POST /password/reset" -> Map.of("token", stock.token("reset"), "password", "basalt heron meridian 7");
            case "POST /emailverification/verify" -> Map.of("token", stock.token("verify"));
            default -> Map.of();
        };
    }

    private static String fresh(Random random) {
        return "new" + random.nextInt(1_000_000) + "@example.org";
    }

    /** One that makes sense more often than not. */
    String value(String name, Random random) {
        List<String> values = values(name, random);
        return values.get(random.nextInt(values.size()));
    }

    private List<String> values(String name, Random random) {
        return switch (name) {
            case "user", "users", "userId" -> stock.users();
            case "tenant", "tenants", "tenantId" -> stock.tenants();
            case "role", "roles", "f.userroles.role" -> stock.roles();
            case "from", "to" -> concat(stock.users(), stock.tenants(), "2026-01-31", "2026-11-30T10:00:00Z", "0");
            case "email" ->
                concat(
                        stock.emails(),
                        List.of(),
                        "fuzz" + random.nextInt(1000) + "@example.org",
                        "ines@example.org",
                        "no email");
            case "phone" -> List.of("+44 20 7946 0" + (100 + random.nextInt(900)), "+442079460123", "123");
            case "name", "q" -> List.of("Ada " + random.nextInt(100), "ada", "\u00c5sa", "e", "fuzz");
            case "id" -> List.of("tenant" + random.nextInt(10_000), "public", "Not An Id");
            case "password", "currentPassword" ->
                List.of(Stock.PASSWORD, "basalt heron meridian 7", "short", "p\u00e4ssw\u00f6rter 2026");
            case "reason", "description" -> List.of("Asked for a break", "\u00fcber");
            case "until" -> List.of("2031-01-31T08:00:00Z", "2020-01-31T08:00:00Z", "2031-01-31");
            case "joined", "lastSeen" -> List.of("2026-01-01..2026-12-31", "..2026-06-01", "2020-01-01..");
            case "activeSince" -> List.of("2026-01-01", "2026-02-28T09:30:00Z", "yesterday");
            case "timeZone" -> List.of("Asia/Tokyo", "America/Havana", "UTC", "+05:45", "Etc/Unknown");
            case "language" -> List.of("de", "en-GB", "no language");
            case "json" -> List.of("{\"loyalty\":{\"points\":3}}", "{\"loyalty\":{\"points\":-3}}", "{}", "[1]", "{");
            case "method", "kind" -> List.of("password", "passwordless", "external");
            case "f.emailverification.verified" -> List.of("yes", "no");
            case "action" -> List.of("user", "user.created", "session");
            case "actor" -> List.of("system", "operator", "user", "anonymous");
            case "ignore" -> List.of("shoeSize", "name,phone");
            case "preset" -> List.of("viewer", "admin", "none");
            case "permissions" -> List.of("report:read", "users:read", "users:write");
            case "lifetime", "overlap" -> List.of("P1D", "PT0S", "P366D", "a day");
            case "cursor" -> stock.cursors();
            case "token" -> List.of("x", "A".repeat(43));
            default -> List.of("something", "1", "");
        };
    }

    private static List<String> concat(List<String> some, List<String> others, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        all.addAll(List.of(more));
        return all;
    }

    /** The version that a change of what is at this path has to name. */
    String etag(String path) {
        if (path.endsWith("/metadata")) {
            String user = path.substring("/recipes/usermetadata/users/".length(), path.length() - "/metadata".length());
            JsonNode record = stock.read("users/" + user);
            return record.at("/panels/usermetadata.metadata/data/etag").asString("\"0\"");
        }
        return stock.get(path.substring(1)).headers().firstValue("ETag").orElse("\"1\"");
    }

    /** A file of this type with users in it, more or less. */
    byte[] file(String type, Random random) {
        String email = value("email", random);
        String name = value("name", random);
        String row = JSON.writeValueAsString(Map.of("email", email, "name", name));
        String text = switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "\u0000\ufeff" + name;
            case 2 -> row.substring(0, row.length() / 2);
            default ->
                switch (type) {
                    case "text/csv" -> "email,name\n" + email + "," + name + "\n\"\"\"x\",y,z\n";
                    case "application/jsonl" -> row + "\n" + row + "\n[]\n";
                    default ->
                        "{\"users\": [{\"loginMethods\": [{\"recipeId\": \"passwordless\", \"email\": \"" + email
                                + "\"}]}]}";
                };
        };
        return text.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
