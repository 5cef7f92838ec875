package dev.userdeck.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.libs.tools.jackson.databind.JsonNode;
import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users may do is described to anyone. */
class AuthOpenApiTest {
    private Userdeck userdeck;
    private WebServer server;
    private HttpResponse<String> answer;
    private JsonNode document;

    @BeforeEach
    void start() {
        userdeck = Userdeck.builder()
                .inMemory()
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        server = new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).cookieName("shop").build(), "/auth/*")
                .start();
        answer = new Browser(server.uri().resolve("/app/auth")).get("/openapi.json");
        document = new JsonMapper().readTree(answer.body());
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void everyRouteIsThere() {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(new TreeSet<>(document.path("paths").propertyNames()))
                .containsExactly(
                        "/openapi.json",
                        "/password/change",
                        "/password/forgot",
                        "/password/link",
                        "/password/reset",
                        "/session",
                        "/sessions",
                        "/sessions/others",
                        "/sessions/{handle}",
                        "/signin",
                        "/signout",
                        "/signup");
    }

    @Test
    void aRouteForUsersTakesTheCookieAndOneForAnyoneDoesNot() {
        assertThat(document.at("/security/0").has("session")).isTrue();
        assertThat(document.at("/components/securitySchemes/session/name").asString())
                .isEqualTo("__Host-shop");
        assertThat(document.at("/paths/~1password~1change/post").has("security"))
                .isFalse();
        assertThat(document.at("/paths/~1signin/post/security").isEmpty()).isTrue();
        assertThat(document.at("/paths/~1signin/post/security").isArray()).isTrue();
    }

    @Test
    void whatHoldsASessionBackIsForRecipesToName() {
        assertThat(typeOf403("/paths/~1password~1change/post").has("enum")).isFalse();
        assertThat(typeOf403("/paths/~1signout/post").path("enum").get(0).asString())
                .isEqualTo("https://userdeck.dev/problems/cross-site");
    }

    private JsonNode typeOf403(String operation) {
        String reference = document.at(operation + "/responses/403/$ref").asString();
        return document.at(
                reference.substring(1) + "/content/application~1problem+json/schema/allOf/1/properties/type");
    }
}
