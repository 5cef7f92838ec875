package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who enters, with the host's login or with none. */
@ExtendWith(TestDatabase.H2.class)
class OperatorAuthenticationTest {
    private TestDatabase database;
    private DashboardFixture world;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(database);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void nobodyEntersUnlessItWasSaidWho() {
        var client = world.serve(builder -> builder);

        HttpResponse<String> session = client.get("api/session");
        HttpResponse<String> users = client.get("api/users");

        assertThat(session.statusCode()).isEqualTo(403);
        assertThat(slug(session)).isEqualTo("nobody");
        assertThat(json(session).path("detail").asString())
                .contains("operators(…)")
                .contains("builtInOperators()");
        assertThat(slug(users)).isEqualTo("nobody");
        assertThat(client.send("POST", "api/session", "{}").statusCode()).isEqualTo(405);
        assertThat(client.get("").statusCode()).isEqualTo(200);
        assertThat(world.logged())
                .filteredOn(line -> line.contains("builtInOperators()"))
                .hasSize(1);
    }

    @Test
    void theLogShowsTheWholeLinkWhereTheAddressIsKnown() {
        URI address = URI.create("https://app.example.org/internal/users/");
        world.close();
        world = new DashboardFixture(database, builder -> builder.dashboardAddress(address));
        world.builtIn();

        assertThat(world.logged()).anyMatch(line -> line.contains("https://app.example.org/internal/users/setup#"));
    }

    @Test
    void anAddressThatIsNotTheDashboardsIsRefused() {
        for (String address : List.of("/internal/users/", "https://app.example.org/internal/users")) {
            assertThatThrownBy(() -> Userdeck.builder().dashboardAddress(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(address);
        }
    }

    @Test
    void thePageForSigningUpIsAnAddressOfTheWebAndIsTold() {
        for (String address : List.of("/sign-up", "javascript:alert(1)", "https:sign-up")) {
            assertThatThrownBy(() -> DashboardServlet.builder(world.userdeck).signUpPage(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(address);
        }
        Client told = world.serve(builder -> builder.signUpPage(URI.create("https://app.example.org/sign-up"))
                .operators(request -> Optional.of(Operator.of("ines", Preset.OWNER))));

        assertThat(json(told.get("api/session")).at("/app/signUpPage").asString())
                .isEqualTo("https://app.example.org/sign-up");
    }

    @Test
    void theHostsLoginDecides() {
        var client = world.hostLogin();

        HttpResponse<String> stranger = client.get("api/session");
        HttpResponse<String> operator = client.with("X-Operator", "SUPPORT").get("api/session");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(slug(stranger)).isEqualTo("sign-in-required");
        assertThat(json(stranger).path("authentication").asString()).isEqualTo("host");
        assertThat(json(stranger).path("app").asString()).isNotBlank();
        assertThat(operator.statusCode()).isEqualTo(200);
        assertThat(json(operator).at("/operator/preset/id").asString()).isEqualTo("support");
        assertThat(json(operator).at("/operator/canSignOut").asBoolean()).isFalse();
    }

    @Test
    void theContainersRoleDecides() {
        Filter login = (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public Principal getUserPrincipal() {
                        String name = getHeader("X-Name");
                        return name == null ? null : () -> name;
                    }

                    @Override
                    public boolean isUserInRole(String role) {
                        return role.equals(getHeader("X-Role"));
                    }
                },
                response);
        var servlet = DashboardServlet.builder(world.userdeck)
                .operators(OperatorAuthenticator.containerRole("admin", Preset.ADMIN))
                .uiFolder(DashboardFixture.UI)
                .build();
        try (var host = JettyHost.serving(servlet, "/", "/*", login)) {
            var client = new Client(host.at("/")).with("X-Name", "ines");

            HttpResponse<String> admin = client.with("X-Role", "admin").get("api/session");

            assertThat(json(admin).at("/operator/name").asString()).isEqualTo("ines");
            assertThat(json(admin).at("/operator/preset/id").asString()).isEqualTo("admin");
            HttpResponse<String> staff = client.with("X-Role", "staff").get("api/session");
            assertThat(staff.statusCode()).isEqualTo(403);
            assertThat(slug(staff)).isEqualTo("not-an-operator");
            assertThat(json(staff).path("name").asString()).isEqualTo("ines");
            assertThat(new Client(host.at("/")).get("api/session").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theDashboardLeadsToTheHostsLogin() {
        var client = world.serve(builder -> builder.signInPage("/login").operators(request -> {
            if (request.getHeader("X-Operator") != null) {
                throw new NotAnOperatorException();
            }
            return Optional.empty();
        }));

        HttpResponse<String> stranger = client.get("api/session");
        HttpResponse<String> other = client.with("X-Operator", "none").get("api/users");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(json(stranger).path("signInUrl").asString()).isEqualTo("/login");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(slug(other)).isEqualTo("not-an-operator");
        assertThat(json(other).path("signInUrl").asString()).isEqualTo("/login");
        assertThat(json(other).has("name")).isFalse();
    }

    @Test
    void aPageToSignInIsAnAddressAndTheHosts() {
        for (String address :
                List.of("login", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "https:///x", "")) {
            assertThatThrownBy(() -> DashboardServlet.builder(world.userdeck).signInPage(address))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/a/path");
        }
        assertThatThrownBy(DashboardServlet.builder(world.userdeck)
                        .builtInOperators()
                        .signInPage("/login")::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("operators(…)");
    }

    @Test
    void aLoginThatThrowsLetsNobodyInAndTellsNothing() {
        var client = world.serve(builder -> builder.operators(request -> {
            throw new IllegalStateException("secret of the host");
        }));

        HttpResponse<String> answer = client.get("api/users");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("trace").doesNotContain("secret of the host");
    }

    @Test
    void oneLoginIsEnough() {
        var builder = DashboardServlet.builder(world.userdeck)
                .operators(request -> Optional.of(Operator.of("ines", Preset.OWNER)));

        assertThatThrownBy(builder::builtInOperators)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("once");
    }

    @Test
    void theCapabilitiesAreThoseOfTheOperator() {
        var client = world.hostLogin();
        String id = world.recipe.id().value();

        var viewer = json(client.with("X-Operator", "VIEWER").get("api/session"));
        var admin = json(client.with("X-Operator", "ADMIN").get("api/session"));

        assertThat(viewer.path("permissions").toString())
                .isEqualTo("[\"users:read\",\"sessions:read\",\"tenants:read\",\"audit:read\",\"about:read\",\"" + id
                        + ":read\"]");
        assertThat(admin.path("permissions").toString())
                .contains("users:delete", "sessions:end", id + ":write", id + ":manage");
        assertThat(viewer.at("/app/name").asString()).isEqualTo("Userdeck");
        assertThat(viewer.at("/tenants/0/id").asString()).isEqualTo("public");
    }
}
