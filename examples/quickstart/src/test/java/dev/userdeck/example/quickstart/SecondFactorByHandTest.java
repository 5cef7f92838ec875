package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.Userdeck;
import dev.userdeck.testkit.AuthenticatorApp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator adds a second factor, signs in with it, loses it and removes it, by keyboard. */
class SecondFactorByHandTest extends OperatorByHand {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(6);

    @Test
    void anAppIsAddedUsedAndRemoved() {
        operator.open("dashboard/");
        operator.link("Ines Marchetti Owner").press("Enter");
        operator.seesHeading("Second factor");
        operator.sees("Signing in takes your password alone.");

        operator.button("Add app").press("Enter");
        operator.sees(operator.dialog().getByRole(AriaRole.IMG));
        PlaywrightAssertions.assertThat(operator.dialog().getByLabel("Code", exactly()))
                .isFocused();
        operator.looksAround("adding an app");
        AuthenticatorApp app = appOf(page);
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        operator.sees("This is not the code that the app shows now.");
        operator.dialog().getByLabel("Code", exactly()).fill(app.code(Instant.now()));
        page.keyboard().press("Enter");
        operator.sees("Keep them where the phone is not");
        List<String> codes = operator.dialog().getByRole(AriaRole.LISTITEM).allInnerTexts();
        assertThat(codes).hasSize(10);
        operator.looksAround("recovery codes");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have kept them"))
                .press("Enter");
        operator.sees("10 recovery codes are left.");
        focusIsSomewhere();
        operator.looksAround("an account with a second factor");

        signOutAndIn();
        operator.sees("Enter the code from your authenticator app.");
        PlaywrightAssertions.assertThat(page.getByLabel("Code", exactlyOnPage()))
                .isFocused();
        operator.looksAround("the code after the password");
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        operator.sees("This code is wrong, or was used before.");
        page.getByLabel("Code", exactlyOnPage()).fill(app.code(Instant.now().plus(STEP)));
        page.keyboard().press("Enter");
        operator.seesHeading("My account");

        signOutAndIn();
        operator.button("Use a recovery code instead").press("Enter");
        PlaywrightAssertions.assertThat(page.getByLabel("Recovery code")).isFocused();
        page.keyboard().type(codes.get(0));
        page.keyboard().press("Enter");
        operator.seesHeading("My account");
        operator.sees("9 recovery codes are left.");

        stage.advanceClock(LATER);
        operator.button("New recovery codes").press("Enter");
        inDialog("New recovery codes");
        operator.sees("Is it still you?");
        page.keyboard().type(Stage.PASSWORD);
        page.getByLabel("Code of your second factor")
                .fill(app.code(Instant.now().plus(LATER)));
        operator.looksAround("fresh proof with a code");
        page.keyboard().press("Enter");
        operator.sees("Keep them where the phone is not");
        inDialog("I have kept them");
        operator.sees("10 recovery codes are left.");
        focusIsSomewhere();
        operator.button("Remove Authenticator app").press("Enter");
        operator.looksAround("removing a second factor");
        inDialog("Remove");
        operator.sees("Authenticator app is removed.");
        operator.sees("Signing in takes your password alone.");
        focusIsSomewhere();
        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/session",
                "403 POST /dashboard/api/profile/recovery-codes",
                "422 POST /dashboard/api/factors",
                "422 PUT /dashboard/api/session");
    }

    @Test
    void whereAllNeedOneItIsAddedRightAfterThePassword(@TempDir Path data) throws Exception {
        try (Stage strict = Stage.openWith(data, Userdeck.Builder::requireOperatorSecondFactor)) {
            Visitor ines = strict.guest();
            ines.open(strict.setUpLink());
            ines.page().getByLabel("Your name").fill("Ines Marchetti");
            ines.page().getByLabel("Email").fill("ines@example.org");
            ines.page().getByLabel("Password", exactlyOnPage()).fill(Stage.PASSWORD);
            ines.page().keyboard().press("Enter");
            ines.sees("Everybody who works here needs something beside the password.");
            ines.sees(ines.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code")));
            PlaywrightAssertions.assertThat(ines.page().getByLabel("Code", exactlyOnPage()))
                    .isFocused();
            ines.looksAround("the factor that all need");
            ines.page().keyboard().type(appOf(ines.page()).code(Instant.now()));
            ines.page().keyboard().press("Enter");
            ines.sees("Keep them where the phone is not");
            ines.looksAround("recovery codes before entering");
            ines.button("I have kept them").press("Enter");
            ines.seesHeading("Users");
            ines.hadNoTroubleBut("401 GET /dashboard/api/session", "401 GET /dashboard/api/session");
        }
    }

    private static AuthenticatorApp appOf(Page page) {
        return new AuthenticatorApp(page.getByText(Pattern.compile("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$"))
                .innerText());
    }

    private void signOutAndIn() {
        operator.button("Sign out").press("Enter");
        page.getByLabel("Email").fill("ines@example.org");
        page.getByLabel("Password", exactlyOnPage()).fill(Stage.PASSWORD);
        page.keyboard().press("Enter");
    }

    private void inDialog(String button) {
        operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private void focusIsSomewhere() {
        assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(false);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactlyOnPage() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
