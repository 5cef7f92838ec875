package dev.userdeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.Users;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.SecurityFilterChain;

/** Behind Spring Security as Boot sets it up: all is refused but what Userdeck answers, and Userdeck works. */
class DefaultChainTest {
    private static final Map<String, String> HTML = Map.of("Accept", "text/html");
    private static final String KIM =
            "{\"tenant\":\"public\",\"method\":\"password\",\"email\":\"kim@example.com\",\"password\":\"plum tundra violet 47\"}";

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(TicketsApp.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void removeUsers() {
        app.bean(Users.class)
                .list(UserQuery.of(Scope.all()))
                .items()
                .forEach(user -> app.bean(Users.class).delete(user.id(), Scope.all(), Actor.system()));
    }

    @Test
    void theChainIsBootsOwn() {
        assertThat(app.bean(SecurityParts.class).hasDefaultChains()).isTrue();
        assertThat(app.beanNames(SecurityFilterChain.class)).containsExactly("defaultSecurityFilterChain");
    }

    @Test
    void aStrangerIsRefusedEverywhereElse() {
        App.Client stranger = app.client();

        for (String path : Set.of(
                "",
                "hello",
                "me",
                "refund",
                "auth2/hello",
                "userdeck2/api/hello",
                "error",
                "userdeck/",
                "userdeck",
                "userdeck/users",
                "userdeck/assets/x.js")) {
            HttpResponse<String> answer = stranger.get(path, HTML);

            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(path)
                    .endsWith("/login");
        }
    }

    @Test
    void noPathIsWrittenSoThatItPassesForUserdecks() {
        App.Client stranger = app.client();

        Stream.of(
                        "auth/../hello",
                        "auth/..;/hello",
                        "auth/%2e%2e/hello",
                        "auth/..%2fhello",
                        "auth/;/../hello",
                        "auth;x=/../hello",
                        "userdeck/api/../../hello",
                        "userdeck/api/..%2f..%2fhello",
                        "userdeck/api/..;/..;/hello",
                        "hello;/auth/",
                        "hello/../auth/../hello",
                        "auth//../hello",
                        "AUTH/../hello",
                        "hello?path=/auth/signup",
                        "hello%3f/auth/")
                .forEach(path -> {
                    HttpResponse<String> got = stranger.get(path);
                    HttpResponse<String> posted = stranger.post(path.replace("hello", "orders"), "{}");

                    assertThat(got.body()).as(path).isNotEqualTo("hello");
                    assertThat(got.statusCode()).as(path).isGreaterThanOrEqualTo(300);
                    assertThat(posted.statusCode()).as(path).isGreaterThanOrEqualTo(300);
                });
        assertThat(app.bean(Tickets.class).orders()).isZero();
    }

    @Test
    void everyOtherChangeNeedsTheTokenAgainstCsrf() {
        App.Client operator = app.client();
        assertThat(operator.get("hello", App.OPERATOR).body()).isEqualTo("hello");

        for (String path : Set.of("orders", "auth2/orders", "userdeck2/api/orders", "logout")) {
            assertThat(operator.post(path, "{}", App.OPERATOR).statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
        assertThat(app.bean(Tickets.class).orders()).isZero();
    }

    @Test
    void aUserWithoutTheTokenAgainstCsrfIsRefusedToo() {
        App.Client ada = app.client();
        ada.signsUp();

        assertThat(ada.post("orders", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorCreatesAUserInTheDashboard() {
        App.Client operator = app.client();

        assertThat(operator.get("userdeck/", App.OPERATOR).statusCode()).isEqualTo(200);
        HttpResponse<String> created = operator.post("userdeck/api/users", KIM, App.OPERATOR);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(operator.get("userdeck/api/session", App.OPERATOR).body()).contains("ines", "support");
    }

    @Test
    void theAppsOwnCheckRefusesASignUp() {
        HttpResponse<String> answer = app.client()
                .post("auth/signup", "{\"email\":\"kim@rival.example\",\"password\":\"plum tundra violet 47\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("sign-up-refused", "Not for rivals");
    }

    @Test
    void theServletsTakeNoChangeOfAnotherSite() {
        Map<String, String> elsewhere = Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");

        assertThat(app.client().postPlainly("auth/signup", KIM, elsewhere).statusCode())
                .isEqualTo(403);
        assertThat(app.client()
                        .postPlainly("userdeck/api/users", KIM, App.asOperator(elsewhere))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDashboardsApiTellsAStrangerSoItself() {
        HttpResponse<String> answer = app.client().get("userdeck/api/users", Map.of("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"signInUrl\":\"/login\"");
        assertThat(answer.headers().allValues("WWW-Authenticate")).noneMatch(way -> way.startsWith("Basic"));
    }

    @Test
    void whoSignsUpIsWhoSpringSecurityKnows() {
        App.Client ada = app.client();

        ada.signsUp();

        assertThat(ada.get("hello").body()).isEqualTo("hello");
        assertThat(ada.get("me").body()).isEqualTo(ada().id().value());
    }

    @Test
    void permissionsAndRolesAreAuthorities() {
        App.Client ada = app.client();
        ada.signsUp();
        assertThat(ada.get("refund").statusCode()).isEqualTo(403);
        assertThat(ada.get("desk").statusCode()).isEqualTo(403);

        UserRoles roles = app.bean(UserRoles.class);
        roles.create("refund-agent", null, Set.of("ticket:refund"), Actor.system());
        roles.assign(ada().id(), "refund-agent");

        assertThat(ada.get("refund").body()).isEqualTo("refunded");
        assertThat(ada.get("desk").body()).isEqualTo("at the desk");

        roles.delete("refund-agent", Actor.system());
        assertThat(ada.get("refund").statusCode()).isEqualTo(403);
    }

    @Test
    void aUserIsNoOperatorByARoleOfTheSameName() {
        App.Client ada = app.client();
        ada.signsUp();
        UserRoles roles = app.bean(UserRoles.class);
        roles.create("SUPPORT_TEAM", null, Set.of("ROLE_SUPPORT_TEAM"), Actor.system());
        roles.assign(ada().id(), "SUPPORT_TEAM");

        HttpResponse<String> refused = ada.get("userdeck/api/users");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not-an-operator");

        roles.delete("SUPPORT_TEAM", Actor.system());
    }

    @Test
    void aSessionThatWasEndedCountsForNothing() {
        App.Client ada = app.client();
        ada.signsUp();

        app.bean(Sessions.class).revokeAll(ada().id(), Scope.all(), Actor.system());

        assertThat(ada.get("me", HTML).statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasSignedInToSpringSecurityStaysThat() {
        App.Client both = app.client();
        both.signsUp();

        assertThat(both.get("userdeck/api/users", App.OPERATOR).statusCode()).isEqualTo(200);
    }

    private static User ada() {
        return app.bean(Userdeck.class)
                .users()
                .list(UserQuery.of(Scope.all()))
                .items()
                .get(0);
    }
}
