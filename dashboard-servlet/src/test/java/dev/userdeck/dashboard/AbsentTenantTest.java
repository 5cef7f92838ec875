package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant that is not there is answered alike to everyone: who may see all, who sees some, who sees just that one. */
@ExtendWith(TestDatabase.H2.class)
class AbsentTenantTest {
    private static final String UUID = "0f9a0000-0000-4000-8000-000000000000";

    private DashboardFixture world;
    private Client client;
    private Map<String, Route> routes;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
        ada = world.user("ada@example.org");
        routes = new LinkedHashMap<>(RouteList.of(world.userdeck));
        routes.values().removeIf(route -> route.parameters().stream().noneMatch(AbsentTenantTest::isTenant));
        routes.keySet().removeIf(name -> name.contains(" recipes/")); // what theirs mean, recipes say
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    private static boolean isTenant(Parameter<?> parameter) {
        return parameter.name().equals("tenant") || parameter.name().equals("tenantId");
    }

    @Test
    void everyRouteWithATenantAnswersNotFound() {
        assertThat(routes).hasSizeGreaterThan(12);
        for (String operator : new String[] {"OWNER", "OWNER@public", "OWNER@public,nowhere"}) {
            routes.forEach((name, route) -> {
                HttpResponse<String> answer = ask(client.with("X-Operator", operator), name, route);

                if (answer.statusCode() == 403 && !operator.equals("OWNER")) {
                    return; // for operators of all tenants
                }
                assertThat(answer.statusCode())
                        .as(operator + " " + name + " " + answer.body())
                        .isEqualTo(404);
            });
        }
    }

    private HttpResponse<String> ask(Client operator, String name, Route route) {
        String[] parts = name.split(" ", 2);
        String path = parts[1].replace("{userId}", ada.id().value())
                .replaceAll("\\{tenant(Id)?}", "nowhere")
                .replace("{method}", "password")
                .replaceAll("\\{[^}]+}", UUID);
        boolean isInQuery = route.parameters().stream()
                .anyMatch(parameter -> isTenant(parameter) && parameter.in() == Parameter.In.QUERY);
        String target = "api/" + path + (isInQuery ? "?tenant=nowhere" : "");
        if (route.takes().isEmpty()) {
            return operator.send(parts[0], target, route.requestType() == null ? null : body(parts[1]));
        }
        return operator.send(parts[0], target, "text/csv", "email\nb@example.org\n");
    }

    private static String body(String path) {
        return path.startsWith("tenants") ? "{\"name\":\"Nowhere\"}" : "{\"all\":true}";
    }
}
