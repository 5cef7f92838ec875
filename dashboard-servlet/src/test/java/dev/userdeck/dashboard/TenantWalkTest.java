package dev.userdeck.dashboard;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.Rows;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks every route there is, recipes' included, as an operator of one tenant with users who are in another one, too: nothing
 * of the other one is changed, and nothing of it is shown.
 */
@ExtendWith(TestDatabase.H2.class)
class TenantWalkTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final String PASSWORD = "tundra of nine green lamps";

    /** What is asked of the other tenant by each route with a body; a new route has to say so here. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("PATCH users/{userId}", "{'name': 'Mallory'}"),
            entry("PUT users/{userId}/suspension", "{'reason': 'Because'}"),
            entry("PUT users/{userId}/password", "{'password': '" + PASSWORD + "'}"),
            entry("POST users/{userId}/merge", "{'from': '{other}'}"),
            entry("POST users", "{'tenant': 'globex', 'method': 'passwordless', 'email': 'new@example.org'}"),
            entry("PATCH tenants/{tenantId}", "{'name': 'Mine'}"),
            entry("POST jobs/suspend", "{'users': ['{userId}'], 'reason': 'Because'}"),
            entry("POST jobs/dry-run", "{'action': 'suspend', 'users': ['{userId}']}"),
            entry("POST jobs/activate", "{'users': ['{userId}']}"),
            entry("POST jobs/end-sessions", "{'users': ['{userId}']}"),
            entry("POST jobs/delete", "{'users': ['{userId}'], 'count': 1}"),
            entry("POST jobs/userroles.assign", "{'users': ['{userId}'], 'values': ['clerk']}"),
            entry("POST api-keys", "{'name': 'k', 'permissions': ['users:read'], 'tenants': ['globex']}"),
            entry("POST api-keys/{keyId}/rotate", "{}"),
            entry("POST imports", "{'file': 'users.csv', 'bytes': 6, 'format': 'csv', 'tenant': 'globex'}"),
            entry("PUT imports/{import}/file", "email"),
            entry("POST imports/{import}/check", "{'tenant': 'globex'}"),
            entry("POST recipes/userroles/users/{userId}/roles", "{'roles': ['boss'], 'tenant': 'globex'}"),
            entry("PUT recipes/usermetadata/users/{userId}/metadata", "{'json': '{}'}"),
            entry("POST recipes/random/users/{userId}/tags", "{'tags': ['vip'], 'tenant': 'globex'}"),
            entry("PUT recipes/random/users/{userId}/note", "{'text': 'Hm'}"),
            entry("PUT recipes/random/users/{userId}/settings", "{'json': '{}'}"));

    private final Mailbox mailbox = new Mailbox();
    private DashboardFixture world;
    private Client client;
    private Rows rows;
    private Map<String, Route> routes;
    private User other;
    private int users;

    @BeforeEach
    void setUp(TestDatabase database) {
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        world = new DashboardFixture(
                database,
                builder -> builder.recipe(new UserRolesRecipe())
                        .recipe(new UserMetadataRecipe())
                        .recipe(new EmailVerificationRecipe().page(URI.create("https://app.example.org/verify")))
                        .emailSender(mailbox)
                        .passwordResetPage(URI.create("https://app.example.org/password")));
        client = world.hostLogin().with("Sec-Fetch-Site", "same-origin");
        rows = Rows.of(database);
        routes = new LinkedHashMap<>(RouteList.of(world.userdeck));
        routes.values().removeIf(route -> route.audience() != Audience.OPERATOR);
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.userdeck.tenants().create(GLOBEX, "Globex", Actor.system());
        world.userdeck.recipe(UserRoles.class).create("clerk", null, Set.of("desk:open"), Actor.system());
        world.userdeck.recipe(UserRoles.class).create("boss", null, Set.of("desk:shut"), Actor.system());
        world.user(
                NewUser.withEmail("zoltan@example.org").externalId("zoltan-1").tenant(GLOBEX));
        other = victim();
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void noWriteReachesTheOtherTenant() {
        var acme = client.with("X-Operator", "OWNER@acme");
        unsafe().forEach((path, route) -> {
            User user = victim();
            Set<String> before = elsewhere();

            HttpResponse<String> answer = call(acme, path, route, user);
            world.userdeck.runMaintenance();

            assertThat(answer.statusCode()).as(path + answer.body()).isIn(expected(route));
            assertThat(elsewhere()).as(path).isEqualTo(before);
        });
    }

    @Test
    void whoLooksAfterBothTenantsMayDoWhatIsRefusedThere() {
        var both = client.with("X-Operator", "OWNER@acme,globex");
        unsafe().forEach((path, route) -> {
            boolean needsVersionOfItsOwn = path.endsWith("/settings");
            if (route.scopeKind().isOfUser() && !needsVersionOfItsOwn) {
                HttpResponse<String> answer = call(both, path, route, victim());

                assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 299);
            }
        });
    }

    @Test
    void noReadShowsTheOtherTenant() {
        var acme = client.with("X-Operator", "OWNER@acme");
        User user = victim();
        everythingHappens(user);
        routes.forEach((path, route) -> {
            if (route.method().isSafe()) {
                for (String query : List.of("", "?tenant=globex")) {
                    HttpResponse<String> answer = acme.bare("GET", "api/" + filled(path, user) + query, null);

                    assertThat(answer.statusCode()).as(path + answer.body()).isLessThan(500);
                    assertThat(answer.body().toLowerCase(Locale.ROOT)).as(path).doesNotContain("globex", "zoltan");
                }
            }
        });
    }

    @Test
    void whatWasDoneToAWholeUserIsSeenInBothTenants() {
        User user = victim();
        var owner = client.with("X-Operator", "OWNER");
        String path = "PUT recipes/usermetadata/users/{userId}/metadata";
        assertThat(call(owner, path, routes.get(path), user).statusCode()).isEqualTo(204);

        for (String tenant : List.of("acme", "globex")) {
            var operator = client.with("X-Operator", "VIEWER@" + tenant);
            assertThat(operator.get("api/users/" + user.id() + "/timeline").body())
                    .contains(METADATA_CHANGED);
            assertThat(operator.get("api/audit?action=usermetadata.changed").body())
                    .contains("\"tenant\":\"" + tenant + "\"");
        }
    }

    /** Someone of both tenants, with all there is of a user in the other one. */
    private User victim() {
        String email = "user" + users++ + "@example.org";
        User user =
                world.user(NewUser.withEmail(email).password(PASSWORD + " 2").tenant(ACME));
        world.userdeck.users().addToTenant(user.id(), GLOBEX, Actor.system());
        world.userdeck.users().link(user.id(), NewLogin.of("saml", email), Actor.system());
        world.userdeck.recipe(UserRoles.class).assign(user.id(), GLOBEX, List.of("clerk"), Actor.system());
        world.userdeck.recipe(UserMetadata.class).merge(user.id(), "{\"a\": 1}");
        world.userdeck.sessions().create(user.id(), SessionOrigin.of("saml").tenant(GLOBEX));
        world.userdeck
                .outbox()
                .send(NewEmail.of("news", email, EmailContent.of("News")).user(user.id()));
        world.userdeck.runMaintenance();
        User victim = world.userdeck.users().find(user.id()).orElseThrow();
        String tags = "POST recipes/" + world.recipe.id() + "/users/{userId}/tags";
        call(client.with("X-Operator", "OWNER"), tags, routes.get(tags), victim);
        return victim;
    }

    private void everythingHappens(User user) {
        var both = client.with("X-Operator", "OWNER@acme,globex");
        for (String path : List.of(
                "PATCH users/{userId}",
                "PUT users/{userId}/suspension",
                "DELETE users/{userId}/suspension",
                "POST recipes/userroles/users/{userId}/roles",
                "PUT recipes/usermetadata/users/{userId}/metadata",
                "DELETE users/{userId}/sessions",
                "POST jobs/end-sessions")) {
            call(both, path, routes.get(path), user);
        }
        world.userdeck.runMaintenance();
        world.userdeck.sessions().create(user.id(), SessionOrigin.of("saml").tenant(GLOBEX));
    }

    private Map<String, Route> unsafe() {
        var unsafe = new LinkedHashMap<>(routes);
        unsafe.values().removeIf(route -> route.method().isSafe());
        return unsafe;
    }

    private static List<Integer> expected(Route route) {
        if (route.scopeKind() == ScopeKind.APP) {
            return List.of(403);
        }
        if (route.concernsWholeUser()) {
            return List.of(409);
        }
        // 2xx: a job or a file of which each row is refused, or nothing of the own tenant to end
        return List.of(200, 201, 202, 204, 404, 422);
    }

    private HttpResponse<String> call(Client asking, String path, Route route, User user) {
        String body = route.requestType() == null ? null : body(path, route);
        boolean hasTenant = route.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("tenant"));
        // a job is about the users it names, in whatever tenant they are
        String query = hasTenant && !path.contains("{tenant}") && !path.contains(" jobs/") ? "?tenant=globex" : "";
        Client sending = asking.with("If-Match", "\"" + version(path, user) + "\"");
        String method = path.split(" ", 2)[0];
        String address = "api/" + filled(path, user) + query;
        return route.takes().isEmpty()
                ? sending.bare(method, address, body == null ? null : text(body, user))
                : sending.send(method, address, "application/octet-stream", text(body, user));
    }

    /** What is for operators of all tenants is refused before the body is looked at. */
    private String body(String path, Route route) {
        String known = path.replace("recipes/" + world.recipe.id(), "recipes/random");
        String body = route.scopeKind() == ScopeKind.APP ? "{}" : BODIES.get(known);
        assertThat(body).as("a body for " + path).isNotNull();
        return body;
    }

    private long version(String path, User user) {
        return path.contains("usermetadata")
                ? world.userdeck
                        .recipe(UserMetadata.class)
                        .get(user.id())
                        .orElseThrow()
                        .version()
                : world.userdeck.users().find(user.id()).orElse(user).version();
    }

    private String text(String body, User user) {
        return filled(" " + body, user).replace('\'', '"');
    }

    private String filled(String path, User user) {
        String method = user.loginMethods().stream()
                .filter(one -> one.kind() == LoginMethod.Kind.EXTERNAL)
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        String handle = world
                .userdeck
                .sessions()
                .list(SessionQuery.of(user.id(), Scope.all()).size(1))
                .items()
                .stream()
                .map(session -> session.handle().value())
                .findFirst()
                .orElse("x");
        String filled = path.split(" ", 2)[1]
                .replace("{userId}", user.id().value())
                .replace("{email}", user.email())
                .replace("{tenant}", "globex")
                .replace("{tenantId}", "globex")
                .replace("{handle}", handle)
                .replace("{role}", "clerk")
                .replace("{tag}", "vip")
                .replace("{other}", other == null ? "x" : other.id().value())
                .replace("{method}", path.contains("tenants/") ? "password" : method);
        String mail = world.userdeck.outbox().list(OutboxQuery.all().user(user.id())).items().stream()
                .map(message -> message.id().value())
                .findFirst()
                .orElse("x");
        String event = world.events(user.id()).get(0).id().value();
        return filled.replace("{eventId}", event).replace("{mail}", mail).replaceAll("\\{[A-Za-z]+}", "x");
    }

    /** All that is kept, but for what says nothing but acme, and for what happened, what was imported, and jobs. */
    private Set<String> elsewhere() {
        return rows.without("acme", "ud_audit", "ud_import", "ud_bulk", "ud_lease", "ud_daily_statistics");
    }
}
