package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

/** How operators come in and leave: the first by the token of the log, then by email and password. */
final class Entrance {
    static final String EMAIL = "ines@example.org";
    static final String PASSWORD = "granite otter sundial 12";

    private Entrance() {}

    static Answer enter(Client client, String token) {
        Answer answer = client.get("api/session").isProblem(401, "sign-in-required");
        boolean first = answer.json().get("authentication").getAsString().equals("setup");
        if (first) {
            return client.change(
                            "POST",
                            "api/setup",
                            "{\"token\": \"%s\", \"email\": \"%s\", \"name\": \"Ines\", \"password\": \"%s\"}"
                                    .formatted(token, EMAIL, PASSWORD))
                    .hasStatus(204);
        }
        return client.change("POST", "api/session", credentials()).hasStatus(204);
    }

    private static String credentials() {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(EMAIL, PASSWORD);
    }

    /** The cookie is for this dashboard alone, and goes when the operator does. */
    static void check(Cell cell) {
        Client client = cell.stranger();
        Answer entered = enter(client, cell.token());
        assertThat(entered.cookies()).singleElement().asString().endsWith("; HttpOnly; SameSite=Strict");
        assertThat(entered.cookies().toString()).doesNotContain("Path=", "Domain=");
        client.get("api/session").hasStatus(200).hasHeader("Cache-Control", "no-store");

        client.send("POST", "api/session", credentials(), "Content-Type", "application/json")
                .isProblem(403, "cross-site");
        client.get("api/session").hasStatus(200);

        Answer left = client.change("DELETE", "api/session").hasStatus(204);
        assertThat(left.cookies()).singleElement().asString().contains("Max-Age=0");
        client.get("api/session").isProblem(401, "sign-in-required");
    }
}
