package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users from a file over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class ImportsApiTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String CSV = "text/csv";
    private static final String LINES = "application/jsonl";
    private static final String GOOD = "email,name\nada@example.org,Ada\ngrace@example.org,Grace\n";

    private final String put = "api/imports/" + UUID.randomUUID();
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
    void aPreviewTellsWhatWouldHappenAndWritesNothing() {
        world.user(NewUser.withEmail("ada@example.org").name("Ada"));

        HttpResponse<String> answer = admin.send(
                "POST", "api/imports/preview?mode=upsert", CSV, GOOD + "ada@example.org,Countess\nno address,X\n");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(counts(answer)).containsExactly(4L, 1L, 1L, 1L, 1L);
        assertThat(json(answer).path("finished").asBoolean()).isTrue();
        assertThat(json(answer).at("/refusals/0/line").asInt()).isEqualTo(5);
        assertThat(json(answer).at("/refusals/0/reasons/0/field").asString()).isEqualTo("email");
        assertThat(json(answer).at("/refusals/0/reasons/0/message").asString()).isNotEmpty();
        assertThat(emails()).containsExactly("ada@example.org");
        assertThat(actions()).doesNotContain(DATA_IMPORTED);
    }

    @Test
    void anImportIsDoneOnceHoweverOftenItIsSent() {
        HttpResponse<String> first = admin.send("PUT", put, CSV, GOOD);
        HttpResponse<String> again = admin.send("PUT", put, CSV, GOOD);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(counts(first)).containsExactly(2L, 2L, 0L, 0L, 0L);
        assertThat(counts(again)).containsExactly(2L, 2L, 0L, 0L, 0L);
        assertThat(counts(admin.get(put))).containsExactly(2L, 2L, 0L, 0L, 0L);
        assertThat(emails()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
        AuditEvent event =
                world.userdeck.audit().list(AuditQuery.of(Scope.all())).items().get(0);
        assertThat(event.action()).isEqualTo(DATA_IMPORTED);
        assertThat(event.actor().name()).isEqualTo("ines");
    }

    @Test
    void jsonLinesAndDocumentsAreReadToo() {
        assertThat(admin.send("PUT", put, LINES, "{\"email\":\"ada@example.org\"}\n")
                        .statusCode())
                .isEqualTo(200);
        String other = "api/imports/" + UUID.randomUUID();
        assertThat(admin.send("PUT", other, "application/json", "{\"users\":[{\"email\":\"b@example.org\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(emails()).containsExactlyInAnyOrder("ada@example.org", "b@example.org");
    }

    @Test
    void aRowBeyondTheParsersLimitsIsThatRowsRefusal() {
        List<String> rows = List.of(
                "{\"email\":\"a@example.org\",\"name\":" + "9".repeat(2_000) + "}",
                "{\"email\":\"b@example.org\",\"name\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"" + "k".repeat(60_000) + "\":1}",
                "{\"email\":\"c@example.org\",\"name\":\"" + "n".repeat(3 * 1024 * 1024) + "\"}");
        String good = "{\"email\":\"good@example.org\"}";
        String lines = String.join("\n", rows) + "\n" + good;
        String document = "{\"users\":[" + String.join(",", rows) + "," + good + "]}";

        for (HttpResponse<String> answer : List.of(
                admin.send("POST", "api/imports/preview", LINES, lines),
                admin.send("POST", "api/imports/preview", "application/json", document),
                admin.send("PUT", put, LINES, lines),
                admin.send("PUT", "api/imports/" + UUID.randomUUID() + "?mode=upsert", "application/json", document))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).path("rows").asInt()).isEqualTo(5);
            assertThat(json(answer).path("refused").asInt()).isEqualTo(4);
        }
        assertThat(emails()).containsExactly("good@example.org");
    }

    @Test
    void whatIsNoFileOfUsersIsRefusedWithTheWayOut() {
        assertThat(refusals(admin.send("PUT", put, CSV, ""))).containsExactly("/file file-empty");
        assertThat(refusals(admin.send("PUT", put, CSV, "email,shoe size\n"))).containsExactly("/file columns-invalid");
        assertThat(refusals(admin.send(
                        "PUT",
                        put,
                        CSV,
                        new String(GOOD.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1))))
                .isNotEmpty();
        assertThat(refusals(admin.send("PUT", put, "application/json", "[]")))
                .containsExactly("/file document-invalid");

        HttpResponse<String> zip = admin.send("PUT", put, "application/zip", "PK");
        assertThat(zip.statusCode()).isEqualTo(415);
        assertThat(json(zip).path("detail").asString()).contains("text/csv").contains("application/jsonl");
        assertThat(admin.send("PUT", put + "?mode=replace", CSV, GOOD).statusCode())
                .isEqualTo(400);
        assertThat(admin.send("PUT", put + "?dryRun=true", CSV, GOOD).statusCode())
                .isEqualTo(400);
        assertThat(admin.send("PUT", "api/imports/my-file", CSV, GOOD).statusCode())
                .isEqualTo(404);
        assertThat(emails()).isEmpty();
    }

    @Test
    void whatIsToBeIgnoredIsPassedOver() {
        String file = "email,shoe size,hat\nada@example.org,38,6\n";

        assertThat(admin.send("PUT", put + "?ignore=shoe%20size,%20hat,", CSV, file)
                        .statusCode())
                .isEqualTo(200);
        assertThat(emails()).containsExactly("ada@example.org");
    }

    @Test
    void aFileThatBreaksOffIsToldAndNotFinished() {
        HttpResponse<String> answer =
                admin.send("PUT", put, LINES, "{\"email\":\"ada@example.org\"}\n{\"email\":\"gra");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("finished").asBoolean()).isFalse();
        assertThat(json(answer).at("/refusals/0/line").asInt()).isEqualTo(2);
        assertThat(emails()).containsExactly("ada@example.org");
    }

    @Test
    void whatIsWrongWithARowStandsInTheReport() {
        String file = String.join(
                "\n",
                "{\"email\":\"ada@example.org\"}",
                "{\"email\":\"ADA@example.org\"}",
                "{\"email\":\"b@example.org\",\"passwordHash\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}",
                "{\"email\":\"c@example.org\",\"name\":\"Zo\u00eb\"}",
                "{\"email\":\"d@example.org\",\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}",
                "{\"email\":\"e@example.org\"}",
                "");

        HttpResponse<String> answer = admin.send("PUT", put, LINES, file.getBytes(StandardCharsets.ISO_8859_1));
        HttpResponse<String> csv = admin.send(
                "PUT",
                "api/imports/" + UUID.randomUUID(),
                CSV,
                "email,name\nf@example.org,=1+1\n=1+1,Gus\nh@example.org,Hal,more\n");

        assertThat(reasons(answer))
                .containsExactly(
                        "2 email email-taken",
                        "3 passwordHash password-hash-unreadable",
                        "4  encoding-invalid",
                        "5  row-too-long");
        assertThat(reasons(csv)).containsExactly("3 email email-invalid", "4  cells-count");
        assertThat(emails()).containsExactlyInAnyOrder("ada@example.org", "e@example.org", "f@example.org");
        assertThat(answer.body()).doesNotContain("5f4dcc").contains("UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        Client small = world.serve(
                        builder -> builder.operators(DashboardFixture::byHeader).maxImportBytes(GOOD.length()))
                .with("X-Operator", "ADMIN");

        HttpResponse<String> answer = small.send("PUT", put, CSV, GOOD + "x");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("limit").asInt()).isEqualTo(GOOD.length());
        assertThat(small.send("PUT", put, CSV, GOOD).statusCode()).isEqualTo(200);
        assertThat(json(small.get("api/session")).at("/imports/maxBytes").asInt())
                .isEqualTo(GOOD.length());
    }

    @Test
    void anOperatorImportsIntoNoOtherTenant() {
        User stranger = world.user(NewUser.withEmail("eve@example.org"));
        Client ofAcme = client.with("X-Operator", "ADMIN@acme");
        String file = "{\"email\":\"ada@example.org\"}\n{\"email\":\"bob@example.org\",\"tenants\":[\"public\"]}\n"
                + "{\"id\":\"%s\",\"email\":\"eve@example.net\"}\n".formatted(stranger.id());

        HttpResponse<String> answer = ofAcme.send("PUT", put + "?mode=upsert", LINES, file);

        assertThat(counts(answer)).as(answer.body()).containsExactly(3L, 1L, 0L, 0L, 2L);
        assertThat(world.userdeck.users().list(UserQuery.of(Scope.of(ACME))).items())
                .extracting(User::email)
                .containsExactly("ada@example.org");
        assertThat(ofAcme.send("PUT", put + "?tenant=public", LINES, file).statusCode())
                .isEqualTo(404);
        assertThat(refusals(client.with("X-Operator", "ADMIN@acme,other").send("PUT", put, LINES, file)))
                .containsExactly("/tenant required");
    }

    @Test
    void anImportIsItsOperatorsOwn() {
        Client other = world.serve(builder ->
                builder.operators(request -> Optional.of(Operator.of(request.getHeader("X-Name"), Preset.ADMIN))));
        other.with("X-Name", "ines").send("PUT", put, CSV, GOOD);

        assertThat(other.with("X-Name", "ines").get(put).statusCode()).isEqualTo(200);
        assertThat(slug(other.with("X-Name", "max").get(put))).isEqualTo("not-found");
    }

    @Test
    void whoMayNoLongerIsStoppedBetweenBatchesAndGoesOnLater() {
        var asked = new AtomicInteger();
        Client demoted = world.serve(builder -> builder.operators(request ->
                Optional.of(Operator.of("ines", asked.incrementAndGet() == 1 ? Preset.ADMIN : Preset.VIEWER))));
        String file = "email\n"
                + IntStream.range(0, 600)
                        .mapToObj("u%d@example.org\n"::formatted)
                        .collect(Collectors.joining());

        HttpResponse<String> answer = demoted.send("PUT", put, CSV, file);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).at("/report/created").asInt()).isEqualTo(500);
        Client again = world.as(Preset.ADMIN);
        assertThat(counts(again.get(put))).containsExactly(500L, 500L, 0L, 0L, 0L);
        assertThat(refusals(again.send("PUT", put, CSV, GOOD))).containsExactly("/file other-file");
        assertThat(counts(again.send("PUT", put, CSV, file))).containsExactly(600L, 600L, 0L, 0L, 0L);
        assertThat(json(again.get("api/users/count")).path("count").asInt()).isEqualTo(600);
    }

    /** Each as its line, field and code. */
    private static List<String> reasons(HttpResponse<String> report) {
        return json(report)
                .path("refusals")
                .valueStream()
                .flatMap(row -> row.path("reasons")
                        .valueStream()
                        .map(reason -> row.path("line").asInt() + " "
                                + reason.path("field").asString() + " "
                                + reason.path("code").asString()))
                .toList();
    }

    private static List<Long> counts(HttpResponse<String> report) {
        return List.of("rows", "created", "updated", "unchanged", "refused").stream()
                .map(name -> json(report).path(name).asLong())
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
