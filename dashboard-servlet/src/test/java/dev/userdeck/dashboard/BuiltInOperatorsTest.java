package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.setCookie;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.InviteOperatorResult;
import dev.userdeck.operator.NewInvitation;
import dev.userdeck.operator.OperatorLink;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators who sign in to the dashboard itself. */
@ExtendWith(TestDatabase.H2.class)
class BuiltInOperatorsTest {
    private static final String SIGN_IN =
            "{\"email\":\"ines@example.org\",\"password\":\"" + DashboardFixture.PASSWORD + "\"}";

    private DashboardFixture world;
    private Client client;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.builtIn();
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void theTokenFromTheLogMakesTheFirstOperatorAnOwner() {
        HttpResponse<String> entrance = client.get("api/session");

        HttpResponse<String> answer = setUp(world.setUpToken());

        assertThat(entrance.statusCode()).isEqualTo(401);
        assertThat(json(entrance).path("authentication").asString()).isEqualTo("setup");
        assertThat(answer.statusCode()).isEqualTo(204);
        var session = json(client.signedIn(answer).get("api/session"));
        assertThat(session.at("/operator/preset/id").asString()).isEqualTo("owner");
        assertThat(session.at("/operator/canSignOut").asBoolean()).isTrue();
        assertThat(session.at("/operator/email").asString()).contains("@");
        assertThat(client.signedIn(answer).get("api/users").statusCode()).isEqualTo(200);
        assertThat(json(client.get("api/session")).path("authentication").asString())
                .isEqualTo("sign-in");
    }

    @Test
    void theTokenIsGoodOnce() {
        String token = world.setUpToken();
        setUp(token);

        HttpResponse<String> again = setUp(token);

        assertThat(again.statusCode()).isIn(409, 410);
        assertThat(slug(again)).isIn("setup-done", "setup-token-invalid");
    }

    @Test
    void aWrongTokenMakesNobody() {
        String token = world.setUpToken();
        HttpResponse<String> wrong = setUp((token.startsWith("x") ? "y" : "x") + token.substring(1));
        HttpResponse<String> none = client.send("POST", "api/setup", "{}");

        assertThat(wrong.statusCode()).isEqualTo(410);
        assertThat(slug(wrong)).isEqualTo("setup-token-invalid");
        assertThat(none.statusCode()).isEqualTo(410);
        assertThat(world.userdeck.operators().exist()).isFalse();
    }

    @Test
    void aTokenIsGoodForAnHourAndAVisitMakesANewOne() {
        String old = world.setUpToken();
        client.get("api/session");
        assertThat(world.setUpToken()).isEqualTo(old);

        world.clock.advance(Duration.ofMinutes(61));
        HttpResponse<String> late = setUp(old);
        client.get("api/session");
        String fresh = world.setUpToken();

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(setUp(fresh).statusCode()).isEqualTo(204);
    }

    @Test
    void ofTwoAtOnceOneBecomesTheFirst() throws Exception {
        String token = world.setUpToken();
        var barrier = new CyclicBarrier(2);
        Callable<Integer> attempt = () -> {
            barrier.await();
            return setUp(token).statusCode();
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = List.of(threads.submit(attempt), threads.submit(attempt));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsOnlyOnce(204);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aRefusedFieldKeepsTheTokenGood() {
        String token = world.setUpToken();

        HttpResponse<String> refused = client.send(
                "POST",
                "api/setup",
                "{\"token\":\"" + token
                        + "\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\"short\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/password");
        assertThat(setUp(token).statusCode()).isEqualTo(204);
    }

    @Test
    void theLogShowsOneTokenAtAStart() {
        client.get("api/session");
        client.get("api/users");

        assertThat(world.logged()).filteredOn(line -> line.contains("setup#")).hasSize(1);
    }

    @Test
    void noTokenIsMadeWhereThereIsAnOperator() {
        setUp(world.setUpToken());
        long before =
                world.logged().stream().filter(line -> line.contains("setup#")).count();

        world.builtIn().get("api/session");

        assertThat(world.logged()).filteredOn(line -> line.contains("setup#")).hasSize((int) before);
    }

    @Test
    void whoIsInvitedComesInByTheLinkOnce() {
        setUp(world.setUpToken());
        var operators = world.userdeck.operators();
        var invited = (InviteOperatorResult.Invited) operators
                .accounts()
                .invite(
                        new NewInvitation("tom@example.org", new Access(Preset.SUPPORT, Scope.all())),
                        Access.full(),
                        Actor.system());
        String link = ((OperatorLink.HandOver) invited.link()).link();
        String token = "'token': '" + link.substring(link.indexOf('#') + 1) + "'";

        HttpResponse<String> looked = post(client, "api/operator-link", "{" + token + "}");
        assertThat(json(looked).at("/invitation").asBoolean()).isTrue();
        assertThat(json(looked).at("/email").asString()).isEqualTo("tom@example.org");
        HttpResponse<String> refused =
                post(client, "api/operator-link/accept", "{" + token + ", 'name': '', 'password': 'short'}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(post(
                                client,
                                "api/operator-link/reset",
                                "{" + token + ", 'password': '" + DashboardFixture.PASSWORD + "'}")
                        .statusCode())
                .isEqualTo(410);
        String acceptance = "{" + token + ", 'name': 'Tom', 'password': '" + DashboardFixture.PASSWORD + "'}";
        assertThat(post(client, "api/operator-link/accept", acceptance).statusCode())
                .isEqualTo(204);

        HttpResponse<String> again = post(client, "api/operator-link/accept", acceptance);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(slug(again)).isEqualTo("operator-link-unusable");
        HttpResponse<String> in = post(
                client, "api/session", "{'email': 'tom@example.org', 'password': '" + DashboardFixture.PASSWORD + "'}");
        assertThat(json(client.signedIn(in).get("api/session"))
                        .at("/operator/preset/id")
                        .asString())
                .isEqualTo("support");
    }

    @Test
    void theLogShowsALinkForSomebodyLockedOut() {
        setUp(world.setUpToken());

        var locked = world.serve(builder -> builder.builtInOperators().logResetLink("INES@example.org"));

        String line = world.logged().stream()
                .filter(it -> it.contains("<dashboard>/reset#"))
                .findFirst()
                .orElseThrow();
        assertThat(line).doesNotContain("ines@example.org");
        String token = line.substring(line.indexOf('#') + 1);
        HttpResponse<String> reset = post(
                locked,
                "api/operator-link/reset",
                "{'token': '" + token + "', 'password': 'amber glacier trumpet 88'}");
        assertThat(reset.statusCode()).isEqualTo(204);
        world.serve(builder -> builder.builtInOperators().logResetLink("nobody@example.org"));
        assertThat(world.logged()).anyMatch(it -> it.contains("names no operator"));
    }

    @Test
    void theCookieIsForTheApiOfThisMountAlone() {
        HttpResponse<String> answer = setUp(world.setUpToken());

        assertThat(setCookie(answer))
                .startsWith("userdeck_operator=")
                .contains("; HttpOnly", "; SameSite=Strict")
                .doesNotContainIgnoringCase("path=")
                .doesNotContainIgnoringCase("domain=")
                .doesNotContainIgnoringCase("secure");
    }

    @Test
    void overTlsOnlyTlsCanSetTheCookie() {
        jakarta.servlet.Filter tls = (request, response, chain) -> chain.doFilter(
                new jakarta.servlet.http.HttpServletRequestWrapper((jakarta.servlet.http.HttpServletRequest) request) {
                    @Override
                    public boolean isSecure() {
                        return true;
                    }
                },
                response);
        var servlet = DashboardServlet.builder(world.userdeck)
                .builtInOperators()
                .uiFolder(DashboardFixture.UI)
                .build();
        try (var host = JettyHost.serving(servlet, "/", "/*", tls)) {
            var page = new Client(host.at("/"));
            HttpResponse<String> answer = page.send("POST", "api/setup", setUpBody(world.setUpToken()));
            String pair = setCookie(answer).split(";", 2)[0];

            assertThat(setCookie(answer))
                    .startsWith("__Secure-userdeck_operator=")
                    .doesNotContainIgnoringCase("path=")
                    .endsWith("; Secure");
            assertThat(page.signedIn(answer).get("api/session").statusCode()).isEqualTo(200);
            assertThat(page.with("Cookie", pair.substring("__Secure-".length()))
                            .get("api/session")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theCookieCanBeKeptSecureAlways() {
        var page = world.serve(builder -> builder.builtInOperators().alwaysSecureCookie());

        HttpResponse<String> answer = page.send("POST", "api/setup", setUpBody(world.setUpToken()));
        HttpResponse<String> out = page.signedIn(answer).send("DELETE", "api/session", null);

        assertThat(setCookie(answer)).startsWith("__Secure-userdeck_operator=").endsWith("; Secure");
        assertThat(setCookie(out)).startsWith("__Secure-userdeck_operator=;").endsWith("; Secure");
    }

    @Test
    void aNewSignInEndsTheSessionOfTheCookieThatCameAlong() {
        var before = client.signedIn(setUp(world.setUpToken()));

        HttpResponse<String> in = before.send("POST", "api/session", SIGN_IN);

        assertThat(in.statusCode()).isEqualTo(204);
        assertThat(before.get("api/session").statusCode()).isEqualTo(401);
        assertThat(client.signedIn(in).get("api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordEndsNoSession() {
        var before = client.signedIn(setUp(world.setUpToken()));

        before.send("POST", "api/session", "{\"email\":\"ines@example.org\",\"password\":\"wrong\"}");

        assertThat(before.get("api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void junkBeforeTheGoodCookieLocksNobodyOut() {
        String good = setCookie(setUp(world.setUpToken())).split(";", 2)[0];
        String junk = "userdeck_operator=junk; userdeck_operator=" + "x".repeat(43) + "; userdeck_operator=; ";

        assertThat(client.with("Cookie", junk + good).get("api/session").statusCode())
                .isEqualTo(200);
        assertThat(client.with("Cookie", junk + good)
                        .send("DELETE", "api/session", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.with("Cookie", good).get("api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void signsInAndOut() {
        setUp(world.setUpToken());

        HttpResponse<String> in = client.send("POST", "api/session", SIGN_IN);
        var operator = client.signedIn(in);
        int inside = operator.get("api/session").statusCode();
        HttpResponse<String> out = operator.send("DELETE", "api/session", null);

        assertThat(in.statusCode()).isEqualTo(204);
        assertThat(inside).isEqualTo(200);
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(setCookie(out)).startsWith("userdeck_operator=;").contains("Max-Age=0");
        assertThat(operator.get("api/session").statusCode()).isEqualTo(401);
        assertThat(client.send("DELETE", "api/session", null).statusCode()).isEqualTo(204);
    }

    @Test
    void wrongCredentialsGetOneAnswer() {
        setUp(world.setUpToken());

        HttpResponse<String> unknown = client.send(
                "POST",
                "api/session",
                "{\"email\":\"nobody@example.org\",\"password\":\"" + DashboardFixture.PASSWORD + "\"}");
        HttpResponse<String> wrong = client.send(
                "POST", "api/session", "{\"email\":\"ines@example.org\",\"password\":\"a wrong password here\"}");
        HttpResponse<String> empty = client.send("POST", "api/session", "{\"email\":\"\"}");

        assertThat(slug(unknown)).isEqualTo("wrong-credentials");
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(setCookie(wrong)).isEmpty();
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(json(empty).path("errors").size()).isEqualTo(2);
    }

    @Test
    void afterTooManyWrongPasswordsItSaysWhenToTryAgain() {
        setUp(world.setUpToken());
        String wrong = "{\"email\":\"ines@example.org\",\"password\":\"a wrong password here\"}";
        for (int i = 0; i < 7; i++) {
            assertThat(slug(client.send("POST", "api/session", wrong))).isEqualTo("wrong-credentials");
            world.clock.advance(Duration.ofSeconds(2));
        }

        HttpResponse<String> throttled = client.send("POST", "api/session", SIGN_IN);

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(slug(throttled)).isEqualTo("too-many-attempts");
        assertThat(json(throttled).path("retryAfter").asInt()).isEqualTo(2);
        assertThat(json(throttled).path("detail").asString()).isEqualTo("Too many attempts. Next one in 2 seconds.");
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(setCookie(throttled)).isEmpty();

        world.clock.advance(Duration.ofSeconds(2));
        assertThat(client.send("POST", "api/session", SIGN_IN).statusCode()).isEqualTo(204);
    }

    @Test
    void anIdleSessionEndsAndACallKeepsItAlive() {
        var operator = client.signedIn(setUp(world.setUpToken()));

        world.clock.advance(Duration.ofMinutes(20));
        int first = operator.get("api/users").statusCode();
        world.clock.advance(Duration.ofMinutes(20));
        int second = operator.get("api/users").statusCode();
        world.clock.advance(Duration.ofMinutes(31));
        int third = operator.get("api/users").statusCode();

        assertThat(List.of(first, second, third)).containsExactly(200, 200, 401);
    }

    @Test
    void aTokenOfAnythingIsNobody() {
        for (String value : new String[] {"x", "", "a.b", "%00", "x".repeat(3000)}) {
            var answer = client.with("Cookie", "userdeck_operator=" + value).get("api/users");

            assertThat(answer.statusCode()).as(value).isEqualTo(401);
        }
    }

    private static HttpResponse<String> post(Client client, String path, String json) {
        return client.send("POST", path, json.replace('\'', '"'));
    }

    private HttpResponse<String> setUp(String token) {
        return client.send("POST", "api/setup", setUpBody(token));
    }

    private static String setUpBody(String token) {
        return "{\"token\":\"" + token + "\",\"email\":\"ines@example.org\",\"name\":\"Ines Marchetti\",\"password\":\""
                + DashboardFixture.PASSWORD + "\"}";
    }
}
