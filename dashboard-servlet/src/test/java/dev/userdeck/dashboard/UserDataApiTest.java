package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.DATA_EXPORTED;
import static dev.userdeck.audit.AuditActions.DATA_READ;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users as files over HTTP: those of a list, and all that is kept of one. */
@ExtendWith(TestDatabase.H2.class)
class UserDataApiTest {
    private static final TenantId ACME = new TenantId("acme");

    private DashboardFixture world;
    private Client client;
    private Client admin;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
        admin = client.with("X-Operator", Preset.ADMIN.name());
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void exportsWhatTheListShowsInItsOrder() {
        world.user("ada@example.org");
        world.user("grace@example.org");
        world.user("alan@example.net");

        HttpResponse<String> lines = admin.get("api/users/export?format=jsonl&q=example.org&sort=-email");

        assertThat(lines.statusCode()).as(lines.body()).isEqualTo(200);
        assertThat(emails(lines)).containsExactly("grace@example.org", "ada@example.org");
        assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
        assertThat(lines.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"users.jsonl\"");
        assertThat(lines.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void exportsAllPagesOnce() throws IOException {
        String file = IntStream.range(0, 230)
                .mapToObj("{\"email\":\"u%d@example.org\"}\n"::formatted)
                .collect(Collectors.joining());
        world.userdeck
                .data()
                .importUsers(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        UserImport.of(DataFormat.JSON_LINES),
                        ImportListener.none(),
                        Actor.system());

        assertThat(emails(admin.get("api/users/export?format=jsonl")))
                .hasSize(230)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSpreadsheetTakesNoNameForAFormula() {
        world.user(NewUser.withEmail("ada@example.org").name("=HYPERLINK(\"x\")"));

        HttpResponse<String> csv = admin.get("api/users/export");

        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"users.csv\"");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"x\"\")\"").doesNotContain("passwordHash");
    }

    @Test
    void hashesOfPasswordsStay() {
        User ada = world.activeUser("ada@example.org");

        assertThat(admin.get("api/users/export?format=jsonl").body()).doesNotContain("$argon2");
        assertThat(admin.get("api/users/" + ada.id() + "/data").body()).doesNotContain("$argon2");
    }

    @Test
    void anOperatorExportsNobodyOfAnotherTenant() {
        world.user("ada@example.org");
        User grace = world.user(NewUser.withEmail("grace@example.org").tenant(ACME));
        Client ofAcme = client.with("X-Operator", "ADMIN@acme");

        assertThat(emails(ofAcme.get("api/users/export?format=jsonl"))).containsExactly("grace@example.org");
        assertThat(emails(admin.get("api/users/export?format=jsonl&tenant=acme")))
                .containsExactly("grace@example.org");
        assertThat(ofAcme.get("api/users/export?tenant=public").statusCode()).isEqualTo(404);
        assertThat(ofAcme.get("api/users/" + grace.id() + "/data").statusCode()).isEqualTo(200);
        assertThat(client.with("X-Operator", "ADMIN@public")
                        .get("api/users/" + grace.id() + "/data")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAuditTrailTellsWhoTookWhat() {
        User ada = world.user("ada@example.org");

        admin.get("api/users/export?format=jsonl");
        admin.get("api/users/" + ada.id() + "/data");

        List<AuditEvent> events =
                world.userdeck.audit().list(AuditQuery.of(Scope.all())).items();
        assertThat(events).extracting(AuditEvent::action).startsWith(DATA_READ, DATA_EXPORTED);
        assertThat(events.subList(0, 2))
                .extracting(event -> event.actor().name())
                .containsOnly("ines");
    }

    @Test
    void allThatIsKeptOfAUserIsOneFile() {
        User ada = world.activeUser("ada@example.org");
        world.session(ada);

        HttpResponse<String> data = admin.get("api/users/" + ada.id() + "/data");

        assertThat(data.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"user-" + ada.id() + ".json\"");
        assertThat(data.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json(data).path("email").asString()).isEqualTo("ada@example.org");
        assertThat(json(data).path("sessions").size()).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAndIsNoFile() {
        for (String query : List.of("format=xlsx", "format=CSV", "sort=shoe", "cursor=x", "shoe=42", "status=gone")) {
            HttpResponse<String> answer = admin.get("api/users/export?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(slug(answer)).as(query).isEqualTo("malformed");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
        assertThat(world.userdeck.audit().list(AuditQuery.of(Scope.all())).items())
                .extracting(AuditEvent::action)
                .doesNotContain(DATA_EXPORTED);
    }

    private static List<String> emails(HttpResponse<String> lines) {
        return lines.body()
                .lines()
                .map(line -> json(line).path("email").asString())
                .toList();
    }
}
