package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is kept, even if the process is killed at that very moment. */
@Tag("slow")
class KilledAppTest {
    private static final Pattern TOKEN = Pattern.compile("setup#([\\w-]+)");

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
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
