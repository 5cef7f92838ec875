package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Creating users on their behalf over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class UserCreationApiTest {
    private static final TenantId ACME = new TenantId("acme");

    private DashboardFixture world;
    private Client support;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        support = world.as(Preset.SUPPORT);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aUserWithAPasswordCanSignIn() {
        HttpResponse<String> answer = create("""
                {"method": "password", "email": " Ada@Example.org ", "name": "Ada", "password": "%s"}
                """.formatted(DashboardFixture.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(201);
        User ada = created(answer);
        assertThat(answer.headers().firstValue("Location")).contains("users/" + ada.id());
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.tenants()).containsExactly(TenantId.PUBLIC);
        assertThat(world.userdeck.users().signIn("ada@example.org", DashboardFixture.PASSWORD))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aUserWithoutAPasswordHasAMethodForTheAddress() {
        User byEmail = created(create("""
                {"method": "passwordless", "email": "ada@example.org"}"""));
        User byPhone = created(create("""
                {"method": "passwordless", "phone": "+44 20 7946 0123"}"""));

        assertThat(json(support.get("api/users/" + byEmail.id()))
                        .at("/user/methods/0/kind")
                        .asString())
                .isEqualTo("email-link");
        assertThat(json(support.get("api/users/" + byPhone.id()))
                        .at("/user/methods/0/phone")
                        .asString())
                .isEqualTo("+442079460123");
    }

    @Test
    void isToldInTheAuditTrailButForThePassword() {
        User ada = created(create("""
                {"method": "password", "email": "ada@example.org", "password": "%s"}""".formatted(DashboardFixture.PASSWORD)));

        var event = world.events(ada.id()).get(0);

        assertThat(event.action()).isEqualTo(USER_CREATED);
        assertThat(event.actor().name()).isEqualTo("ines");
        assertThat(event.actor().ip()).isNotNull();
        assertThat(DashboardFixture.change(event, "email")).isEqualTo("null → ada@example.org");
        assertThat(event.toString()).doesNotContain(DashboardFixture.PASSWORD);
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingIsWritten() {
        world.user(NewUser.withEmail("taken@example.org").phone("+442079460123"));
        var refused = Map.ofEntries(
                Map.entry("{}", "/method method-unknown"),
                Map.entry("{'method': 'magic'}", "/method method-unknown"),
                Map.entry("{'method': null}", "/method method-unknown"),
                Map.entry("{'method': 7}", "/method wrong-type"),
                Map.entry("{'method': 'passwordless'}", "/email email-missing"),
                Map.entry("{'method': 'passwordless', 'email': ''}", "/email email-invalid"),
                Map.entry("{'method': 'passwordless', 'email': 'ada@'}", "/email email-invalid"),
                Map.entry(
                        "{'method': 'passwordless', 'email': '%s@example.org'}".formatted("a".repeat(400)),
                        "/email email-invalid"),
                Map.entry("{'method': 'passwordless', 'email': ['ada@example.org']}", "/email wrong-type"),
                Map.entry("{'method': 'passwordless', 'phone': '020 7946 0123'}", "/phone phone-invalid"),
                Map.entry("{'method': 'passwordless', 'phone': '+44 20 7946'}", "/phone phone-invalid"),
                Map.entry("{'method': 'passwordless', 'phone': 442079460123}", "/phone wrong-type"),
                Map.entry("{'method': 'password', 'email': 'ada@example.org'}", "/password password-missing"),
                Map.entry(
                        "{'method': 'password', 'email': 'ada@example.org', 'password': ''}",
                        "/password password-too-short"),
                Map.entry(
                        "{'method': 'password', 'email': 'ada@example.org', 'password': 'short'}",
                        "/password password-too-short"),
                Map.entry(
                        "{'method': 'password', 'email': 'ada@example.org', 'password': 'aaaaaaaaaaaaaaaaaaaa'}",
                        "/password password-predictable"),
                Map.entry(
                        "{'method': 'password', 'phone': '+442079460999', 'password': '" + DashboardFixture.PASSWORD
                                + "'}",
                        "/email email-missing"),
                Map.entry(
                        "{'method': 'passwordless', 'email': 'ada@example.org', 'password': 'x'}",
                        "/password password-unused"),
                Map.entry(
                        "{'method': 'passwordless', 'email': 'ada@example.org', 'name': '" + "n".repeat(256) + "'}",
                        "/name name-too-long"),
                Map.entry(
                        "{'method': 'passwordless', 'email': 'ada@example.org', 'tenant': 'nowhere'}",
                        "/tenant tenant-unknown"),
                Map.entry(
                        "{'method': 'passwordless', 'email': 'ada@example.org', 'tenant': 'No Where!'}",
                        "/tenant tenant-unknown"),
                Map.entry(
                        "{'method': 'passwordless', 'email': 'ada@example.org', 'status': 'active'}",
                        "/status unknown-field"),
                Map.entry("{'method': 'passwordless', 'email': 'TAKEN@example.org'}", "/email email-taken"),
                Map.entry("{'method': 'passwordless', 'phone': '+44 20 7946 0123'}", "/phone phone-taken"));

        refused.forEach((body, refusal) -> {
            HttpResponse<String> answer = create(body.replace('\'', '"'));

            assertThat(refusals(answer)).as(body).containsExactly(refusal);
            assertThat(answer.statusCode()).as(body).isEqualTo(refusal.endsWith("-taken") ? 409 : 422);
            json(answer)
                    .path("errors")
                    .forEach(error ->
                            assertThat(error.path("detail").asString()).as(body).isNotBlank());
        });

        assertThat(emails()).containsExactly("taken@example.org");
    }

    @Test
    void everyBadFieldIsToldAtOnce() {
        HttpResponse<String> answer = create("""
                {"method": "password", "email": "ada@", "phone": "12", "password": "short"}""");

        assertThat(refusals(answer))
                .containsExactlyInAnyOrder(
                        "/email email-invalid", "/phone phone-invalid", "/password password-too-short");
    }

    @Test
    void whatCannotBeReadIsRefusedAsAWhole() {
        for (String body : new String[] {"", "null", "[]", "{", "\"ada\"", "{\"method\": \"password\"} {}"}) {
            assertThat(create(body).statusCode()).as(body).isIn(400, 415, 422);
        }
        assertThat(emails()).isEmpty();
    }

    @Test
    void whoHasTheEmailIsNamedInThatTenantAlone() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        User ada = world.user(NewUser.withEmail("ada@example.org").name("Ada"));
        String body = "{\"method\": \"passwordless\", \"email\": \"ada@example.org\"";

        HttpResponse<String> taken = create(body + "}");
        HttpResponse<String> elsewhere = create(body + ", \"tenant\": \"acme\"}");
        HttpResponse<String> outOfReach = support.with("X-Operator", "SUPPORT@acme")
                .send("POST", "api/users", body + ", \"tenant\": \"public\"}");
        HttpResponse<String> noTenant =
                support.with("X-Operator", "SUPPORT@acme").send("POST", "api/users", body + "}");

        assertThat(slug(taken)).isEqualTo("conflict");
        assertThat(json(taken).at("/existing/id").asString()).isEqualTo(ada.id().value());
        assertThat(json(taken).at("/existing/name").asString()).isEqualTo("Ada");
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        assertThat(refusals(outOfReach)).containsExactly("/tenant tenant-unknown");
        assertThat(outOfReach.body()).doesNotContain(ada.id().value(), "existing");
        assertThat(refusals(noTenant)).containsExactly("/tenant tenant-unknown");
    }

    @Test
    void aWayToSignInThatTheTenantHasSwitchedOffIsRefused() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.userdeck.tenants().forbid(ACME, SignInMethod.PASSWORD, Actor.system());
        world.userdeck.tenants().forbid(ACME, SignInMethod.PASSWORDLESS, Actor.system());

        assertThat(refusals(create("""
                {"tenant": "acme", "method": "passwordless", "email": "ada@example.org"}"""))).containsExactly("/method method-off");
        assertThat(refusals(create("""
                {"tenant": "acme", "method": "password", "email": "ada@example.org", "password": "%s"}""".formatted(DashboardFixture.PASSWORD)))).containsExactly("/password method-off");
    }

    @Test
    void twoAtOnceMakeOneUser() {
        String body = "{\"method\": \"passwordless\", \"email\": \"ada@example.org\"}";

        var answers = Client.atOnce(() -> create(body), () -> create(body));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(emails()).containsExactly("ada@example.org");
    }

    @Test
    void aRightThatWasTakenAwayMeanwhileCreatesNobody() {
        String body = "{\"method\": \"passwordless\", \"email\": \"ada@example.org\"}";

        HttpResponse<String> answer = support.with("X-Operator", "VIEWER").send("POST", "api/users", body);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(emails()).isEmpty();
    }

    @Test
    void theFrontEndIsToldHowLongPasswordsAreAndWhetherMailGoesAnywhere() {
        var capabilities = json(support.get("api/session"));

        assertThat(capabilities.at("/passwordRules/min").asInt()).isEqualTo(15);
        assertThat(capabilities.at("/passwordRules/max").asInt()).isEqualTo(128);
        assertThat(capabilities.at("/mail/delivery").asString()).isEqualTo("none");
        assertThat(capabilities.path("permissions").toString()).contains("users:create", "users:write");
    }

    private HttpResponse<String> create(String body) {
        return support.send("POST", "api/users", body);
    }

    private User created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return world.userdeck
                .users()
                .find(new UserId(json(answer).path("id").asString()))
                .orElseThrow();
    }

    private List<String> emails() {
        return world.userdeck.users().list(UserQuery.of(Scope.all())).items().stream()
                .map(User::email)
                .toList();
    }
}
