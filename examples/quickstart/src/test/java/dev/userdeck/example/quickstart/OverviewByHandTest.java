package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator looks at how many users there are, join, and are active. */
class OverviewByHandTest {
    @TempDir
    private Path data;

    @Test
    void seesFiguresChartsAndTheirTables() throws Exception {
        var clock = TestClock.create();
        try (Stage stage = Stage.open(data);
                Userdeck userdeck = Userdeck.builder()
                        .inMemory()
                        .clock(clock)
                        .maintenance(Userdeck.Maintenance.MANUAL)
                        .start()) {
            Visitor viewer = stage.viewer(userdeck, "Asia/Tokyo");
            Page page = viewer.page();
            viewer.open("dashboard/overview");
            viewer.seesHeading("No users yet");

            fortyDays(userdeck, clock);
            viewer.open("dashboard/");
            viewer.seesHeading("Users");
            viewer.link("Overview").click();
            viewer.seesHeading("New users per day");
            assertThat(page.locator("dl")).containsText("60 joined in 30 days");
            assertThat(page.locator("dl")).containsText("+21.9% in 7 days");
            assertThat(chart(page, "New users per day. Lowest 1, highest 3")).isVisible();

            Locator table = page.getByText("Show as a table").first();
            table.focus();
            page.keyboard().press("Enter");
            Locator newest = page.getByRole(AriaRole.ROW).nth(1);
            assertThat(newest).containsText("9 Apr 2026");
            assertThat(newest).containsText("1");
            page.getByText("Show as a table").nth(1).click();
            viewer.looksAround("overview tables");

            viewer.link("12 months").click();
            viewer.seesHeading("New users per 7 days");
            page.goBack();
            viewer.seesHeading("New users per day");

            page.route("**/api/overview?days=7&*", Route::abort);
            viewer.link("7 days").click();
            viewer.seesHeading("The overview could not be loaded");
            page.unroute("**/api/overview?days=7&*");
            viewer.button("Try again").click();
            assertThat(page.locator("dl")).containsText("joined in 7 days");
            assertThat(chart(page, "Active users per UTC day, beside the 7 days before. Lowest 33, highest 39"))
                    .isVisible();
            page.getByText("Show as a table").nth(1).click();
            assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("7 days before")))
                    .isVisible();
            viewer.looksAround("overview compared");

            leadsToWhoWasCounted(viewer);
            daysAreThoseOfTheOperator(viewer, userdeck, clock);
            readsWhatRunsAndWhatIsMissing(viewer);
            viewer.hadNoTroubleBut();
        }
    }

    /** Each figure is a link, and the list has as many. */
    private static void leadsToWhoWasCounted(Visitor viewer) {
        Page page = viewer.page();
        Locator figures = page.locator("dl").getByRole(AriaRole.LINK);
        assertThat(figures).hasCount(5);
        for (int at = 0; at < 5; at++) {
            String figure = figures.nth(at).innerText().replaceAll("\\D.*", "");
            figures.nth(at).click();
            viewer.seesHeading("Users");
            viewer.sees(figure + " in all");
            page.goBack();
            viewer.seesHeading("New users per day");
        }
    }

    /** Who joins at 22:30 UTC on 9 April joins on 10 April in Tokyo, in the chart, in the list and in its filter. */
    private static void daysAreThoseOfTheOperator(Visitor viewer, Userdeck userdeck, TestClock clock) {
        Page page = viewer.page();
        clock.advance(Duration.ofMinutes(10 * 60 + 30));
        userdeck.users().create(NewUser.withEmail("late@example.org"), Actor.system());
        viewer.open("dashboard/overview");
        page.getByText("Show as a table").first().click();
        Locator newest = page.getByRole(AriaRole.ROW).nth(1);
        assertThat(newest).containsText("10 Apr 2026");
        newest.getByRole(AriaRole.LINK).click();

        Locator rows = page.locator("tbody tr[data-key]");
        viewer.sees(viewer.button("Joined 10 Apr 2026. Change"));
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("late@example.org");
        assertThat(rows).containsText("10 Apr 2026");
        String link = page.url();
        Assertions.assertThat(link).contains("joined=2026-04-09T15%3A00%3A00Z..2026-04-10T15%3A00%3A00Z");

        viewer.button("Clear all").click();
        viewer.button("Add filter").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Joined"))
                .click();
        page.getByLabel("From").fill("2026-04-10");
        page.getByLabel("Until").fill("2026-04-10");
        viewer.looksAround("users joined");
        viewer.button("Apply").click();
        assertThat(page).hasURL(link);
        assertThat(rows).hasCount(1);
    }

    /** No recipe was added: their pages are no links anywhere, and the lines that add them are told. */
    private static void readsWhatRunsAndWhatIsMissing(Visitor viewer) {
        Page page = viewer.page();
        viewer.link("About").click();
        viewer.seesHeading("What runs");
        assertThat(viewer.link("Roles")).hasCount(0);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Schema up to date");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Userdeck.builder().recipe(new UserRolesRecipe())");
        page.locator("summary").first().click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("V001__create_tenants.sql ran ");
        viewer.looksAround("about");
    }

    /** Each day one to three join, and every other of all who are there comes back. */
    private static void fortyDays(Userdeck userdeck, TestClock clock) {
        List<User> users = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            clock.advance(day == 0 ? Duration.ZERO : Duration.ofDays(1));
            for (int i = 0; i <= day % 3; i++) {
                NewUser user = NewUser.withEmail("user" + users.size() + "@example.org");
                users.add(((CreateUserResult.Created) userdeck.users().create(user, Actor.system())).user());
            }
            for (int i = day % 2; i < users.size(); i += 2) {
                Assertions.assertThat(userdeck.sessions().create(users.get(i).id(), SessionOrigin.of("sso")))
                        .isPresent();
            }
            userdeck.runMaintenance();
        }
    }

    private static Locator chart(Page page, String summary) {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(summary));
    }
}
