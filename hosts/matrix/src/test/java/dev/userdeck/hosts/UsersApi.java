package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.UUID;

/** Work on users, over the dashboard's API. */
final class UsersApi {
    private static final String NEW_USER =
            "{\"method\": \"password\", \"email\": \"%s\", \"name\": \"Ada\", \"password\": \"plum tundra violet 47\"}";

    private UsersApi() {}

    /** Somebody new. */
    static String create(Client operator) {
        Answer created = operator.change("POST", "api/users", NEW_USER.formatted(newEmail()))
                .hasStatus(201);
        String id = created.json().get("id").getAsString();
        created.hasHeader("Location", "users/" + id);
        return id;
    }

    static String newEmail() {
        return "ada-" + UUID.randomUUID() + "@example.org";
    }

    static void createAndList(Cell cell) {
        Client operator = cell.operator();
        String id = create(operator);

        Answer list = operator.get("api/users", "Accept-Encoding", "gzip")
                .hasStatus(200)
                .variesByEncoding();

        if (!cell.gzip()) {
            assertThat(list.isCompressed()).isFalse();
        }
        assertThat(list.json().getAsJsonArray("items"))
                .anySatisfy(item -> assertThat(item.getAsJsonObject().get("id").getAsString())
                        .isEqualTo(id));
        list.hasHeader("Cache-Control", "no-store");
    }

    /** A host that compresses may rewrite the ETag; what it gave out has to be good when it comes back. */
    static void editWhatWasRead(Cell cell) {
        Client operator = cell.operator();
        String user = "api/users/" + create(operator);
        Answer read =
                operator.get(user, "Accept-Encoding", "gzip").hasStatus(200).variesByEncoding();
        String version = read.header("ETag");
        assertThat(version).isNotEmpty();

        Answer edited = operator.change("PATCH", user, "{\"name\": \"Ada L.\"}", "If-Match", version)
                .hasStatus(200);

        assertThat(edited.header("ETag")).isNotEqualTo(version);
        operator.change("PATCH", user, "{\"name\": \"Other\"}", "If-Match", version)
                .isProblem(412, "stale");
        operator.change("PATCH", user, "{\"name\": \"Other\"}").isProblem(428, "precondition-required");
        JsonObject now = operator.get(user).json();
        assertThat(now.toString()).contains("Ada L.").doesNotContain("Other");
    }

    static void export(Cell cell) {
        Client operator = cell.operator();
        create(operator);

        Answer file =
                operator.get("api/users/export", "Accept-Encoding", "gzip").hasStatus(200);

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        file.hasHeader("Content-Disposition", "attachment; filename=\"users.csv\"");
        assertThat(file.text()).startsWith("\ufeffid,").contains("@example.org");
    }

    /** The host must not put a page of its own in the place of what tells the dashboard what was wrong. */
    static void problems(Cell cell) {
        Client operator = cell.operator();
        String email = newEmail();
        operator.change("POST", "api/users", NEW_USER.formatted(email)).hasStatus(201);

        operator.get("api/users/nobody", "Accept-Encoding", "gzip").isProblem(404, "not-found");
        operator.get("api/nothing/here").isProblem(404, "not-found");
        operator.change("DELETE", "api/users").isProblem(405, "method-not-allowed");
        operator.change("POST", "api/users", NEW_USER.formatted(email)).isProblem(409, "conflict");
        operator.change("POST", "api/users", NEW_USER.formatted("no address")).isProblem(422, "invalid");
        operator.change("POST", "api/users", "{").isProblem(400, "malformed");
        operator.send("POST", "api/users", "email=x", "Sec-Fetch-Site", "same-origin", "Content-Type", "text/plain")
                .isProblem(415, "unsupported-media-type");
        operator.change("POST", "api/session", "{\"email\": \"%s\"}".formatted("x".repeat(200_000)))
                .isProblem(413, "too-large");
    }
}
