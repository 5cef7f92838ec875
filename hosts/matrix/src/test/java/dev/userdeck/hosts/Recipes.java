package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

/** Work on what recipes add. */
final class Recipes {
    private Recipes() {}

    /** Each host has rules of its own for slashes and spaces in a path; a role's name may hold both. */
    static void roleWithASlash(Cell cell) {
        Client operator = cell.operator();
        String roles = "api/recipes/userroles/roles";
        String key = operator.change("POST", roles, "{\"name\": \"a/b c\", \"permissions\": [\"report:read\"]}")
                .hasStatus(201)
                .json()
                .get("key")
                .getAsString();
        String user = UsersApi.create(operator);
        String ofUser = "api/recipes/userroles/users/" + user + "/roles";

        operator.change("POST", ofUser, "{\"tenant\": \"public\", \"roles\": [\"a/b c\"]}")
                .hasStatus(204);
        assertThat(operator.get(roles + "/" + key).hasStatus(200).text()).contains("a/b c");
        assertThat(operator.get(roles + "/" + key + "/holders").hasStatus(200).text())
                .contains(user);
        operator.change("DELETE", ofUser + "/" + key + "?tenant=public").hasStatus(204);
        operator.change("DELETE", roles + "/" + key).hasStatus(204);
        operator.get(roles + "/" + key).isProblem(404, "not-found");
    }

    /** The library that reads JSON schemas is one that hosts bring, too, in versions of their own. */
    static void metadataWithASchema(Cell cell) {
        Client operator = cell.operator();
        String metadata = "api/recipes/usermetadata/users/" + UsersApi.create(operator) + "/metadata";

        Answer written = operator.change(
                        "PUT",
                        metadata,
                        body("{\"loyalty\": {\"tier\": \"gold\"}, \"points\": 12345678901234567890}"),
                        "If-Match",
                        "\"0\"")
                .hasStatus(204);
        Answer refused = operator.change(
                        "PUT", metadata, body("{\"loyalty\": {\"tier\": \"tin\"}}"), "If-Match", written.header("ETag"))
                .isProblem(422, "invalid");

        assertThat(refused.text()).contains("tier");
    }

    private static String body(String json) {
        return "{\"json\": \"" + json.replace("\"", "\\\"") + "\"}";
    }
}
