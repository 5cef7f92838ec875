package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is read-only changes nothing, and is offered nothing that would. */
@ExtendWith(TestDatabase.H2.class)
class ReadOnlyTest {
    private static final String ACME = "{\"id\": \"acme\", \"name\": \"Acme\"}";

    private final AtomicBoolean readOnly = new AtomicBoolean();
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
    void eachRouteThatChangesSomethingRefuses() {
        Client owner = ofHost();
        User ada = world.user("ada@example.org");
        readOnly.set(true);

        RouteList.of(world.userdeck).forEach((name, route) -> {
            if (!route.changesNothing()) {
                HttpResponse<String> refused = send(owner, route, path(name, ada));
                assertThat(slug(refused)).as(name).isEqualTo("read-only");
            }
        });

        assertThat(world.userdeck.users().find(ada.id())).contains(ada);
        assertThat(owner.get("api/users").statusCode()).isEqualTo(200);
        assertThat(owner.get("api/users/export").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsOfferedThatIsRefused() {
        Client owner = ofHost();
        String writable = owner.get("api/session").body();
        readOnly.set(true);

        var capabilities = json(owner.get("api/session"));

        assertThat(capabilities.at("/operator/readOnly").asBoolean()).isTrue();
        assertThat(capabilities.path("permissions").values())
                .isNotEmpty()
                .allMatch(name -> new Permission(name.asString(), Preset.VIEWER).isReading());
        assertThat(capabilities.toString()).doesNotContain("POST", "PUT", "PATCH", "DELETE");
        assertThat(writable).contains("POST");
    }

    @Test
    void aSwitchCountsAtTheNextRequest() {
        Client owner = ofHost();
        readOnly.set(true);
        assertThat(slug(owner.send("POST", "api/tenants", ACME))).isEqualTo("read-only");

        readOnly.set(false);

        assertThat(owner.send("POST", "api/tenants", ACME).statusCode()).isEqualTo(201);
    }

    @Test
    void itCanBeSomeOperatorsAlone() {
        var client = world.serve(builder -> builder.operators(DashboardFixture::byHeader)
                .readOnly(operator -> operator.preset().equals(Preset.ADMIN)));

        assertThat(slug(client.with("X-Operator", "ADMIN").send("POST", "api/tenants", ACME)))
                .isEqualTo("read-only");
        assertThat(client.with("X-Operator", "OWNER")
                        .send("POST", "api/tenants", ACME)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoSignsInHereSignsOutAndProvesWhoItIs() {
        var entrance = world.serve(builder -> builder.builtInOperators().readOnly(operator -> readOnly.get()));
        readOnly.set(true);
        HttpResponse<String> made = entrance.send(
                "POST",
                "api/setup",
                "{\"token\":\"%s\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\"%s\"}"
                        .formatted(world.setUpToken(), DashboardFixture.PASSWORD));
        Client owner = entrance.signedIn(made);

        assertThat(json(owner.get("api/session")).at("/operator/readOnly").asBoolean())
                .isTrue();
        assertThat(owner.send(
                                "POST",
                                "api/session/reauthenticate",
                                "{\"password\": \"%s\"}".formatted(DashboardFixture.PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        assertThat(owner.send("DELETE", "api/session", null).statusCode()).isEqualTo(204);
    }

    private Client ofHost() {
        return world.serve(
                        builder -> builder.operators(DashboardFixture::byHeader).readOnly(operator -> readOnly.get()))
                .with("X-Operator", "OWNER");
    }

    private static String path(String name, User user) {
        return "api/"
                + name.substring(name.indexOf(' ') + 1)
                        .replace("{userId}", user.id().value())
                        .replaceAll("\\{[^}]*}", "x");
    }

    private static HttpResponse<String> send(Client owner, Route route, String path) {
        String method = route.method().name();
        return route.takes().isEmpty()
                ? owner.send(method, path, route.requestType() == null ? null : "{}")
                : owner.send(method, path, route.takes().iterator().next(), "");
    }
}
