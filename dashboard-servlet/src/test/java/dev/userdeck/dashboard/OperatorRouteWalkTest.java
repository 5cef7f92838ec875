package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SavePresetResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Rows;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every route that there is only where operators sign in here. */
@ExtendWith(TestDatabase.H2.class)
class OperatorRouteWalkTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId SHOP = new TenantId("shop");

    private DashboardFixture world;
    private Team team;
    private Rows rows;
    private Map<String, Route> routes;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        team = new Team(world);
        rows = Rows.of(database);
        routes = RouteList.ofBuiltIn(world.userdeck);
        routes.values().removeIf(route -> route.audience() != Audience.OPERATOR);
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.userdeck.tenants().create(SHOP, "Shop", Actor.system());
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void theHostsOperatorsHaveNoneOfThem() {
        var owner = world.hostLogin().with("X-Operator", "OWNER");

        assertThat(routes).hasSizeGreaterThan(14);
        routes.keySet()
                .forEach(path -> assertThat(call(owner, path, team.ines).statusCode())
                        .as(path)
                        .isEqualTo(404));
    }

    @Test
    void aStrangerIsRefusedEverywhere() {
        routes.keySet()
                .forEach(path -> assertThat(
                                call(team.stranger(), path, team.ines).statusCode())
                        .as(path)
                        .isEqualTo(401));
    }

    @Test
    void whoLacksTheSecondFactorReadsAndChangesNothing() {
        team.addApp("Ines");

        assertKeptOut(team.signIn("Ines"), "give-code");
    }

    @Test
    void whoHasToAddASecondFactorReadsAndChangesNothing(TestDatabase database) {
        world.close();
        world = new DashboardFixture(database, Userdeck.Builder::requireOperatorSecondFactor);
        Client door = world.builtIn();
        String credentials = "{\"email\": \"ines@example.org\", \"password\": \"" + DashboardFixture.PASSWORD + "\"}";

        assertKeptOut(door.signedIn(door.send("POST", "api/session", credentials)), "add-factor");
    }

    /** Nothing opens, nothing is told but what is next, and nothing is written. */
    private void assertKeptOut(Client pending, String next) {
        Set<String> before = rows.without(null);
        var all = new HashMap<>(RouteList.of(world.userdeck));
        all.values().removeIf(route -> route.audience() != Audience.OPERATOR);
        all.putAll(routes);

        all.forEach((path, route) -> {
            HttpResponse<String> answer = call(pending, route, path, team.ines);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(json(answer).path("authentication").asString()).as(path).isEqualTo(next);
            assertThat(json(answer).propertyNames())
                    .as(path)
                    .containsExactlyInAnyOrder("type", "title", "status", "authentication", "app");
        });

        assertThat(rows.without(null)).isEqualTo(before);
    }

    @Test
    void onlyThePermissionOpensARoute() {
        for (Preset preset : presets()) {
            String name = "Op-" + preset.name();
            team.operator(name, preset, Scope.all());
            routes.forEach((path, route) -> {
                Client operator = team.signIn(name);

                HttpResponse<String> answer = call(operator, path, "none");

                if (preset.holds(route.permission())) {
                    assertThat(answer.statusCode()).as(preset + " " + path).isNotIn(401, 403, 405, 500);
                } else {
                    assertThat(answer.statusCode()).as(preset + " " + path).isEqualTo(403);
                    assertThat(slug(answer)).isEqualTo("forbidden");
                }
            });
        }
    }

    /** The built-in ones, and two of one's own. */
    private List<Preset> presets() {
        var presets = new ArrayList<>(Preset.builtIn());
        presets.add(own("Clerk", Set.of("users:read")));
        presets.add(own("Captain", Set.of("operators:read", "operators:write")));
        return presets;
    }

    private Preset own(String name, Set<String> permissions) {
        var result = world.userdeck
                .operators()
                .presets()
                .create(new NewPreset(name, permissions), Access.full(), Actor.system());
        return ((SavePresetResult.Saved) result).preset().preset();
    }

    @Test
    void anOperatorOfATenantSeesAndChangesNobodyElsewhere() {
        team.operator("Anna", Preset.OWNER, Scope.of(ACME));
        String shop = team.operator("Sue", Preset.VIEWER, Scope.of(SHOP));
        String both = team.operator("Bob", Preset.VIEWER, Scope.of(Set.of(ACME, SHOP)));
        team.signIn("Sue");
        team.signIn("Bob");
        Client anna = team.signIn("Anna");
        List<String> before = operators();

        for (String other : List.of(team.ines, shop, both)) {
            routes.forEach((path, route) -> {
                if (path.contains("{operatorId}")) {
                    HttpResponse<String> answer = call(anna, path, other);
                    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(404);
                }
            });
        }

        assertThat(operators()).isEqualTo(before);
        HttpResponse<String> list = anna.get("api/operators");
        assertThat(json(list).path("count").asInt()).isEqualTo(1);
        assertThat(list.body()).contains("anna@example.org").doesNotContain("ines@", "sue@", "bob@");
    }

    private List<String> operators() {
        return rows.without(null).stream()
                .filter(row -> row.startsWith("ud_operator"))
                .toList();
    }

    @Test
    void noChangeComesFromElsewhere() {
        Client ines = team.signIn("Ines");
        routes.forEach((path, route) -> {
            if (!route.method().isSafe()) {
                HttpResponse<String> answer = bare(ines.with("Sec-Fetch-Site", "cross-site"), route, path, team.ines);
                assertThat(slug(answer)).as(path).isEqualTo("cross-site");
            }
        });
    }

    @Test
    void whatIsReadTellsNoSecret() {
        Client ines = team.signIn("Ines");
        routes.forEach((path, route) -> {
            if (route.method().isSafe()) {
                assertThat(call(ines, path, team.ines).body())
                        .as(path)
                        .doesNotContain("argon2", "password_hash", "token", "invite#", "reset#");
            }
        });
        assertThat(routes.values())
                .filteredOn(route -> route.permission().equals(Permission.DASHBOARD_ENTER))
                .allSatisfy(route -> assertThat(route.path()).matches("/(profile|session)(/.*)?"));
    }

    private HttpResponse<String> call(Client client, String path, String operator) {
        return call(client, routes.get(path), path, operator);
    }

    private HttpResponse<String> call(Client client, Route route, String path, String operator) {
        return bare(client.with("Sec-Fetch-Site", "same-origin"), route, path, operator);
    }

    private static HttpResponse<String> bare(Client client, Route route, String path, String operator) {
        String body = route.requestType() == null ? null : "{}";
        String[] parts = path.split(" ", 2);
        String filled = parts[1].replace("{operatorId}", operator).replaceAll("\\{[^}]+}", "x");
        Client asking = route.needsIfMatch() ? client.with("If-Match", "\"0\"") : client;
        return route.takes().isEmpty()
                ? asking.bare(parts[0], "api/" + filled, body)
                : asking.bare(
                        parts[0], "api/" + filled, route.takes().iterator().next(), "");
    }
}
