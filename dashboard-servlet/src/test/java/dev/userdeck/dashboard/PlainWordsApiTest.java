package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is typed over HTTP: names that hide something are refused at their field, and other spellings find. */
@ExtendWith(TestDatabase.H2.class)
class PlainWordsApiTest {
    private static final String TURNED = "Ada \\u202Egnik";

    private DashboardFixture world;
    private Client admin;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aNewUsersNameIsRefusedAtItsField() {
        HttpResponse<String> answer = admin.send("POST", "api/users", """
            {"email": "ada@example.org", "name": "%s", "method": "passwordless"}\
            """.formatted(TURNED));

        assertRefused(answer, "/name name-invalid");
    }

    @Test
    void anotherNameIsRefusedAtItsField() {
        User ada = world.user(NewUser.withEmail("ada@example.org").name("Ada"));

        HttpResponse<String> answer = admin.with("If-Match", "\"" + ada.version() + "\"")
                .send("PATCH", "api/users/" + ada.id(), "{\"name\": \"" + TURNED + "\"}");

        assertRefused(answer, "/name name-invalid");
        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().name()).isEqualTo("Ada");
    }

    @Test
    void aTenantsNameIsRefusedAtItsField() {
        world.userdeck.tenants().create(new TenantId("staff"), "Staff", Actor.system());

        HttpResponse<String> made =
                admin.send("POST", "api/tenants", "{\"id\": \"shop\", \"name\": \"" + TURNED + "\"}");
        HttpResponse<String> renamed = admin.send("PATCH", "api/tenants/staff", "{\"name\": \"" + TURNED + "\"}");

        assertRefused(made, "/name tenant-name-invalid");
        assertRefused(renamed, "/name tenant-name-invalid");
    }

    private static void assertRefused(HttpResponse<String> answer, String refusal) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(refusals(answer)).containsExactly(refusal);
        assertThat(json(answer).path("errors").path(0).path("detail").asString())
                .contains("U+202E");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "O'Brien,                                       n1@example.org",
                "O\u2019Neill,                                  n2@example.org",
                "Jean-Luc,                                      n4@example.org",
                "\u0639\u0644\u06CC\u0631\u0636\u0627,          n6@example.org",
                "\u200Bn9@example.org,                          n9@example.org",
                "+61 412 345 678,                               +61412345678",
                "+61 (0)412 345 678,                            +61412345678",
                "0061 412 345 678,                              +61412345678",
                "0412 345 678,                                  +61412345678",
                "+44 (0)20 7946 0199,                           +442079460199",
            })
    void anotherSpellingFinds(String typed, String emailOrPhone) {
        List.of(
                        NewUser.withEmail("n1@example.org").name("Miles O\u2019Brien"),
                        NewUser.withEmail("n2@example.org").name("Kate O'Neill"),
                        NewUser.withEmail("n4@example.org").name("Jean\u2011Luc Petit"),
                        NewUser.withEmail("n6@example.org").name("\u0639\u0644\u06CC\u200C\u0631\u0636\u0627 Sample"),
                        NewUser.withEmail("n9@example.org").name("Plain Sample"),
                        NewUser.withPhone("+61412345678").name("Au Sample"),
                        NewUser.withPhone("+442079460199").name("Uk Sample"))
                .forEach(world::user);

        JsonNode items = json(admin.get("api/users?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                .path("items");

        assertThat(items.size()).isEqualTo(1);
        JsonNode hit = items.path(0);
        assertThat(List.of(hit.path("email").asString(""), hit.path("phone").asString("")))
                .contains(emailOrPhone);
    }
}
