package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_LOGIN_REMOVED;
import static dev.userdeck.audit.AuditActions.USER_MERGED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user's login methods over HTTP: removed, unlinked, and those of two users joined. */
@ExtendWith(TestDatabase.H2.class)
class UserMethodsApiTest {
    private static final TenantId ACME = new TenantId("acme");

    private DashboardFixture world;
    private Client admin;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
        User signedUp = world.activeUser("ada@example.org");
        world.userdeck.users().link(signedUp.id(), NewLogin.of("sso", "ada"), Actor.system());
        ada = now(signedUp);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void removesAMethodButNotTheLast() {
        HttpResponse<String> removed = send("DELETE", "methods/" + method("sso"));
        HttpResponse<String> again = send("DELETE", "methods/" + method("sso"));
        HttpResponse<String> last = send("DELETE", "methods/" + method(null));

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(json(last).path("reason").asString()).isEqualTo("last-method");
        var document = json(admin.get("api/users/" + ada.id())).at("/user/methods");
        assertThat(document.size()).isEqualTo(1);
        assertThat(document.at("/0/removable").asBoolean()).isFalse();
        assertThat(world.events(ada.id()).get(0).action()).isEqualTo(USER_LOGIN_REMOVED);
    }

    @Test
    void aMethodOfAnotherUserIsNotFound() {
        User grace = world.activeUser("grace@example.org");
        String foreign = grace.loginMethods().get(0).id().value();

        assertThat(send("DELETE", "methods/" + foreign).statusCode()).isEqualTo(404);
        assertThat(send("POST", "methods/" + foreign + "/unlink").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "methods/" + "x".repeat(300)).statusCode()).isIn(400, 404);
        assertThat(now(grace).loginMethods()).hasSize(1);
    }

    @Test
    void ofTwoWhoRemoveBothMethodsAtOnceOneIsRefused() {
        var answers = Client.atOnce(
                () -> send("DELETE", "methods/" + method("sso")), () -> send("DELETE", "methods/" + method(null)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(now(ada).loginMethods()).hasSize(1);
    }

    @Test
    void anUnlinkedMethodIsAUserOfItsOwn() {
        HttpResponse<String> answer = send("POST", "methods/" + method("sso") + "/unlink");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        User created = now(new UserId(json(answer).path("id").asString()));
        assertThat(created.loginMethods())
                .singleElement()
                .satisfies(method -> assertThat(method.provider()).isEqualTo("sso"));
        assertThat(now(ada).loginMethods()).hasSize(1);
        assertThat(json(send("POST", "methods/" + method(null) + "/unlink"))
                        .path("reason")
                        .asString())
                .isEqualTo("last-method");
    }

    @Test
    void aMergedUserGoesUpInTheOther() {
        User grace = world.activeUser("grace@example.org");
        var session = world.session(grace);

        HttpResponse<String> answer = merge(admin, grace.id().value());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(now(ada).loginMethods()).hasSize(3);
        assertThat(admin.get("api/users/" + grace.id()).statusCode()).isEqualTo(404);
        assertThat(world.userdeck.sessions().verify(session.token())).isEmpty();
        var event = world.events(ada.id()).get(0);
        assertThat(event.action()).isEqualTo(USER_MERGED);
        assertThat(event.actor().name()).isEqualTo("ines");
        assertThat(merge(admin, grace.id().value()).statusCode()).isEqualTo(422);
    }

    @Test
    void whatCannotBeMergedIsRefusedAndNothingIsWritten() {
        User suspended = world.activeUser("grace@example.org");
        world.userdeck.users().suspend(suspended.id(), NewSuspension.of("x"), Scope.all(), Actor.system());
        var refused = Map.of(
                "{}",
                "/from from-missing",
                "{'from': null}",
                "/from from-missing",
                "{'from': 7}",
                "/from wrong-type",
                "{'from': ''}",
                "/from user-unknown",
                "{'from': 'nobody'}",
                "/from user-unknown",
                "{'from': '" + "x".repeat(200) + "'}",
                "/from user-unknown",
                "{'from': '" + ada.id() + "'}",
                "/from same-user",
                "{'from': '" + suspended.id() + "'}",
                "/from user-suspended",
                "{'from': 'x', 'keep': true}",
                "/keep unknown-field");

        refused.forEach((body, refusal) -> {
            HttpResponse<String> answer =
                    admin.send("POST", "api/users/" + ada.id() + "/merge", body.replace('\'', '"'));

            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(refusals(answer)).as(body).containsExactly(refusal);
        });

        assertThat(now(ada)).isEqualTo(ada);
        assertThat(now(suspended).loginMethods()).hasSize(1);
    }

    @Test
    void aUserOfAnotherTenantIsNotMergedByWhoCannotSeeIt() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        User elsewhere = world.user(NewUser.withEmail("acme@example.org").tenant(ACME));
        Client here = admin.with("X-Operator", "ADMIN@public");

        HttpResponse<String> answer = merge(here, elsewhere.id().value());

        assertThat(refusals(answer)).containsExactly("/from user-unknown");
        world.userdeck.users().addToTenant(elsewhere.id(), TenantId.PUBLIC, Actor.system());
        assertThat(json(merge(here, elsewhere.id().value())).path("reason").asString())
                .isEqualTo("partly-out-of-scope");
        assertThat(now(elsewhere).tenants()).hasSize(2);
    }

    @Test
    void twoWhoMergeEachIntoTheOtherAtOnceLeaveOne() {
        User grace = world.activeUser("grace@example.org");

        var answers = Client.atOnce(
                () -> merge(admin, grace.id().value()),
                () -> admin.send("POST", "api/users/" + grace.id() + "/merge", "{\"from\": \"" + ada.id() + "\"}"));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .filteredOn(status -> status == 204)
                .hasSize(1);
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .filteredOn(status -> status != 204)
                .first()
                .isIn(404, 422);
    }

    @Test
    void whoMayNotDeleteMayNotMakeOneOfTwo() {
        User grace = world.activeUser("grace@example.org");

        assertThat(merge(admin.with("X-Operator", "SUPPORT"), grace.id().value())
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.userdeck.users().find(grace.id())).isPresent();
    }

    private HttpResponse<String> send(String method, String path) {
        return admin.send(method, "api/users/" + ada.id() + "/" + path, null);
    }

    private HttpResponse<String> merge(Client client, String from) {
        return client.send("POST", "api/users/" + ada.id() + "/merge", "{\"from\": \"" + from + "\"}");
    }

    /** The id of Ada's method of this provider; null for the password. */
    private String method(@Nullable String provider) {
        return ada.loginMethods().stream()
                .filter(method -> Objects.equals(method.provider(), provider))
                .map(method -> method.id().value())
                .findFirst()
                .orElseThrow();
    }

    private User now(User user) {
        return now(user.id());
    }

    private User now(UserId id) {
        return world.userdeck.users().find(id).orElseThrow();
    }
}
