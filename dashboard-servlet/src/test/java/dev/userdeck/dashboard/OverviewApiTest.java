package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The figures of the overview, as an operator reads them. */
@ExtendWith(TestDatabase.H2.class)
class OverviewApiTest {
    private DashboardFixture world;
    private Client viewer;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        viewer = world.as(Preset.VIEWER);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void tellsNothingUntilSomethingIsCounted() {
        assertThat(viewer.get("api/overview").body()).isEqualTo("{\"days\":[]}");
    }

    @Test
    void tellsNowAndEachDay() {
        world.session(world.activeUser("ada@example.org"));
        world.userdeck.runMaintenance();
        world.clock.advance(Duration.ofDays(7));
        world.session(world.activeUser("bob@example.org"));
        world.userdeck.runMaintenance();

        JsonNode overview = json(viewer.get("api/overview?days=8"));

        assertThat(overview.path("now").toString())
                .isEqualTo("{\"at\":\"2026-03-08T12:00:00Z\",\"users\":2,\"activeToday\":1,\"activeInWeek\":1,"
                        + "\"activeInMonth\":2,\"weekBefore\":1}");
        assertThat(overview.path("days")).hasSize(8);
        assertThat(overview.at("/days/0").toString())
                .isEqualTo("{\"day\":\"2026-03-01\",\"joined\":1,\"active\":1,\"activeInWeek\":1,"
                        + "\"activeInMonth\":1}");
        assertThat(overview.at("/days/1").toString()).isEqualTo("{\"day\":\"2026-03-02\",\"joined\":0}");
        JsonNode week = json(viewer.get("api/overview?days=7"));
        assertThat(week.at("/days/6/activeBefore").asInt()).isEqualTo(1);
        assertThat(week.at("/days/5/activeBefore").isMissingNode()).isTrue();
        assertThat(json(viewer.get("api/overview")).path("days")).hasSize(30);
        assertThat(json(viewer.get("api/overview?days=366")).path("days")).hasSize(366);
    }

    @Test
    void isNotForOperatorsOfSomeTenants() {
        var some = world.hostLogin().with("X-Operator", "OWNER@staff").get("api/overview");

        assertThat(some.statusCode()).isEqualTo(403);
        assertThat(slug(some)).isEqualTo("forbidden");
    }

    @Test
    void refusesDaysOutOfBounds() {
        for (String days : new String[] {"6", "367", "-1", "", "many"}) {
            assertThat(viewer.get("api/overview?days=" + days).statusCode())
                    .as(days)
                    .isEqualTo(400);
        }
    }
}
