package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

/** What users of the app do themselves. */
final class SignUps {
    private SignUps() {}

    static void check(Cell cell) {
        URI app = cell.app();
        if (app == null) {
            return;
        }
        var user = new Client(app);
        user.get("account/").isProblem(401, "sign-in-required");
        String body = "{\"email\": \"%s\", \"password\": \"plum tundra violet 47\"}".formatted(UsersApi.newEmail());

        Answer signedUp = user.change("POST", "auth/signup", body).hasStatus(201);

        String path = app.getPath().replaceFirst("(?<=.)/$", "");
        assertThat(signedUp.cookies())
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=" + path)
                .doesNotContain("Secure");
        user.get("auth/session").hasStatus(200);
        assertThat(user.get("account/").hasStatus(200).text()).startsWith("signed in as ");
        user.change("POST", "auth/signup", body).isProblem(409, "email-taken");
        user.change("POST", "auth/signout").hasStatus(204);
        user.get("account/").hasStatus(401);
    }
}
