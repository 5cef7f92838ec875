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
    void countsAtOnce() {
        assertThat(json(viewer.get("api/overview")).at("/users").toString())
                .isEqualTo("{\"count\":0,\"exact\":true,\"countedAt\":\"2026-03-01T12:00:00Z\"}");

        world.session(world.activeUser("ada@example.org"));

        JsonNode overview = json(viewer.get("api/overview"));
        for (String figure : new String[] {"users", "joined", "activeInDay", "activeInWeek", "activeInMonth"}) {
            assertThat(overview.at("/" + figure + "/count").asInt()).as(figure).isEqualTo(1);
        }
        assertThat(overview.at("/activity/29/active").asInt()).isEqualTo(1);
    }

    @Test
    void tellsNowAndEachDay() {
        world.session(world.activeUser("ada@example.org"));
        world.userdeck.runMaintenance();
        world.clock.advance(Duration.ofDays(7));
        world.session(world.activeUser("bob@example.org"));

        JsonNode overview = json(viewer.get("api/overview?days=8"));

        assertThat(overview.path("at").asString()).isEqualTo("2026-03-08T12:00:00Z");
        assertThat(overview.at("/activeInMonth").toString())
                .isEqualTo("{\"count\":2,\"exact\":true,\"countedAt\":\"2026-03-08T12:00:00Z\","
                        + "\"activeSince\":\"2026-02-06T12:00:00Z\"}");
        assertThat(overview.path("weekBefore").asInt()).isEqualTo(1);
        assertThat(overview.path("monthBefore").isMissingNode()).isTrue();
        assertThat(overview.path("activity")).hasSize(8);
        assertThat(overview.at("/activity/0").toString())
                .isEqualTo("{\"day\":\"2026-03-01\",\"countedAt\":\"2026-03-01T12:00:00Z\",\"active\":1,"
                        + "\"activeInWeek\":1,\"activeInMonth\":1}");
        assertThat(overview.at("/activity/1").toString()).isEqualTo("{\"day\":\"2026-03-02\"}");
        JsonNode week = json(viewer.get("api/overview?days=7"));
        assertThat(week.at("/activity/6/activeBefore").asInt()).isEqualTo(1);
        assertThat(week.at("/activity/5/activeBefore").isMissingNode()).isTrue();
        assertThat(json(viewer.get("api/overview")).path("joinedByDay")).hasSize(30);
        assertThat(json(viewer.get("api/overview?days=366")).path("joinedByDay"))
                .hasSize(366);
    }

    @Test
    void tellsWhoJoinedByTheDaysOfATimeZoneAndThoseOfTheList() {
        world.clock.advance(Duration.ofHours(10)); // 22:00 on 1 March, 07:00 on 2 March in Tokyo
        world.user("ada@example.org");

        JsonNode utc = json(viewer.get("api/overview?days=7"));
        JsonNode tokyo = json(viewer.get("api/overview?days=7&timeZone=Asia/Tokyo"));

        assertThat(utc.path("timeZone").asString()).isEqualTo("UTC");
        assertThat(utc.at("/joinedByDay/6").toString())
                .isEqualTo("{\"day\":\"2026-03-01\",\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-02T00:00:00Z\","
                        + "\"count\":1}");
        assertThat(tokyo.path("timeZone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(tokyo.at("/joinedByDay/6").toString())
                .isEqualTo("{\"day\":\"2026-03-02\",\"from\":\"2026-03-01T15:00:00Z\",\"to\":\"2026-03-02T15:00:00Z\","
                        + "\"count\":1}");
        assertThat(tokyo.at("/joined/joinedFrom").asString()).isEqualTo("2026-02-23T15:00:00Z");
        assertThat(json(viewer.get("api/users/count?joined=2026-03-01T15:00:00Z..2026-03-02T15:00:00Z"))
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(viewer.get("api/users/count?activeSince=2026-02-01T00:00:00Z"))
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesATimeZoneThatIsNone() {
        var refused = viewer.get("api/overview?timeZone=Etc/Unknown");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("parameter").asString()).isEqualTo("timeZone");
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
