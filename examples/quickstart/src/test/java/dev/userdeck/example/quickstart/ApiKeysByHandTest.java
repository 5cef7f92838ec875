package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** API keys in the browser, and a program that uses them. */
class ApiKeysByHandTest extends OperatorByHand {

    @Test
    void aKeyIsMadeUsedRotatedAndRevoked() throws Exception {
        operator.link("API keys").click();
        operator.seesHeading("API keys");
        operator.sees("No API keys yet");
        operator.looksAround("no API keys");

        operator.button("Create key").click();
        submit("Create key");
        operator.sees("This is needed.");
        operator.sees("Choose what the key may do.");
        operator.dialog().getByLabel("Name").fill("crm-sync");
        operator.dialog().getByText("See users").click();
        operator.dialog().getByText("Export users").click();
        operator.looksAround("creating an API key");
        submit("Create key");

        operator.seesHeading("crm-sync is ready");
        PlaywrightAssertions.assertThat(secret()).isFocused();
        String first = secret().inputValue();
        assertThat(first).startsWith("udk_");
        operator.looksAround("an API key that is shown once");
        operator.button("I have copied it").click();
        PlaywrightAssertions.assertThat(secret()).hasCount(0);
        assertThat(operator.page().content()).doesNotContain(first).contains(first.substring(0, 12));
        operator.sees(row().getByText("Never"));

        assertThat(call(first).statusCode()).isEqualTo(200);
        operator.page().reload();
        PlaywrightAssertions.assertThat(row().getByText("Never")).hasCount(0);

        choose("Rotate");
        operator.sees("It gets a new secret");
        operator.looksAround("rotating an API key");
        submit("Rotate");
        operator.seesHeading("crm-sync is ready");
        String second = secret().inputValue();
        operator.button("I have copied it").click();
        operator.sees(row().getByText(first.substring(0, 12) + " until"));
        assertThat(call(first).statusCode()).isEqualTo(200);
        assertThat(call(second).statusCode()).isEqualTo(200);
        operator.looksAround("a rotated API key");

        choose("Revoke");
        operator.looksAround("revoking an API key");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        operator.sees("crm-sync revoked.");
        operator.sees(row().getByText("Revoked"));
        assertThat(call(second).statusCode()).isEqualTo(401);
        operator.link("Audit log").click();
        operator.sees("revoked the API key crm-sync");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void keysAreSearchedAndNoWholeKeyGetsIntoAnAddress() {
        for (String name : new String[] {"night-report", "crm-sync"}) {
            stage.userdeck().apiKeys().create(NewApiKey.of(name, Permission.USERS_READ), Access.full(), Actor.system());
        }
        operator.open("dashboard/api-keys");

        operator.page().getByLabel("Search API keys").fill("night");
        PlaywrightAssertions.assertThat(operator.page().getByText("crm-sync")).hasCount(0);
        operator.page().getByLabel("Search API keys").fill("udk_4mRz81vL_" + "Q".repeat(49));
        operator.sees("Clear the search");
        assertThat(operator.page().url()).endsWith("q=udk_4mRz81vL");
    }

    private HttpResponse<String> call(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stage.url().resolve("dashboard/api/users"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Locator secret() {
        return operator.page().getByLabel("The key", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator row() {
        return operator.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("crm-sync"));
    }

    private void choose(String action) {
        operator.button("Actions for crm-sync").click();
        operator.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    private void submit(String button) {
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }
}
