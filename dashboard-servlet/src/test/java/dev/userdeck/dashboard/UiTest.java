package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page and its files. */
@ExtendWith(TestDatabase.H2.class)
class UiTest {
    private static final String SCRIPT = "assets/app-1a2b3c4d.js";

    private DashboardFixture world;
    private Client client;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void everyAnswerCarriesThePolicy() {
        for (String path : new String[] {"", SCRIPT, "api/session", "assets/none.js", "api/none"}) {
            var headers = client.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                                    + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
                                    + " frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void thePageAndTheApiAreNotStored() {
        assertThat(client.get("").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(client.get("api/session").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void thePageIsForPeopleAlone() {
        assertThat(client.with("Accept", "text/html,*/*;q=0.8").get("users/1").statusCode())
                .isEqualTo(200);
        assertThat(client.with("Accept", "*/*").get("users/1").statusCode()).isEqualTo(404);
        assertThat(client.with("Accept", "image/png").get("favicon.ico").statusCode())
                .isEqualTo(404);
        assertThat(client.with("Accept", "*/*").get("").statusCode()).isEqualTo(200);
        assertThat(client.with("Accept", "text/html")
                        .send("POST", "users/1", null)
                        .statusCode())
                .isEqualTo(405);
        assertThat(client.with("Accept", "text/html")
                        .bare("HEAD", "users/1", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileIsKeptForever() {
        HttpResponse<String> script = client.get(SCRIPT);

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(script.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(script.body()).startsWith("console.log('the same again and again');");
    }

    @Test
    void aFileIsSentCompressedToWhoTakesIt() {
        String plain = client.get(SCRIPT).body();

        HttpResponse<byte[]> answer = bytes("gzip, deflate, br");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body().length).isLessThan(plain.length() / 4);
        assertThat(new String(unzipped(answer.body()), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(plain);
        assertThat(bytes("gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(bytes("identity").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void aFileThatIsKnownIsNotSentAgain() {
        String plainTag = client.get(SCRIPT).headers().firstValue("ETag").orElseThrow();
        String gzipTag = bytes("gzip").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = client.with("If-None-Match", plainTag).get(SCRIPT);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(gzipTag).isNotEqualTo(plainTag);
        assertThat(client.with("If-None-Match", gzipTag).get(SCRIPT).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMissingFileIsNotThePage() {
        var browser = client.with("Accept", "text/html");

        assertThat(browser.get("assets/app-00000000.js").statusCode()).isEqualTo(404);
        assertThat(browser.get("assets/").statusCode()).isEqualTo(404);
        assertThat(browser.get("assets").statusCode()).isEqualTo(404);
    }

    @Test
    void noPathLeadsOutOfTheList() {
        String[] paths = {
            "assets/secret.txt",
            "files.txt",
            "index.html",
            "assets/../files.txt",
            "assets/%2e%2e/files.txt",
            "assets/..%2ffiles.txt",
            "assets/%2e%2e%2f%2e%2e%2f%2e%2e%2flogback-test.xml",
            "assets/..%5cfiles.txt",
            "assets/%00",
            "assets/app-1a2b3c4d.js%00.css",
            "assets/%c0%ae%c0%ae/files.txt",
            "assets//app-1a2b3c4d.js",
            "assets/./app-1a2b3c4d.js;x=../y",
            "../../../../logback-test.xml",
        };
        for (String path : paths) {
            String answer = Client.raw(
                    world.port(), "GET /users/" + path + " HTTP/1.1", "Host: localhost:" + world.port(), "Accept: */*");

            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|404) .*");
            assertThat(answer).as(path).doesNotContain("not in the list").doesNotContain("<configuration>");
        }
    }

    @Test
    void thePageNamesTheWordsOfTheClassPath() {
        var named = Pattern.compile(
                        "<meta name=\"userdeck-language\" content=\"fr\" data-words=\"\\./(assets/fr-[\\w-]{22}\\.json)\" />")
                .matcher(client.get("").body());

        assertThat(named.find()).isTrue();
        HttpResponse<String> words = client.get(named.group(1));
        assertThat(words.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(words.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(words.body()).contains("\"users.title\":\"Utilisateurs\"");
    }

    @Test
    void theAppHasALanguageForThoseWhoAskForNoneThatThereIs() {
        assertThat(client.get("").body()).contains("<html lang=\"en\">");
        assertThat(world.serve(builder -> builder.language(Locale.GERMANY))
                        .get("")
                        .body())
                .contains("<html lang=\"de\">");
    }

    @Test
    void noSessionOfTheContainerIsOpened() {
        var withSessions = world.serve(builder -> builder.operators(DashboardFixture::byHeader));

        assertThat(withSessions.get("").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(withSessions
                        .with("X-Operator", "OWNER")
                        .get("api/session")
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    private HttpResponse<byte[]> bytes(String acceptEncoding) {
        var request = HttpRequest.newBuilder(world.mount().resolve(SCRIPT))
                .header("Accept-Encoding", acceptEncoding)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unzipped(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
