package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser has ideas of its own about domains (IDNA2003, in fields for emails). */
class DomainsByHandTest {
    @TempDir
    private Path data;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open(data);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void whoSignsUpHasTheAddressThatWasTyped() {
        Visitor ada = stage.guest();

        ada.open("");
        Locator form = ada.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign up"));
        form.getByLabel("Email").fill("ada@straße.example");
        form.getByLabel("Password").fill("plum tundra violet 47");
        form.getByRole(AriaRole.BUTTON).click();

        ada.sees("You are signed in as ada@straße.example");
        assertThat(emailOf("ada@xn--strae-oqa.example")).isEqualTo("ada@straße.example");
    }

    @Test
    void whoIsCreatedHasTheAddressThatWasTyped() {
        Visitor operator = stage.operator();

        operator.open("dashboard/users/new");
        Locator dialog = operator.dialog();
        dialog.getByText("Email link", new Locator.GetByTextOptions().setExact(true))
                .click();
        operator.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Email"))
                .fill("bob@βόλος.example");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Create user").setExact(true))
                .click();

        operator.seesHeading("bob@βόλος.example");
        assertThat(emailOf("bob@xn--nxasmm1c.example")).isEqualTo("bob@βόλος.example");
    }

    private String emailOf(String spelling) {
        return stage.userdeck()
                .users()
                .findByEmail(spelling, TenantId.PUBLIC)
                .map(User::email)
                .orElse("nobody");
    }
}
