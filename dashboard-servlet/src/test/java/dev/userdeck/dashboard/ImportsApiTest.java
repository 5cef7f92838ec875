package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.IMPORT_FINISHED;
import static dev.userdeck.audit.AuditActions.IMPORT_STARTED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users from a file over HTTP. What a job does is told by {@code ImportJobsContract}. */
@ExtendWith(TestDatabase.H2.class)
class ImportsApiTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String BYTES = "application/octet-stream";
    private static final String GOOD = "email,name\nada@example.org,Ada\ngrace@example.org,Grace\n";

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
    void aFileIsSentCheckedAndImported() {
        world.user(NewUser.withEmail("ada@example.org").name("Ada"));
        String file = GOOD + "ada@example.org,Countess\nno address,X\n";
        HttpResponse<String> created = create(admin, file, "csv", ",\"mode\":\"upsert\"");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "api/imports/" + json(created).path("id").asString();

        HttpResponse<String> half = admin.send("PUT", path + "/file", BYTES, file.substring(0, 30));
        assertThat(json(half).path("received").asInt()).isEqualTo(30);
        assertThat(state(half)).isEqualTo("uploading");
        HttpResponse<String> again = admin.send("PUT", path + "/file", BYTES, file);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("received").asInt()).isEqualTo(30);
        HttpResponse<String> rest = admin.send("PUT", path + "/file?from=30", BYTES, file.substring(30));
        assertThat(state(rest)).isEqualTo("checking");
        assertThat(admin.send("POST", path + "/start", null).statusCode()).isEqualTo(409);
        world.userdeck.runMaintenance();

        HttpResponse<String> checked = admin.get(path);
        assertThat(state(checked)).isEqualTo("checked");
        assertThat(counts(checked)).containsExactly(4L, 1L, 1L, 1L, 1L);
        assertThat(emails()).containsExactly("ada@example.org");
        assertThat(admin.send("POST", path + "/start", null).statusCode()).isEqualTo(200);
        assertThat(admin.send("DELETE", path, null).statusCode()).isEqualTo(409);
        world.userdeck.runMaintenance();

        HttpResponse<String> done = admin.get(path);
        assertThat(state(done)).isEqualTo("finished");
        assertThat(counts(done)).containsExactly(4L, 1L, 1L, 1L, 1L);
        assertThat(json(done).path("expectedRows").asInt()).isEqualTo(4);
        var refusal = json(admin.get(path + "/refusals")).at("/items/0");
        assertThat(refusal.path("line").asInt()).isEqualTo(5);
        assertThat(refusal.path("field").asString()).isEqualTo("email");
        assertThat(json(admin.get("api/imports")).at("/items/0/id").asString())
                .isEqualTo(json(done).path("id").asString());
        assertThat(actions()).contains(IMPORT_STARTED, DATA_IMPORTED, IMPORT_FINISHED);
    }

    @Test
    void aWrongMemberIsToldWhatItCouldBe() {
        String body = "{'file': 'a.csv', 'bytes': %s, 'format': '%s'}".replace('\'', '"');

        assertThat(admin.send("POST", "api/imports", body.formatted("1", "tsv")).body())
                .contains("Is none of these: json_lines, csv, json_document");
        assertThat(admin.send("POST", "api/imports", body.formatted("\"one\"", "csv"))
                        .body())
                .contains("/bytes", "Must be a number");
        assertThat(admin.send("POST", "api/imports", body.formatted("true", "csv"))
                        .body())
                .contains("/bytes", "Must be a number");
    }

    @Test
    void jsonLinesAndDocumentsAreReadToo() {
        assertThat(counts(imported(admin, "{\"email\":\"ada@example.org\"}\n", "json_lines", "")))
                .containsExactly(1L, 1L, 0L, 0L, 0L);
        assertThat(counts(imported(admin, "{\"users\":[{\"email\":\"b@example.org\"}]}", "json_document", "")))
                .containsExactly(1L, 1L, 0L, 0L, 0L);
        assertThat(emails()).containsExactlyInAnyOrder("ada@example.org", "b@example.org");
    }

    @Test
    void whatIsNoFileOfUsersIsToldWithTheWayOut() {
        assertThat(refusals(create(admin, "", "csv", ""))).containsExactly("/file file-empty");
        assertThat(refusals(admin.send("POST", "api/imports", "{\"bytes\":1,\"format\":\"csv\"}")))
                .containsExactly("/file required");
        assertThat(create(admin, GOOD, "zip", "").statusCode()).isIn(400, 422);
        assertThat(refusals(create(admin, GOOD, "csv", ",\"ignore\":[null]")))
                .containsExactly("/ignore ignore-invalid");

        HttpResponse<String> wrong = checked(admin, "email,shoe size\nada@example.org,38\n", "csv", "");
        String path = "api/imports/" + json(wrong).path("id").asString();
        assertThat(state(wrong)).isEqualTo("checked");
        assertThat(json(wrong).path("reason").asString()).contains("shoe size");
        assertThat(admin.send("POST", path + "/start", null).statusCode()).isEqualTo(409);
        assertThat(admin.send("POST", path + "/check", "{\"ignore\":[\"shoe size\", \" hat \", \"\"]}")
                        .statusCode())
                .isEqualTo(200);
        world.userdeck.runMaintenance();
        assertThat(counts(admin.get(path))).containsExactly(1L, 1L, 0L, 0L, 0L);
        assertThat(admin.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(admin.get(path).statusCode()).isEqualTo(404);

        HttpResponse<String> utf16 = checked(
                admin, new String(GOOD.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1), "csv", "");
        assertThat(json(utf16).path("reason").asString()).contains("UTF-16");
        assertThat(json(checked(admin, "[]", "json_document", ""))
                        .path("reason")
                        .asString())
                .isNotEmpty();
        assertThat(emails()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeOrLongerThanSaidIsRefused() {
        Client small = world.serve(
                        builder -> builder.operators(DashboardFixture::byHeader).maxImportBytes(GOOD.length()))
                .with("X-Operator", "ADMIN");

        HttpResponse<String> answer = create(small, GOOD + "x", "csv", "");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("limit").asInt()).isEqualTo(GOOD.length());
        assertThat(json(small.get("api/session")).at("/imports/maxBytes").asInt())
                .isEqualTo(GOOD.length());
        HttpResponse<String> created = create(small, "x", "csv", "");
        String path = "api/imports/" + json(created).path("id").asString();
        assertThat(refusals(small.send("PUT", path + "/file", BYTES, "xy"))).containsExactly("/file file-longer");
        assertThat(small.send("PUT", path + "/file", "text/csv", "x").statusCode())
                .isEqualTo(415);
    }

    @Test
    void anOperatorImportsIntoNoOtherTenant() {
        User stranger = world.user(NewUser.withEmail("eve@example.org"));
        Client ofAcme = client.with("X-Operator", "ADMIN@acme");
        String file = "{\"email\":\"ada@example.org\"}\n{\"email\":\"bob@example.org\",\"tenants\":[\"public\"]}\n"
                + "{\"id\":\"%s\",\"email\":\"eve@example.net\"}\n".formatted(stranger.id());

        HttpResponse<String> answer = imported(ofAcme, file, "json_lines", ",\"mode\":\"upsert\"");

        assertThat(counts(answer)).as(answer.body()).containsExactly(3L, 1L, 0L, 0L, 2L);
        assertThat(world.userdeck.users().list(UserQuery.of(Scope.of(ACME))).items())
                .extracting(User::email)
                .containsExactly("ada@example.org");
        assertThat(create(ofAcme, file, "json_lines", ",\"tenant\":\"public\"").statusCode())
                .isEqualTo(404);
        assertThat(refusals(create(client.with("X-Operator", "ADMIN@acme,other"), file, "json_lines", "")))
                .containsExactly("/tenant required");
    }

    @Test
    void anImportIsItsOperatorsOwn() {
        Client other = world.serve(builder ->
                builder.operators(request -> Optional.of(Operator.of(request.getHeader("X-Name"), Preset.ADMIN)
                        .scope(request.getHeader("X-Name").equals("max") ? Scope.of(TenantId.PUBLIC) : Scope.all()))));
        Client ines = other.with("X-Name", "ines");
        HttpResponse<String> created = checked(ines, GOOD, "csv", "");
        String path = "api/imports/" + json(created).path("id").asString();

        assertThat(ines.get(path).statusCode()).isEqualTo(200);
        assertThat(slug(other.with("X-Name", "max").get(path))).isEqualTo("not-found");
        assertThat(slug(other.with("X-Name", "max").send("POST", path + "/start", null)))
                .isEqualTo("not-found");
        Client chief = other.with("X-Name", "chief");
        assertThat(json(chief.get(path)).path("own").asBoolean()).isFalse();
        assertThat(slug(chief.send("POST", path + "/start", null))).isEqualTo("forbidden");
        assertThat(chief.send("DELETE", path, null).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> create(Client who, String file, String format, String more) {
        int bytes = file.getBytes(StandardCharsets.UTF_8).length;
        return who.send(
                "POST",
                "api/imports",
                "{\"file\":\"users\",\"bytes\":%d,\"format\":\"%s\"%s}".formatted(bytes, format, more));
    }

    private HttpResponse<String> checked(Client who, String file, String format, String more) {
        HttpResponse<String> created = create(who, file, format, more);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "api/imports/" + json(created).path("id").asString();
        who.send("PUT", path + "/file", BYTES, file);
        world.userdeck.runMaintenance();
        return who.get(path);
    }

    private HttpResponse<String> imported(Client who, String file, String format, String more) {
        HttpResponse<String> checked = checked(who, file, format, more);
        String path = "api/imports/" + json(checked).path("id").asString();
        who.send("POST", path + "/start", null);
        world.userdeck.runMaintenance();
        return who.get(path);
    }

    private static String state(HttpResponse<String> answer) {
        return json(answer).path("state").asString();
    }

    private static List<Long> counts(HttpResponse<String> answer) {
        return List.of("rows", "created", "updated", "unchanged", "refused").stream()
                .map(name -> json(answer).path("report").path(name).asLong())
                .toList();
    }

    private List<String> emails() {
        return world.userdeck.users().list(UserQuery.of(Scope.all())).items().stream()
                .map(User::email)
                .toList();
    }

    private List<String> actions() {
        return world.userdeck.audit().list(AuditQuery.of(Scope.all())).items().stream()
                .map(AuditEvent::action)
                .toList();
    }
}
