package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.audit.AuditActions;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What hurts in the hands of who finds a browser open takes a proof that is not old. */
@ExtendWith(TestDatabase.H2.class)
class FreshProofTest {
    private static final String DELETE = "api/jobs/delete";
    private static final String NOBODY = "{\"all\": true, \"count\": 0}";

    private DashboardFixture world;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void thePasswordCountsForFiveMinutes() {
        Client owner = owner();
        assertThat(slug(owner.send("POST", DELETE, NOBODY))).isNotEqualTo("fresh-proof-required");
        assertThat(owner.get("api/session/fresh-proof").statusCode()).isEqualTo(204);

        world.clock.advance(Operators.FRESH_PROOF);

        HttpResponse<String> refused = owner.send("POST", DELETE, NOBODY);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(slug(refused)).isEqualTo("fresh-proof-required");
        assertThat(json(refused).path("authentication").asString()).isEqualTo("sign-in");
        assertThat(slug(owner.get("api/session/fresh-proof"))).isEqualTo("fresh-proof-required");
        assertThat(owner.get("api/users").statusCode()).isEqualTo(200);

        assertThat(refusals(prove(owner, ""))).containsExactly("/password required");
        assertThat(refusals(prove(owner, "plum tundra"))).containsExactly("/password password-wrong");
        assertThat(slug(owner.send("POST", DELETE, NOBODY))).isEqualTo("fresh-proof-required");
        assertThat(prove(owner, DashboardFixture.PASSWORD).statusCode()).isEqualTo(204);
        assertThat(slug(owner.send("POST", DELETE, NOBODY))).isNotEqualTo("fresh-proof-required");
        assertThat(world.userdeck.audit().list(AuditQuery.of(Scope.all())).items())
                .extracting(event -> event.action())
                .contains(AuditActions.OPERATOR_REAUTHENTICATION_FAILED)
                .doesNotContain(AuditActions.OPERATOR_REFUSED);
    }

    @Test
    void wrongPasswordsAreSlowedDown() {
        Client owner = owner();
        for (int i = 0; i < 5; i++) {
            prove(owner, "plum tundra");
        }

        HttpResponse<String> slowed = prove(owner, DashboardFixture.PASSWORD);

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whatTakesFreshProofIsThis() {
        assertThat(RouteList.of(world.userdeck).entrySet().stream()
                        .filter(route -> route.getValue().needsFreshProof())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "GET session/fresh-proof",
                        "GET users/export",
                        "POST imports/{import}/start",
                        "POST jobs/delete",
                        "POST api-keys",
                        "POST api-keys/{keyId}/rotate",
                        "DELETE api-keys/{keyId}",
                        "DELETE tenants/{tenantId}");
    }

    @Test
    void whoMayNotAnywayIsNotAsked() {
        var client = world.serve(builder ->
                builder.operators(DashboardFixture::byHeader).authenticationTime(request -> Optional.empty()));

        HttpResponse<String> refused =
                client.with("X-Operator", Preset.SUPPORT.id()).send("POST", DELETE, NOBODY);

        assertThat(slug(refused)).isEqualTo("forbidden");
    }

    @Test
    void aHostThatTellsWhenItAskedIsAsked() {
        var client = world.serve(builder -> builder.operators(DashboardFixture::byHeader)
                        .signInPage("/login")
                        .reauthenticationPage("/login?again")
                        .authenticationTime(request -> Optional.ofNullable(request.getHeader("X-Age"))
                                .map(age -> world.clock.instant().minus(Duration.parse(age)))))
                .with("X-Operator", Preset.OWNER.id());

        HttpResponse<String> unknown = client.get("api/session/fresh-proof");
        assertThat(slug(unknown)).isEqualTo("fresh-proof-required");
        assertThat(json(unknown).path("authentication").asString()).isEqualTo("host");
        assertThat(json(unknown).path("signInUrl").asString()).isEqualTo("/login?again");
        assertThat(client.with("X-Age", "PT5M").get("api/session/fresh-proof").statusCode())
                .isEqualTo(403);
        assertThat(client.with("X-Age", "PT-1H").get("api/session/fresh-proof").statusCode())
                .isEqualTo(403);
        assertThat(client.with("X-Age", "PT4M59S")
                        .get("api/session/fresh-proof")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aHostThatCannotTellIsTakenAtItsWord() {
        assertThat(world.as(Preset.OWNER).get("api/session/fresh-proof").statusCode())
                .isEqualTo(204);
        assertThat(world.as(Preset.OWNER)
                        .send("POST", "api/session/reauthenticate", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void settingsThatDoNothingAreRefused() {
        assertThatThrownBy(() -> DashboardServlet.builder(world.userdeck)
                        .authenticationTime(request -> Optional.of(Instant.now()))
                        .builtInOperators()
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("operators(…)");
        assertThatThrownBy(() -> DashboardServlet.builder(world.userdeck)
                        .operators(DashboardFixture::byHeader)
                        .reauthenticationPage("/login?again")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("authenticationTime(…)");
    }

    @Test
    void onlyOperatorsAreAskedForIt() {
        for (var route : List.of(Route.post("/a").forUsers(), Route.post("/a").forAnyone())) {
            assertThatThrownBy(() -> route.needsFreshProof().handle(request -> null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("/a");
        }
    }

    private Client owner() {
        var entrance = world.builtIn();
        return entrance.signedIn(entrance.send(
                "POST",
                "api/setup",
                "{\"token\":\"%s\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\"%s\"}"
                        .formatted(world.setUpToken(), DashboardFixture.PASSWORD)));
    }

    private static HttpResponse<String> prove(Client client, String password) {
        return client.send("POST", "api/session/reauthenticate", "{\"password\": \"%s\"}".formatted(password));
    }
}
