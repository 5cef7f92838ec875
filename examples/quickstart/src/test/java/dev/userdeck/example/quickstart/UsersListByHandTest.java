package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operator finds users: searches, filters, sorts, turns pages, by mouse and by keyboard. */
class UsersListByHandTest extends OperatorByHand {
    private static final String[] NAMES = {
        "Amara Okafor", "\u00de\u00f3runn Sigur\u00f0ard\u00f3ttir", "Nguy\u1ec5n Th\u1ecb Minh Ch\u00e2u",
                "Diego Fuentes", "Yuki Tanabe",
        "Oluwaseun Adeyemi", "Frida Lindqvist", "Rahul Deshpande", "Kate\u0159ina Novotn\u00e1", "Samuel Abell\u00f3",
    };

    @Test
    void findsWhoIsLookedForByMouse() {
        operator.seesHeading("No users yet");
        fill();
        page.reload();
        operator.sees("37 in all");
        operator.looksAround("users");

        search().fill("sigurdar");
        assertThat(rows()).hasCount(1);
        operator.sees("\u00de\u00f3runn Sigur\u00f0ard\u00f3ttir");
        assertThat(page).hasURL(Pattern.compile(".*/users\\?q=sigurdar$"));
        operator.button("Clear search").click();
        assertThat(rows()).hasCount(37);

        addFilter("Status");
        page.getByLabel("Suspended").check();
        page.keyboard().press("Escape");
        assertThat(rows()).hasCount(1);
        addFilter("Role");
        operator.looksAround("users filter");
        page.getByLabel("conductor").check();
        page.keyboard().press("Escape");
        operator.seesHeading("No user matches");
        operator.sees("Nobody fits Status Suspended and Role conductor.");
        operator.looksAround("users no match");
        operator.button("Remove filter Status Suspended").click();
        assertThat(rows()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*/users\\?f\\.userroles\\.role=conductor$"));
        operator.button("Role conductor. Change").click();
        page.getByLabel("driver").check();
        page.keyboard().press("Escape");
        assertThat(rows()).hasCount(3);
        page.goBack();
        assertThat(rows()).hasCount(2);
        operator.button("Clear all").click();

        operator.link("User").click();
        assertThat(head("User")).hasAttribute("aria-sort", "ascending");
        assertThat(rows().first()).containsText("Amara Okafor");
        operator.link("User").click();
        assertThat(head("User")).hasAttribute("aria-sort", "descending");
        operator.link("Joined").click();
        assertThat(head("Joined")).hasAttribute("aria-sort", "descending");

        operator.button("Columns").click();
        operator.looksAround("users columns");
        page.getByLabel("Phone").check();
        page.getByLabel("Signs in with").uncheck();
        page.keyboard().press("Escape");
        page.reload();
        assertThat(head("Phone")).isVisible();
        assertThat(head("Signs in with")).hasCount(0);
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void findsWhoIsLookedForByKeyboardAlone() {
        fill();
        page.reload();
        operator.sees("37 in all");

        page.keyboard().press("/");
        assertThat(search()).isFocused();
        page.keyboard().type("person 1");
        assertThat(rows()).hasCount(11);
        page.keyboard().press("Escape");
        assertThat(search()).hasValue("");
        assertThat(rows()).hasCount(37);
        page.keyboard().press("Escape");
        assertThat(search()).not().isFocused();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        Locator first = rows().first().getByRole(AriaRole.LINK);
        assertThat(first).isFocused();
        page.keyboard().press("o");
        assertThat(page).hasURL(Pattern.compile(".*/users/[0-9a-f-]{36}$"));
        page.goBack();

        operator.open("dashboard/users?size=10&status=active");
        assertThat(rows()).hasCount(5);
        page.keyboard().press("/");
        page.keyboard().press("Backspace");
        Locator chip = operator.button("Status Active. Change");
        assertThat(chip).isFocused();
        page.keyboard().press("Enter");
        operator.sees(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Status")));
        page.keyboard().press("Escape");
        assertThat(chip).isFocused();
        page.keyboard().press("Delete");
        assertThat(search()).isFocused();
        assertThat(rows()).hasCount(10);
        page.keyboard().press("Escape");
        page.keyboard().press("]");
        assertThat(page).hasURL(Pattern.compile(".*cursor=.*"));
        Locator newer = operator.link("Newer");
        assertThat(newer).not().hasAttribute("aria-disabled", "true");
        operator.sees("10 users on this page, 37 in all");
        page.keyboard().press("[");
        assertThat(newer).hasAttribute("aria-disabled", "true");

        page.setViewportSize(360, 800);
        assertThat(operator.button("Export 37 users as CSV")).isHidden();
        operator.button("More").focus();
        page.keyboard().press("Enter");
        assertThat(item("Import")).isFocused();
        operator.looksAroundOnAPhone("users more");
        page.keyboard().press("ArrowDown");
        assertThat(item("Jobs")).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(item("Columns")).isFocused();
        page.keyboard().press("Escape");
        assertThat(item("Columns")).hasCount(0);
        assertThat(operator.button("More")).isFocused();
        page.keyboard().press("Enter");
        assertThat(item("Import")).isFocused();
        page.keyboard().press("End");
        assertThat(item("Columns")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Email")))
                .isFocused();
        page.keyboard().press("Escape");
        assertThat(operator.button("More")).isFocused();
    }

    @Test
    void jumpsToUsersPagesAndActionsByThePalette() {
        fill();
        operator.open("dashboard/users");
        operator.sees("37 in all");
        page.keyboard().press("/");
        page.keyboard().press("Control+k");
        assertThat(palette()).isFocused();
        operator.looksAround("palette");
        page.keyboard().type("samuel");
        assertThat(chosen()).containsText("Samuel Abell\u00f3");
        operator.looksAround("palette, users");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        operator.looksAroundOnAPhone("palette, forced colours");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(1280, 800);
        page.keyboard().press("Escape");
        assertThat(palette()).hasCount(0);
        assertThat(search()).isFocused();

        page.keyboard().press("Control+k");
        page.keyboard().type("samuel");
        page.keyboard().press("Enter");
        operator.seesHeading("Samuel Abell\u00f3");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isFocused();
        page.keyboard().press("Control+k");
        assertThat(chosen()).containsText("Samuel Abell\u00f3"); // recent
        page.keyboard().type("amara");
        page.keyboard().press("ArrowDown");
        assertThat(chosen()).containsText("All users that match");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/users\\?q=amara$"));
        assertThat(rows()).hasCount(1);
        page.goBack();
        operator.seesHeading("Samuel Abell\u00f3");

        page.keyboard().press("Control+k");
        page.keyboard().type("> add role");
        page.keyboard().press("Enter");
        operator.sees(operator.dialog().getByLabel("Name"));
        assertThat(page).hasURL(Pattern.compile(".*/p/roles$"));
        page.keyboard().press("Control+k"); // a dialog wants its own answer
        assertThat(palette()).hasCount(0);
        page.keyboard().press("Escape");

        page.keyboard().press("Control+k");
        page.keyboard().type("audit");
        Page tab = page.waitForPopup(() -> page.keyboard().press("Control+Enter"));
        tab.waitForURL(Pattern.compile(".*/dashboard/audit$"));
        tab.close();
        page.bringToFront();
        page.keyboard().press("Control+k");
        assertThat(palette()).hasCount(0);

        page.setViewportSize(360, 800);
        operator.button("Search or jump to").click();
        page.keyboard().type("nobody is called so");
        operator.sees("All users that match \u201cnobody is called so\u201d");
        page.goBack();
        assertThat(palette()).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*/p/roles$"));
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    private Locator palette() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search or jump to"));
    }

    private Locator chosen() {
        return page.locator("[role=option][aria-selected=true]");
    }

    @Test
    void anOldLinkAndAFailureAreSaidPlainly() {
        fill();
        operator.open("dashboard/users?cursor=nonsense&q=ada");
        operator.sees("The list has changed since this link was made. Here is its start.");

        operator.open("dashboard/users?f.loyalty.level=gold&status=active");
        operator.sees("There is no filter loyalty.level.");
        operator.looksAround("users, a filter that is gone");
        operator.button("Remove this filter").click();
        assertThat(page).hasURL(Pattern.compile(".*/users\\?status=active$"));
        assertThat(rows()).hasCount(5);

        page.route("**/api/users?**", route -> route.abort());
        search().fill("okafor");
        operator.seesHeading("The list could not be loaded");
        assertThat(search()).hasValue("okafor");
        page.unroute("**/api/users?**");
        operator.button("Try again").click();
        assertThat(rows()).hasCount(1);
    }

    @Test
    void takesAListAndAUserAlongAsFiles() throws Exception {
        fill();
        operator.open("dashboard/users?status=suspended");
        operator.sees("1 in all");

        operator.button("Other files").click();
        operator.looksAround("users export");
        operator.sees(item("Export 1 user as JSON Lines"));
        page.keyboard().press("Escape");
        Download list = page.waitForDownload(
                () -> operator.button("Export 1 user as CSV").click());
        operator.sees("The export has started.");
        assertThat(list.suggestedFilename()).isEqualTo("users.csv");
        assertThat(Files.readAllLines(list.path())).hasSize(2).last().asString().contains("u3@harbour.example");

        rows().first().getByRole(AriaRole.LINK).click();
        operator.button("More actions").click();
        Download user = page.waitForDownload(() -> item("Download data").click());
        assertThat(user.suggestedFilename()).matches("user-[0-9a-f-]{36}\\.json");
        assertThat(Files.readString(user.path())).contains("u3@harbour.example", "Chargebacks");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    /** On 8 March 2026 clocks in New York went from 2:00 to 3:00: a day of 23 hours. */
    @Test
    void aDayIsTheOperatorsInFiltersFilesAndJobsAndALinkMeansItEverywhere() throws Exception {
        importSeen("before", "2026-03-08T04:59:59Z");
        importSeen("first", "2026-03-08T05:00:00Z");
        for (int i = 0; i < 10; i++) {
            importSeen("at" + i, "2026-03-08T1" + i + ":00:00Z");
        }
        importSeen("last", "2026-03-09T03:59:59Z");
        importSeen("after", "2026-03-09T04:00:00Z");
        Visitor elsewhere = stage.operatorElsewhere("UTC");
        operator = stage.operatorElsewhere("America/New_York");
        page = operator.page();

        for (String field : List.of("Last seen", "Joined")) {
            operator.open("dashboard/users?size=10&sort=joined");
            operator.sees("14 in all");
            addFilter(field);
            page.getByLabel("From").fill("2026-03-08");
            page.getByLabel("Until").fill("2026-03-08");
            operator.button("Apply").click();
            operator.sees(operator.button(field + " 8 Mar 2026. Change"));
            operator.sees("12 in all");
            assertThat(page.url()).contains("=2026-03-08T05%3A00%3A00Z..2026-03-09T04%3A00%3A00Z");
            assertThat(rows().first()).containsText("first@example.org");
            for (Locator row : rows().all()) {
                assertThat(row).containsText("8 Mar 2026");
            }
        }

        elsewhere.page().navigate(page.url());
        elsewhere.sees("12 in all");
        elsewhere.sees(elsewhere.button("Joined 8 Mar 2026, 05:00 to 9 Mar 2026, 04:00. Change"));
        elsewhere.looksAround("users of a day elsewhere");

        Download list = page.waitForDownload(
                () -> operator.button("Export 12 users as CSV").click());
        assertThat(Files.readAllLines(list.path()))
                .hasSize(1 + 12)
                .noneMatch(line -> line.contains("before@") || line.contains("after@"));

        page.getByLabel("Select all on this page").check();
        operator.button("Select all 12 that match").click();
        operator.button("Suspend").click();
        operator.dialog().getByLabel("Reason").fill("A leak");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Suspend"))
                .click();
        operator.sees("12 suspended");
        operator.link("Show who matches now").click();
        operator.sees(operator.button("Joined 8 Mar 2026. Change"));
        assertThat(stage.userdeck()
                        .users()
                        .list(UserQuery.of(Scope.all())
                                .filter(UserFilter.none().statuses(List.of(UserStatus.ACTIVE, UserStatus.INVITED))))
                        .items())
                .extracting(User::email)
                .containsExactlyInAnyOrder("before@example.org", "after@example.org");
    }

    private void importSeen(String name, String at) throws IOException {
        String row = "{\"email\":\"%s@example.org\",\"joinedAt\":\"%s\",\"lastSeenAt\":\"%s\"}".formatted(name, at, at);
        stage.userdeck()
                .data()
                .importUsers(
                        new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)),
                        UserImport.of(DataFormat.JSON_LINES),
                        ImportListener.none(),
                        Actor.system());
    }

    private Locator item(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private void fill() {
        var roles = stage.userdeck().recipe(UserRoles.class);
        roles.create("conductor", null, List.of(), Actor.system());
        roles.create("driver", null, List.of(), Actor.system());
        for (int i = 0; i < 27; i++) {
            create(NewUser.withEmail("person" + i + "@example.org").name("Person " + i));
        }
        for (int i = 0; i < NAMES.length; i++) {
            NewUser user = NewUser.withEmail("u" + i + "@harbour.example").name(NAMES[i]);
            User created = create(
                    i < 6
                            ? NewUser.withLogin(NewLogin.of("google", "g" + i))
                                    .email("u" + i + "@harbour.example")
                                    .name(NAMES[i])
                            : user);
            if (i < 3) {
                roles.assign(created.id(), i == 2 ? "driver" : "conductor");
            }
            if (i == 3) {
                stage.userdeck()
                        .users()
                        .suspend(created.id(), NewSuspension.of("Chargebacks"), Scope.all(), Actor.system());
            }
        }
    }

    private User create(NewUser user) {
        return ((CreateUserResult.Created) stage.userdeck().users().create(user, Actor.system())).user();
    }

    private void addFilter(String field) {
        operator.button("Add filter").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(field))
                .click();
    }

    private Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search users"));
    }

    private Locator rows() {
        return page.locator("tbody tr[data-key]");
    }

    private Locator head(String name) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(name));
    }
}
