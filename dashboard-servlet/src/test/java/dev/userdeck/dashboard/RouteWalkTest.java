package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.slug;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKeyLimits;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every route there is: what may be called by whom, and from where. */
@ExtendWith(TestDatabase.H2.class)
class RouteWalkTest {
    private DashboardFixture world;
    private Client client;
    private Map<String, Route> routes;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
        routes = RouteList.of(world.userdeck);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void everyRouteForOperatorsNamesAPermission() {
        assertThat(routes).hasSizeGreaterThan(12);
        routes.values().stream()
                .filter(route -> route.audience() == Audience.OPERATOR)
                .forEach(route ->
                        assertThat(route.permission()).as(route.toString()).isNotNull());
    }

    @Test
    void onlyThePermissionOpensARoute() {
        User user = world.user("ada@example.org");
        for (Preset preset : Preset.builtIn()) {
            var operator = client.with("X-Operator", preset.id());
            routes.forEach((path, route) -> {
                boolean may = preset.holds(route.permission());
                if (may && path.equals("DELETE users/{userId}")) {
                    return;
                }

                HttpResponse<String> answer = call(operator, path, user);

                if (may) {
                    assertThat(answer.statusCode()).as(preset + " " + path).isNotIn(401, 403, 500);
                } else {
                    assertThat(answer.statusCode()).as(preset + " " + path).isEqualTo(403);
                    assertThat(slug(answer)).isEqualTo("forbidden");
                }
            });
        }
    }

    @Test
    void aKeyOpensWhatItMayAndNeverWhatMakesOperatorsAndKeys() {
        User user = world.user("ada@example.org");
        var full = Access.full();
        Set<String> givable = world.userdeck.apiKeys().givable(full).stream()
                .map(Permission::name)
                .collect(toSet());
        var asked = new NewApiKey("walker", givable, Scope.all(), ApiKeyLimits.DEFAULT_LIFETIME);
        var made = world.userdeck.apiKeys().create(asked, full, Actor.system());
        String token = ((CreateApiKeyResult.Created) made).issued().token();
        var program = client.with("X-Operator", "OWNER").with("Authorization", "Bearer " + token);
        var never = List.of(Permission.OPERATORS_WRITE, Permission.API_KEYS_WRITE);

        assertThat(routes.values().stream().map(Route::permission)).contains(Permission.API_KEYS_WRITE);
        routes.forEach((path, route) -> {
            if (path.equals("DELETE users/{userId}")) {
                return;
            }

            HttpResponse<String> answer = bare(program, path, user);

            if (never.contains(route.permission())) {
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(slug(answer)).isEqualTo("forbidden");
            } else {
                assertThat(answer.statusCode()).as(path).isNotIn(401, 403, 500);
            }
        });
    }

    @Test
    void noRoutePassesOverAFilterThatNobodyKnows() {
        User user = world.user("ada@example.org");
        var owner = client.with("X-Operator", "OWNER").with("Sec-Fetch-Site", "same-origin");
        var narrowed = new LinkedHashMap<>(routes);
        narrowed.values()
                .removeIf(route -> !route.takes().isEmpty()
                        || route.parameters().stream().noneMatch(p -> p.in() == Parameter.In.QUERY));
        // a recipe's other routes are asked by panels with what may mean nothing to them
        narrowed.keySet().removeIf(path -> path.contains(" recipes/") && !isList(path));

        assertThat(narrowed)
                .containsKeys("GET audit", "GET audit/export", "GET users", "GET jobs", "DELETE sessions")
                .allSatisfy((path, route) -> {
                    String body = route.requestType() == null ? null : "{}";
                    HttpResponse<String> answer =
                            owner.bare(path.split(" ", 2)[0], "api/" + filled(path, user) + "?nobody=knows", body);
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(answer.body()).as(path).contains("nobody");
                });
    }

    private boolean isList(String path) {
        return routes.get(path).parameters().stream().anyMatch(p -> p.name().equals("cursor"));
    }

    @Test
    void aStrangerIsRefusedEverywhere() {
        User user = world.user("ada@example.org");

        routes.keySet()
                .forEach(path -> assertThat(call(client, path, user).statusCode())
                        .as(path)
                        .isEqualTo(401));
    }

    @Test
    void nobodyIsRefusedEverywhere() {
        User user = world.user("ada@example.org");
        var nobody = world.serve(builder -> builder).with("X-Operator", "OWNER");

        routes.keySet()
                .forEach(path -> assertThat(call(nobody, path, user).statusCode())
                        .as(path)
                        .isEqualTo(403));
        assertThat(world.userdeck.users().find(user.id())).isPresent();
    }

    @Test
    void anOperatorOfAnotherTenantSeesNothingOfAUser() {
        User user = world.user("ada@example.org");
        var elsewhere = client.with("X-Operator", "OWNER@other");

        routes.forEach((path, route) -> {
            HttpResponse<String> answer = call(elsewhere, path, user);
            int expected = switch (route.scopeKind()) {
                case ONE_USER, USER_IN_TENANTS -> 404;
                case APP -> 403;
                case TENANTS -> path.contains("{") ? 404 : route.requestType() == null ? route.status() : 422;
            };
            assertThat(answer.statusCode()).as(path).isEqualTo(expected);
            assertThat(answer.body()).as(path).doesNotContain("ada@example.org");
        });
        assertThat(world.userdeck.users().find(user.id())).isPresent();
    }

    @Test
    void noChangeComesFromElsewhere() {
        User user = world.user("ada@example.org");
        var owner = client.with("X-Operator", "OWNER");
        Client[] foreign = {
            owner,
            owner.with("Sec-Fetch-Site", "cross-site"),
            owner.with("Sec-Fetch-Site", "same-site"),
            owner.with("Sec-Fetch-Site", "none"),
            owner.with("Sec-Fetch-Site", "cross-site").with("Origin", "http://localhost:" + world.port()),
            owner.with("Origin", "https://evil.example"),
            owner.with("Origin", "null"),
            owner.with("Origin", "http://localhost:1"),
        };
        for (Client client : foreign) {
            unsafe().forEach((path, route) -> {
                HttpResponse<String> answer = bare(client, path, user);

                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(slug(answer)).as(path).isEqualTo("cross-site");
            });
        }
        assertThat(world.userdeck.users().find(user.id())).isPresent();
    }

    @Test
    void aChangeFromOurOwnPageIsTaken() {
        User user = world.user("ada@example.org");
        var owner = client.with("X-Operator", "OWNER");
        Client[] own = {
            owner.with("Sec-Fetch-Site", "same-origin"), owner.with("Origin", "http://localhost:" + world.port()),
        };
        for (Client client : own) {
            unsafe().forEach((path, route) -> {
                if (!path.equals("DELETE users/{userId}")) {
                    assertThat(bare(client, path, user).statusCode()).as(path).isNotEqualTo(403);
                }
            });
        }
    }

    @Test
    void aBodyIsJson() {
        User user = world.user("ada@example.org");

        unsafe().forEach((path, route) -> {
            if (route.requestType() != null) {
                assertThat(Client.raw(
                                world.port(),
                                path.split(" ", 2)[0] + " /users/api/" + filled(path, user) + " HTTP/1.1",
                                "Host: localhost:" + world.port(),
                                "X-Operator: OWNER",
                                "Sec-Fetch-Site: same-origin",
                                "If-Match: \"0\"",
                                "Content-Type: text/plain",
                                "Content-Length: 0"))
                        .as(path)
                        .startsWith("HTTP/1.1 415");
            }
        });
    }

    private Map<String, Route> unsafe() {
        var unsafe = new LinkedHashMap<>(routes);
        unsafe.values().removeIf(route -> route.method().isSafe());
        return unsafe;
    }

    private HttpResponse<String> call(Client client, String path, User user) {
        return bare(client.with("Sec-Fetch-Site", "same-origin"), path, user);
    }

    private HttpResponse<String> bare(Client client, String path, User user) {
        Route route = routes.get(path);
        String body = route.requestType() == null ? null : "{}";
        String type = route.takes().stream().findFirst().orElse("application/json");
        Client asking = route.needsIfMatch() ? client.with("If-Match", "\"0\"") : client;
        return asking.bare(path.split(" ", 2)[0], "api/" + filled(path, user), type, body);
    }

    private static String filled(String path, User user) {
        return path.split(" ", 2)[1].replace("{userId}", user.id().value()).replaceAll("\\{[^}]+}", "x");
    }
}
