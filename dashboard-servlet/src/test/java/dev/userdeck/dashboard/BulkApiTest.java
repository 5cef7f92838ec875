package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One action on many users over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class BulkApiTest {
    private DashboardFixture world;
    private Client client;
    private User ada;
    private User bob;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
        ada = world.user("ada@example.org");
        bob = world.user("bob@example.net");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aJobDoesItToWhomTheFilterOfTheListFinds() {
        var support = client.with("X-Operator", "SUPPORT");

        HttpResponse<String> answer =
                support.send("POST", "api/jobs/suspend?q=ada", "{\"all\": true, \"reason\": \"A leak\"}");
        world.userdeck.runMaintenance();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).at("/state").asString()).isEqualTo("running");
        assertThat(json(answer).at("/expected/number").asInt()).isEqualTo(1);
        var job = json(support.get("api/jobs/" + json(answer).at("/id").asString()));
        assertThat(job.at("/state").asString()).isEqualTo("finished");
        assertThat(job.at("/done").asInt()).isEqualTo(1);
        assertThat(job.at("/operator").asString()).isEqualTo("ines");
        assertThat(status(ada)).isEqualTo(UserStatus.SUSPENDED);
        assertThat(status(bob)).isNotEqualTo(UserStatus.SUSPENDED);
        assertThat(json(support.get("api/jobs")).at("/items")).hasSize(1);
        assertThat(job.at("/request/values/0").asString()).isEqualTo("A leak");
        assertThat(job.at("/request/list/q").asString()).isEqualTo("ada");
        var done = support.get("api/users?job=done:" + job.at("/id").asString());
        assertThat(json(done).at("/items")).hasSize(1);
        assertThat(json(done).at("/items/0/id").asString()).isEqualTo(ada.id().value());
        assertThat(support.get("api/users?job=done:none").statusCode()).isEqualTo(400);
        assertThat(json(client.with("X-Operator", "SUPPORT@shop")
                                .get("api/users?job=done:" + job.at("/id").asString()))
                        .at("/items"))
                .as("within another tenant")
                .isEmpty();
        assertThat(support.get("api/jobs?cursor=none").statusCode()).isEqualTo(400);
    }

    @Test
    void whatAJobWouldComeToIsToldWithoutDoingIt() {
        var support = client.with("X-Operator", "SUPPORT");
        world.userdeck.users().suspend(bob.id(), NewSuspension.of("Before"), Scope.all(), Actor.system());
        world.userdeck.sessions().create(ada.id(), SessionOrigin.of("password"));

        HttpResponse<String> told =
                support.send("POST", "api/jobs/dry-run?q=example", "{\"action\": \"suspend\", \"all\": true}");

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(json(told).at("/users/number").asInt()).isEqualTo(2);
        assertThat(json(told).at("/seen").asInt()).isEqualTo(2);
        assertThat(json(told).at("/unchanged").asInt()).isEqualTo(1);
        assertThat(json(told).at("/sessions").asInt()).isEqualTo(1);
        assertThat(json(told).at("/refused")).isEmpty();
        assertThat(status(ada)).isNotEqualTo(UserStatus.SUSPENDED);
        assertThat(json(support.get("api/jobs")).at("/items")).isEmpty();
        assertThat(support.send("POST", "api/jobs/dry-run", "{\"action\": \"delete\", \"all\": true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(refusals(support.send("POST", "api/jobs/dry-run", "{\"action\": \"suspend\"}")))
                .containsExactly("/users selection-missing");
        assertThat(refusals(support.send("POST", "api/jobs/dry-run", "{\"all\": true}")))
                .containsExactly("/action action-unknown");
    }

    @Test
    void aDeletionNeedsItsNumber() {
        var admin = client.with("X-Operator", "ADMIN");

        assertThat(refusals(delete(admin, "{\"all\": true}"))).containsExactly("/count count-wrong");
        assertThat(delete(admin, "{\"all\": true, \"count\": 3}").body())
                .contains("It is 2 users now. Type 2 to delete them.");
        HttpResponse<String> started = delete(admin, "{\"all\": true, \"count\": 2}");
        world.userdeck.runMaintenance();

        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(world.userdeck.users().find(ada.id())).isEmpty();
        assertThat(world.userdeck.users().find(bob.id())).isEmpty();
    }

    @Test
    void anOperatorOfATenantReachesNobodyElse() {
        var shop = new TenantId("shop");
        world.userdeck.tenants().create(shop, "Shop", Actor.system());
        User eve = world.user(NewUser.withEmail("eve@example.org").tenant(shop));
        var support = client.with("X-Operator", "SUPPORT@shop");

        String id = json(support.send(
                        "POST",
                        "api/jobs/suspend",
                        "{\"users\": [\"%s\", \"%s\"], \"reason\": \"A leak\"}".formatted(ada.id(), eve.id())))
                .at("/id")
                .asString();
        world.userdeck.runMaintenance();

        assertThat(status(ada)).isNotEqualTo(UserStatus.SUSPENDED);
        assertThat(status(eve)).isEqualTo(UserStatus.SUSPENDED);
        var page = json(support.get("api/jobs/" + id + "/refusals"));
        assertThat(page.at("/items/0/user").asString()).isEqualTo(ada.id().value());
        assertThat(page.at("/items/0/name").isMissingNode()).isTrue();
        assertThat(page.at("/items/0/code").asString()).isEqualTo("unknown");
    }

    @Test
    void aJobIsPausedAndCancelledByWhoMayStartIt() {
        String id = json(delete(client.with("X-Operator", "ADMIN"), "{\"all\": true, \"count\": 2}"))
                .at("/id")
                .asString();
        var support = client.with("X-Operator", "SUPPORT");
        var admin = client.with("X-Operator", "ADMIN");

        assertThat(support.send("POST", "api/jobs/" + id + "/pause", null).statusCode())
                .isEqualTo(403);
        assertThat(json(support.get("api/jobs/" + id)).at("/changeable").asBoolean())
                .isFalse();
        assertThat(state(admin, id, "pause")).isEqualTo("paused");
        world.userdeck.runMaintenance();
        assertThat(world.userdeck.users().find(ada.id())).isPresent();
        assertThat(state(admin, id, "cancel")).isEqualTo("cancelled");
        assertThat(state(admin, id, "resume")).isEqualTo("cancelled");
    }

    @Test
    void aJobSaysThatItsOperatorLostTheRightHalfWay(TestDatabase database) {
        for (int i = 0; i < 120; i++) {
            world.user("user" + i + "@example.org");
        }
        var ines = new AtomicReference<>(Operator.of("ines", Preset.ADMIN));
        try (var strict =
                new DashboardFixture(database, settings -> settings.hostOperators(id -> Optional.of(ines.get())))) {
            var admin = strict.hostLogin().with("X-Operator", "ADMIN");
            String id = json(delete(admin, "{\"all\": true, \"count\": 122}"))
                    .at("/id")
                    .asString();
            strict.userdeck.runMaintenance();
            ines.set(Operator.of("ines", Preset.VIEWER));
            strict.userdeck.runMaintenance();

            var job = json(admin.get("api/jobs/" + id));
            assertThat(job.at("/state").asString()).isEqualTo("stopped");
            assertThat(job.at("/reason").asString()).isEqualTo("ines may not do this any more.");
            assertThat(job.at("/done").asInt()).isEqualTo(100);
            assertThat(json(admin.get("api/users/count")).at("/count").asInt()).isEqualTo(22);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var owner = client.with("X-Operator", "OWNER");

        assertThat(refusals(owner.send("POST", "api/jobs/activate", "{}"))).containsExactly("/users selection-missing");
        assertThat(refusals(owner.send("POST", "api/jobs/activate", "{\"users\": []}")))
                .containsExactly("/users users-count");
        assertThat(refusals(owner.send("POST", "api/jobs/activate", "{\"users\": [null]}")))
                .containsExactly("/users null");
        assertThat(refusals(owner.send("POST", "api/jobs/activate", "{\"users\": [\"a b\"]}")))
                .containsExactly("/users user-invalid");
        assertThat(refusals(owner.send("POST", "api/jobs/suspend", "{\"all\": true}")))
                .containsExactly("/reason reason-missing");
        assertThat(owner.send("POST", "api/jobs/suspend?status=asleep", "{\"all\": true, \"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(owner.send("POST", "api/jobs/activate?f.gone.filter=x", "{\"all\": true}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(owner.get("api/jobs")).at("/items")).isEmpty();
    }

    private static String state(Client operator, String id, String change) {
        return json(operator.send("POST", "api/jobs/" + id + "/" + change, null))
                .at("/state")
                .asString();
    }

    private static HttpResponse<String> delete(Client operator, String body) {
        return operator.send("POST", "api/jobs/delete", body);
    }

    private UserStatus status(User user) {
        return world.userdeck.users().find(user.id()).orElseThrow().status();
    }
}
