package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees when answers are slow, fail, end early or are very long, and when a right is taken away. */
class TroubleByHandTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private Userdeck userdeck;
    private UserRoles roles;
    private UserId ada;
    private Visitor operator;
    private Page page;
    private volatile Preset preset = Preset.OWNER;

    /** What becomes of the requests that are in the way. */
    private enum Way {
        SLOW,
        BROKEN,
        OPEN
    }

    @BeforeEach
    void start() throws Exception {
        Chromium chromium = Chromium.ofThisMachine();
        userdeck = Userdeck.builder()
                .inMemory()
                .maintenance(Userdeck.Maintenance.MANUAL)
                .recipe(new UserRolesRecipe().protectedRoles("admin"))
                .start();
        roles = userdeck.recipe(UserRoles.class);
        ada = create("ada@example.org", "Ada Lovelace");
        connector.setHost("localhost");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.addServlet(
                DashboardServlet.builder(userdeck)
                        .operators(request -> Optional.of(Operator.of("Ines", preset)))
                        .build(),
                "/dashboard/*");
        server.setHandler(context);
        server.start();
        operator = chromium.visitor(URI.create("http://localhost:" + connector.getLocalPort() + "/"));
        page = operator.page();
    }

    @AfterEach
    void stop() throws Exception {
        if (operator != null) {
            operator.close();
        }
        server.stop();
        if (userdeck != null) {
            userdeck.close();
        }
    }

    @Test
    void aPageThatIsSlowOrFailsSaysSoAndKeepsWhatWasAsked() {
        roles.create("conductor", null, List.of("ticket:check"), Actor.system());
        // or a slow machine looks longer than a request may take
        page.addInitScript("AbortSignal.timeout = () => new AbortController().signal");

        slowThenBroken("users", "dashboard/users?q=ada", "users", "The list could not be loaded");
        assertThat(searchBox("Search users")).hasValue("ada");
        slowThenBroken("user", "dashboard/users/" + ada, "users/" + ada, "The user could not be loaded");
        operator.seesHeading("Ada Lovelace");
        slowThenBroken("tenants", "dashboard/tenants?q=pub", "tenants", "The list could not be loaded");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("pub");
        slowThenBroken("audit", "dashboard/audit?action=user.created", "audit", "The list could not be loaded");
        slowThenBroken("roles", "dashboard/p/roles?q=cond", "recipes/userroles/roles", "The list could not be loaded");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("cond");
        operator.hadNoTroubleBut();
    }

    private void slowThenBroken(String screen, String path, String api, String heading) {
        var way = new Way[] {Way.SLOW};
        var held = new ArrayList<Route>();
        Pattern requests = Pattern.compile(".*/dashboard/api/" + api + "(\\?.*)?$");
        page.route(requests, route -> {
            switch (way[0]) {
                case SLOW -> held.add(route);
                case BROKEN -> route.abort();
                case OPEN -> route.resume();
            }
        });
        operator.open(path);
        operator.sees(page.locator("[aria-busy=true]").first());
        operator.looksAround(screen + ", slow");

        way[0] = Way.BROKEN;
        held.forEach(Route::abort);
        operator.seesHeading(heading);
        if (api.startsWith("users")) { // the others fail in the same words
            operator.looksAround(screen + ", failed");
        }

        way[0] = Way.OPEN;
        operator.button("Try again").click();
        assertThat(operator.button("Try again")).hasCount(0);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.unroute(requests);
    }

    @Test
    void aPageThatEndsEarlyOffersToGoOn() {
        IntStream.range(0, 12).forEach(i -> create("person" + i + "@example.org", "Person " + i));
        String list = "dashboard/users?size=10&q=person";
        cut(3);
        operator.open(list);
        assertThat(rows()).hasCount(3);
        operator.sees("This page ends early, as few users fit. The next one goes on from here.");
        assertThat(operator.link("Older")).not().hasAttribute("aria-disabled", "true");
        operator.looksAround("users, a short page");

        cut(0);
        operator.open(list);
        operator.seesHeading("Nobody so far");
        page.unrouteAll();
        operator.link("Look further").click();
        assertThat(rows()).hasCount(2);
        cut(0);
        page.reload();
        operator.seesHeading("Nobody further");
        page.unrouteAll();
        operator.link("Back to the start").click();
        assertThat(rows()).hasCount(10);
        operator.hadNoTroubleBut();
    }

    /** As if only so many of those that were looked at did fit. */
    private void cut(int fit) {
        page.unrouteAll();
        page.route(Pattern.compile(".*/dashboard/api/users\\?.*"), route -> {
            String text = route.fetch().text();
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(text.replaceFirst("\"items\":\\[.*]", "\"items\":[" + firstItems(text, fit) + "]")));
        });
    }

    private static String firstItems(String text, int number) {
        String items = text.substring(text.indexOf("\"items\":[") + "\"items\":[".length());
        var first = new ArrayList<String>();
        for (String item : items.split("(?=\\{\"id\":)", -1)) {
            if (first.size() < number) {
                first.add(item.replaceFirst(",$", ""));
            }
        }
        return String.join(",", first);
    }

    @Test
    void aHugeProtectedRoleIsReadAndEditedAndARightTakenAwayIsSaid() {
        List<String> permissions = IntStream.range(0, 10_000)
                .mapToObj(i -> "area-%02d:do-%04d".formatted(i / 500, i))
                .toList();
        roles.create("admin", "May do all", permissions, Actor.system());
        operator.open("dashboard/p/roles/admin");
        operator.sees("This role is protected: the app can't do without it.");
        assertThat(operator.button("Delete role")).hasAttribute("aria-disabled", "true");
        operator.looksAround("role, protected with 10000 permissions");
        operator.button("Show all 10,000").click();
        operator.sees(preview().getByText("do-9999"));

        operator.button("Edit role").click();
        operator.sees("The app knows this role by its name, so it keeps it.");
        operator.button("Remove area-19:do-9999").click();
        preview().getByLabel("Description").fill("May do nearly all");
        preset = Preset.VIEWER;
        operator.button("Save").click();
        operator.sees("You may not do this. Ask an owner for it.");
        operator.looksAround("role, a right taken away");
        assertThat(preview().getByLabel("Description")).hasValue("May do nearly all");

        preset = Preset.OWNER;
        operator.button("Save").click();
        operator.sees("admin saved");
        assertThat(roles.find("admin").orElseThrow().permissions()).hasSize(9_999);

        operator.open("dashboard/users/" + ada);
        operator.seesHeading("Ada Lovelace");
        preset = Preset.VIEWER;
        operator.button("Suspend").click();
        operator.dialog().getByLabel("Reason").fill("Chargebacks");
        submit("Suspend");
        operator.sees("You may not do this. Ask an owner for it.");
        page.reload();
        operator.seesHeading("Ada Lovelace");
        assertThat(operator.button("Suspend")).hasCount(0);
        operator.hadNoTroubleBut(
                "403 PUT /dashboard/api/recipes/userroles/roles/admin",
                "403 PUT /dashboard/api/users/" + ada + "/suspension");
    }

    @Test
    void aJobWaitsWhenToldSoAndAVetoSaysWhy() {
        operator.open("dashboard/users");
        page.getByLabel("Select Ada Lovelace", new Page.GetByLabelOptions().setExact(true))
                .check();
        operator.button("Suspend").click();
        operator.dialog().getByLabel("Reason").fill("A leak");
        operator.dialog().getByLabel("Until").fill("2999-01-31");
        submit("Suspend");
        operator.sees(operator.button("Pause"));
        operator.button("Pause").click();
        operator.sees(operator.button("Go on"));
        operator.looksAround("a job that waits");
        userdeck.runMaintenance();
        Assertions.assertThat(userdeck.users().find(ada).orElseThrow().status()).isNotEqualTo(UserStatus.SUSPENDED);
        operator.button("Go on").focus();
        page.keyboard().press("Enter");
        operator.sees(operator.button("Pause"));
        userdeck.runMaintenance();
        operator.sees("1 suspended");
        assertThat(operator.button("Pause")).hasCount(0);
        operator.open("dashboard/users/" + ada);
        operator.sees("until 31 Jan 2999");

        var staff = new TenantId("staff");
        userdeck.tenants().create(staff, "Staff", Actor.system());
        roles.create("admin", null, List.of(), Actor.system());
        NewUser newAdmin = NewUser.withEmail("eve@example.org").tenant(staff);
        User eve = ((CreateUserResult.Created) userdeck.users().create(newAdmin, Actor.system())).user();
        roles.assign(eve.id(), staff, List.of("admin"), Actor.system());
        operator.open("dashboard/tenants/staff");
        operator.button("Delete").click();
        operator.dialog().getByText("Delete them too").click();
        operator.dialog().getByLabel("Type staff to confirm").fill("staff");
        submit("Delete tenant and 1 user");
        operator.sees(operator.dialog().getByText("Give the role to someone else first."));
        operator.looksAround("a tenant that a recipe holds");
        Assertions.assertThat(userdeck.users().find(eve.id())).isPresent();
    }

    private void submit(String button) {
        operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private UserId create(String email, String name) {
        var newUser = NewUser.withEmail(email).name(name);
        return ((CreateUserResult.Created) userdeck.users().create(newUser, Actor.system()))
                .user()
                .id();
    }

    private Locator rows() {
        return page.locator("tbody tr[data-key]");
    }

    private Locator searchBox(String name) {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName(name));
    }

    private Locator preview() {
        return page.getByRole(AriaRole.COMPLEMENTARY);
    }
}
