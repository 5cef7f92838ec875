package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.data.ImportJobId;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserFilter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is kept, even if the process is killed at that very moment. */
@Tag("slow")
class KilledAppTest {
    private static final Pattern TOKEN = Pattern.compile("setup#([\\w-]+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    /** More than are written while somebody looks. */
    private static final int ROWS = 8_000;

    @TempDir
    private Path data;

    @Test
    void userOperatorAndSessionsSurviveAKillRightAfterTheAnswer() throws Exception {
        String operator;
        String ada;
        try (var app = AppProcess.start(data)) {
            assertThat(app.lastLines()).contains("The app: ", "setup#" + token(app.output()));
            operator = cookie(app.post("/dashboard/api/setup", operatorWith(token(app.output()))));
            ada = cookie(app.post("/auth/signup", credentials()));
            app.kill();
        }

        try (var app = AppProcess.start(data)) {
            assertThat(app.get("/", ada).body()).contains("You are signed in as <strong>ada@example.org</strong>");
            assertThat(app.get("/dashboard/api/users", operator).body()).contains("ada@example.org");
            assertThat(app.post("/auth/signin", credentials()).statusCode()).isEqualTo(200);
            assertThat(app.output()).doesNotContain("setup#");
            assertThat(app.lastLines()).contains("Sign in with the email and password of an operator");
            HttpResponse<String> nowhere = app.get("/no/such/page", ada);
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("There is nothing here", "href=\"/\"");
        }
    }

    /** The operator's browser has no part in it: nobody is signed in to the node that goes on. */
    @Test
    void anImportIsGoneOnWithByTheNextNodeAndDoesNoRowTwice() throws Exception {
        String file = IntStream.range(0, ROWS)
                .mapToObj("person%05d@example.org\n"::formatted)
                .collect(Collectors.joining("", "email\n", "ada@example.org\nADA@example.org\n"));
        String id;
        try (var app = AppProcess.start(data)) {
            String cookie = cookie(app.post("/dashboard/api/setup", operatorWith(token(app.output()))));
            var asked = "{\"file\": \"people.csv\", \"bytes\": %d, \"format\": \"csv\", \"tenant\": \"public\"}";
            HttpResponse<String> created =
                    app.send("POST", "/dashboard/api/imports", asked.formatted(file.length()), "Cookie", cookie);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            Matcher named = ID.matcher(created.body());
            assertThat(named.find()).isTrue();
            id = named.group(1);
            String path = "/dashboard/api/imports/" + id;
            app.put(path + "/file", file, cookie);
            await(app, path, cookie, "\"state\":\"checked\"");
            app.send("POST", path + "/start", "", "Cookie", cookie);
            await(app, path, cookie, "\"rows\":[1-9]");
            assertThat(app.get(path, cookie).body()).contains("\"state\":\"running\"");
            app.kill();
        }

        try (var next = Userdeck.builder()
                .h2File(data.resolve("quickstart"))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))) // the dead one says nothing any more
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start()) {
            Operator anybody = Operator.of("max", Preset.OWNER);
            var job = new ImportJobId(id);
            while (next.importJobs().find(job, anybody).orElseThrow().state().isAtWork()) {
                next.runMaintenance();
            }

            assertThat(next.importJobs().find(job, anybody).orElseThrow()).satisfies(end -> {
                assertThat(end.state()).isEqualTo(ImportJobState.FINISHED);
                assertThat(end.progress().created()).isEqualTo(ROWS + 1L);
                assertThat(end.progress().refused()).isEqualTo(1);
            });
            assertThat(next.users().count(Scope.all(), UserFilter.none()).number())
                    .isEqualTo(ROWS + 1L);
        }
    }

    private static void await(AppProcess app, String path, String cookie, String part) throws Exception {
        Pattern awaited = Pattern.compile(part);
        String body;
        do {
            HttpResponse<String> answer = app.get(path, cookie);
            body = answer.body();
            assertThat(answer.statusCode()).as(body).isEqualTo(200);
        } while (!awaited.matcher(body).find());
    }

    private static String token(String output) {
        Matcher matcher = TOKEN.matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return matcher.group(1);
    }

    private static String operatorWith(String token) {
        return """
                {"token": "%s", "email": "ines@example.org", "name": "Ines", "password": "granite otter sundial 12"}""".formatted(token);
    }

    private static String credentials() {
        return """
                {"email": "ada@example.org", "password": "plum tundra violet 47"}""";
    }

    private static String cookie(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 204);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
