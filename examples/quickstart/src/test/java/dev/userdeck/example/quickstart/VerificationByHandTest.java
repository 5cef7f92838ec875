package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.Userdeck;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator helps a user to verify an email, from the dashboard to the mailbox and back. */
class VerificationByHandTest {
    private static final String EMAIL = "ada@example.org";
    private static final String OTHER_EMAIL = "countess@example.org";

    @TempDir
    private Path data;

    private Stage stage;
    private Visitor ada;
    private Visitor operator;
    private Locator panel;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.open(data);
        ada = stage.guest();
        operator = stage.operator();
        panel = operator.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Email verification"));
    }

    @AfterEach
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void aMailFromTheDashboardVerifiesTheEmailOnce() {
        adaSignsUp();
        theOperatorOpensAdasPage();
        operator.sees(panel.getByText("Not verified"));
        operator.looksAround("an email that is not verified");

        theOperatorSendsTheMailByKeyboard();
        String link = stage.mailServer().link(EMAIL);
        aScannerLooksAtTheLink(link);
        Visitor phone = adaFollowsTheLink(link);

        operator.page().reload();
        operator.sees(panel.getByText("Verified", exact()));
        operator.looksAround("an email that is verified");
        ada.open("");
        ada.sees("Your email is verified.");

        phone.open(""); // from the page that is open already, a link to it loads nothing to wait for
        phone.open(link);
        phone.button("This address is mine").click();
        phone.sees("It was used, is older than 24 hours, or was sent to another email.");
        ada.hadNoTroubleBut();
        phone.hadNoTroubleBut("410 POST /auth/emailverification/verify");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void marksAndChangesOfTheEmailAreFollowed() {
        adaSignsUp();
        theOperatorOpensAdasPage();

        panel.getByText("Mark verified").click();
        operator.sees(panel.getByText("Verified", exact()));
        panel.getByText("Mark unverified").click();
        operator.sees(panel.getByText("Not verified"));
        panel.getByText("Send mail").click();
        operator.sees("The mail waits to be sent");
        String link = stage.mailServer().link(EMAIL);
        panel.getByText("Mark verified").click();
        operator.sees(panel.getByText("Verified", exact()));

        theOperatorChangesTheEmailTo(OTHER_EMAIL);
        operator.sees(panel.getByText("Not verified"));
        theOperatorChangesTheEmailTo(EMAIL);
        operator.sees(panel.getByText("Verified", exact()));

        Visitor phone = stage.guest();
        phone.open(link);
        phone.button("This address is mine").click();
        phone.sees("It was used, is older than 24 hours, or was sent to another email.");
        phone.hadNoTroubleBut("410 POST /auth/emailverification/verify");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    private void adaSignsUp() {
        ada.open("");
        Locator form = ada.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign up"));
        form.getByLabel("Name").fill("Ada Lovelace");
        form.getByLabel("Email").fill(EMAIL);
        form.getByLabel("Password").fill("plum tundra violet 47");
        form.getByRole(AriaRole.BUTTON).click();
        ada.sees("Your email is not verified yet.");
        ada.looksAround("the greeting before the email is verified");
    }

    private void theOperatorOpensAdasPage() {
        operator.page().reload();
        operator.sees("1 in all"); // nothing that the list asks for comes later
        operator.apiCalls();
        operator.link("Ada Lovelace").click();
        operator.sees(panel);
        assertThat(operator.apiCalls().stream().filter(call -> call.startsWith("GET users/")))
                .as("the page with three recipes")
                .hasSize(1);
    }

    private void theOperatorSendsTheMailByKeyboard() {
        operator.button("Send mail").focus();
        operator.page().keyboard().press("Enter");
        operator.sees("The mail waits to be sent");
        operator.sees(panel.getByText("Next mail possible in"));
        assertThat(operator.button("Send mail")).hasAttribute("aria-disabled", "true");
        operator.looksAround("an email that waits for its link");
    }

    /** What stands behind the # is not even sent. */
    private void aScannerLooksAtTheLink(String link) {
        assertThat(ada.page().request().get(link).status()).isEqualTo(200);
        assertThat(ada.page().request().get(link.replace('#', '?')).status()).isEqualTo(200);

        assertThat(isVerified()).isFalse();
    }

    private Visitor adaFollowsTheLink(String link) {
        Visitor phone = stage.guest();
        phone.open(link);
        phone.seesHeading("Verify your email");
        assertThat(URI.create(phone.page().url()).getFragment())
                .as("the secret in the address bar")
                .isNull();
        phone.looksAround("the page that verifies an email");
        phone.button("This address is mine").focus();
        phone.page().keyboard().press("Enter");
        phone.sees("ada@example.org is verified.");
        phone.sees(phone.link("Go on to the app"));
        phone.looksAround("the page that verified an email");
        assertThat(isVerified()).isTrue();
        return phone;
    }

    private void theOperatorChangesTheEmailTo(String email) {
        operator.button("Edit profile").click();
        Locator field = operator.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Profile"))
                .getByLabel("Email");
        field.fill(email);
        operator.sees("The new address starts unverified, unless it was verified before.");
        operator.looksAround("a change of an email");
        field.press("Enter");
        operator.sees(panel.getByText(email));
    }

    private boolean isVerified() {
        Userdeck userdeck = stage.userdeck();
        UserId id = userdeck.users()
                .findByEmail(EMAIL, TenantId.PUBLIC)
                .orElseThrow()
                .id();
        return userdeck.recipe(EmailVerification.class).isVerified(id);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
