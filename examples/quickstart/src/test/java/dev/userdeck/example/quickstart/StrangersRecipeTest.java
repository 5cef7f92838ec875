package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipe;
import dev.userdeck.testkit.RandomRecipePart;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recipe that nobody knows, with an id of chance, behind the host's own login and deep below a context path. */
class StrangersRecipeTest {
    private static final TenantId STAFF = new TenantId("staff");

    private final RandomRecipe recipe = new RandomRecipe();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private Userdeck userdeck;
    private volatile Preset preset = Preset.OWNER;
    private UserId ada;
    private Visitor operator;

    @BeforeEach
    void start() throws Exception {
        Chromium chromium = Chromium.ofThisMachine();
        userdeck = Userdeck.builder().inMemory().recipe(recipe).start();
        ada = create("ada@example.org", "Ada Lovelace");
        recipe.tag(ada, "vip", "beta");

        connector.setHost("localhost");
        server.addConnector(connector);
        var context = new ServletContextHandler("/shop");
        var dashboard = DashboardServlet.builder(userdeck)
                .operators(request -> Optional.of(Operator.of("Ines", preset)))
                .build();
        context.addServlet(dashboard, "/internal/users/*");
        server.setHandler(context);
        server.start();
        operator =
                chromium.visitor(URI.create("http://localhost:" + connector.getLocalPort() + "/shop/internal/users/"));
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
    void allItsPanelsAreDrawn() {
        operator.open("");
        operator.sees(operator.page().getByRole(AriaRole.COLUMNHEADER, columnHeader("Tags")));
        operator.sees("vip");
        operator.looksAround("the list with a strange column");

        operator.link("Ada Lovelace").click();
        operator.sees(operator.button("Remove vip"));
        operator.sees(operator.button("Add tags"));
        operator.sees("No note");
        operator.sees(operator.button("Write a note"));
        operator.sees(section("Entries").getByRole(AriaRole.CELL).first());
        operator.sees("No settings");
        operator.sees(operator.button("Add some"));
        operator.looksAround("the user page with strange sections");
        // five columns, the first of which takes what is left
        assertThat((Double) section("Entries")
                        .getByRole(AriaRole.COLUMNHEADER)
                        .first()
                        .evaluate("head => head.getBoundingClientRect().width + 0.001"))
                .isGreaterThan(120);
        // on a card a number, two days and a user's lack of one are told apart
        operator.page().setViewportSize(360, 800);
        assertThat(section("Entries")
                        .getByRole(AriaRole.ROW)
                        .nth(0)
                        .getByRole(AriaRole.CELL)
                        .evaluateAll("""
                                cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"""))
                .asString()
                .isEqualTo("[none, none, \"At \", \"Uses \", \"Until \", none]");
        operator.page().setViewportSize(1280, 800);

        operator.link("Things").first().click();
        operator.sees("No things yet");
        addThing("lamp");
        operator.sees(operator.page().getByRole(AriaRole.TABLE).getByText("lamp"));
        operator.looksAround("the strange page");
        assertThat(recipe.things()).containsExactly("lamp");
        operator.hadNoTroubleBut();
    }

    @Test
    void whatIsChosenIsFoundByTheKeyboardAndCalledByItsLabel() {
        operator.open("users");
        operator.sees(operator.link("Ada Lovelace"));
        operator.button("Add filter").click();
        operator.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Tags").setExact(true))
                .click();
        operator.page().keyboard().type("gre");
        operator.page().keyboard().press("Enter");
        operator.sees(operator.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("Green").setChecked(true)));
        operator.looksAround("a filter that was searched in");
        operator.page().keyboard().press("Enter");
        operator.sees(operator.button("Tags Green. Change"));
        operator.page().reload();
        operator.sees(operator.button("Tags Green. Change"));

        operator.link("Create user").click();
        operator.dialog().getByText("Tags").first().click();
        operator.dialog().getByLabel("Tags").focus();
        operator.sees(operator.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Blue")));
        operator.looksAround("what there is to choose from");
        operator.page().keyboard().type("e");
        operator.page().keyboard().press("Enter");
        operator.sees("e: choose from the list what is meant.");
        operator.page().keyboard().type("d");
        operator.page().keyboard().press("Enter");
        operator.sees(operator.button("Remove Red"));
        operator.hadNoTroubleBut();
    }

    @Test
    void aRowTellsWhatItRefusesAndARefusalLeadsToTheRow() {
        operator.open("p/things");
        addThing("anchor");
        operator.sees(operator.page().getByRole(AriaRole.TABLE).getByText("It has to stay"));
        assertThat(operator.page()
                        .getByRole(AriaRole.TABLE)
                        .getByRole(AriaRole.BUTTON)
                        .count())
                .isZero();
        operator.looksAround("a row with a lock");
        operator.page().keyboard().press("Escape");

        addThing("anchor");
        operator.sees(operator.link("Open anchor"));
        operator.looksAround("a refusal with the row in the way");
        operator.link("Open anchor").click();
        operator.sees(operator.page().getByRole(AriaRole.HEADING, heading("anchor")));
    }

    @Test
    void itsEventsAreToldInItsSentencesWithTheirValues() {
        String action = recipe.id() + ".plan-assigned";
        NewAuditEvent byOtto = NewAuditEvent.of(action, Actor.operator("otto", "Otto Lilienthal"))
                .user(ada);
        NewAuditEvent byHerself =
                NewAuditEvent.of(action, Actor.user(ada.value())).user(ada);
        userdeck.audit().record(byHerself.change("plan", null, "free"));
        userdeck.audit().record(byOtto.change("plan", "free", "silver"));
        userdeck.audit().record(byOtto.change("plan", "silver", "gold"));
        userdeck.audit().record(byOtto);
        String[] sentences = {
            "Plan assigned",
            "Otto Lilienthal moved them from silver to gold",
            "Otto Lilienthal moved them from free to silver",
            "Took the plan free"
        };

        operator.open("users/" + ada);
        Locator timeline = section("Timeline");
        timeline.getByLabel("Kind").selectOption("Plans");
        PlaywrightAssertions.assertThat(timeline.locator("li a")).hasText(sentences);
        operator.looksAround("the timeline of a strange recipe");

        operator.open("audit");
        operator.button("Action: Any action").click();
        operator.page().keyboard().type("plans");
        operator.page().keyboard().press("Enter");
        operator.sees(operator.button("Action: Plans: all"));
        PlaywrightAssertions.assertThat(operator.page().locator("tbody tr [data-split=list]"))
                .hasText(sentences);
    }

    private void addThing(String name) {
        operator.button("New thing").first().click();
        operator.dialog().getByLabel("Name").fill(name);
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("New thing"))
                .click();
    }

    @Test
    void aSectionThatFailsSaysSoAndTheOthersStay() {
        recipe.fail(RandomRecipePart.FACTS);

        operator.open("users/" + ada);

        operator.sees(operator.button("Remove vip"));
        operator.sees(section("Note").getByRole(AriaRole.BUTTON));
        operator.looksAround("the user page with a section that failed");
        recipe.mend(RandomRecipePart.FACTS);
        section("Note").getByRole(AriaRole.BUTTON).first().click();
        operator.sees("No note");
    }

    @Test
    void whatTwoSaveAtOnceIsNotLost() {
        recipe.settings(ada, "{\"limit\":1.10}");
        operator.open("users/" + ada);
        operator.sees(section("Settings").getByText("1.10"));
        operator.button("Edit Settings").click();
        Locator text = section("Settings").getByRole(AriaRole.TEXTBOX);
        text.fill("{\"limit\": 2}");
        recipe.settings(ada, "{\"limit\":3,\"by\":\"somebody else\"}");

        operator.button("Save settings").click();

        operator.sees("Someone else saved this in the meantime.");
        operator.sees(section("Settings").getByText("somebody else"));
        assertThat(text.inputValue()).isEqualTo("{\"limit\": 2}");
        operator.looksAround("JSON that two have changed");
        operator.button("Keep mine, replace theirs").click();
        operator.button("Save settings").click();
        operator.sees("Settings saved");
        assertThat(recipe.settingsOf(ada)).isEqualTo("{\"limit\": 2}");
    }

    @Test
    void whoMayOnlyLookIsShownNothingToPress() {
        preset = Preset.VIEWER;

        operator.open("users/" + ada);

        operator.sees("vip");
        assertThat(operator.button("Remove vip").count()).isZero();
        assertThat(operator.button("Add tags").count()).isZero();
        assertThat(operator.button("Edit Settings").count()).isZero();
        assertThat(operator.button("Add some").count()).isZero();
        assertThat(operator.button("More actions").count()).isZero();
        operator.looksAround("the user page of a viewer");
        operator.open("p/things");
        operator.sees("No things yet");
        assertThat(operator.button("New thing").count()).isZero();
    }

    @Test
    void thereIsADropDownForWhoIsInSeveralTenants() {
        userdeck.tenants().create(STAFF, "Station staff", Actor.system());
        userdeck.users().addToTenant(ada, STAFF, Actor.system());

        operator.open("users/" + ada);
        operator.sees(operator.button("Remove vip"));
        section("Tags").getByRole(AriaRole.COMBOBOX).selectOption("staff");

        operator.sees("No tags in Station staff");
        operator.looksAround("the user page with a tenant to choose");
    }

    @Test
    void thereAndBackThroughThePagesOfAList() {
        for (int i = 1; i <= 24; i++) {
            create("user%02d@example.org".formatted(i), "User %02d".formatted(i));
        }

        operator.open("users?size=10");
        operator.sees(operator.link("User 24"));
        operator.link("Older").click();
        operator.sees(operator.link("User 14"));
        operator.link("Older").click();
        operator.sees(operator.link("Ada Lovelace"));
        operator.page().reload();
        operator.sees(operator.link("Ada Lovelace"));
        operator.link("Newer").click();
        operator.sees(operator.link("User 14"));
        operator.page().goBack();
        operator.sees(operator.link("Ada Lovelace"));
        operator.hadNoTroubleBut();
    }

    private UserId create(String email, String name) {
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail(email).name(name), Actor.system());
        return created.user().id();
    }

    private Locator section(String heading) {
        return operator.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading));
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions columnHeader(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
