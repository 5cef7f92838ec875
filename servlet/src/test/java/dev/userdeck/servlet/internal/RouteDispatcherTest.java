package dev.userdeck.servlet.internal;

import static dev.userdeck.servlet.HttpAssertions.assertInvalid;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.servlet.Browser;
import dev.userdeck.servlet.WebServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RouteDispatcherTest {
    private static WebServer server;
    private static Browser page;

    private final Logger logger = (Logger) LoggerFactory.getLogger(Problems.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = new WebServer("/app").servlet(new ProbeServlet(), "/api/*").start();
        page = new Browser(server.uri().resolve("/app/api"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void aRouteAnswersJsonThatNobodyKeeps() {
        HttpResponse<String> answer = page.get("/things");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[\"a\",\"b\"]");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    }

    @Test
    void recordsAreWrittenInOrderWithIdsAsTextAndNothingForNull() {
        assertThat(page.get("/view").body())
                .isEqualTo("{\"id\":\"ada\",\"at\":\"1970-01-01T00:00:00Z\",\"zulu\":1.10,\"alpha\":1}");
    }

    @Test
    void aLiteralWinsOverAParameterIfItHasTheMethod() {
        assertThat(page.get("/things/best").body()).isEqualTo("\"literal\"");
        assertThat(page.get("/things/worst").body()).isEqualTo("\"worst\"");
        assertThat(page.with("If-Match", "\"1\"")
                        .send("PUT", "/things/best", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void routesCanBeMountedBelowAPrefix() {
        assertThat(page.get("/recipes/demo/things").body()).isEqualTo("\"mounted\"");
        assertThat(page.get("/recipes/demo/users/ada/things").body()).isEqualTo("\"ada by ines\"");
        assertProblem(page.get("/recipes/demo"), 404, "not-found");
    }

    @Test
    void anUnknownPathIsAProblem() {
        for (String path : List.of("", "/", "/nothing", "/things/", "/things/a/b", "/THINGS")) {
            assertProblem(page.get(path), 404, "not-found");
        }
    }

    @Test
    void aWrongMethodIsToldWhichAreRight() {
        HttpResponse<String> answer = page.send("PATCH", "/things/best", BodyPublishers.noBody());

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, POST, PUT");
        assertProblem(page.send("OPTIONS", "/things", BodyPublishers.noBody()), 405, "method-not-allowed");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> answer = page.send("HEAD", "/things/x", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("3");
        assertThat(answer.body()).isEmpty();
        assertThat(page.send("HEAD", "/nothing", BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(page.send("HEAD", "/stream", BodyPublishers.noBody()).body()).isEmpty();
    }

    @Test
    void aPathParameterIsDecoded() {
        assertThat(page.get("/things/a%20%C3%A9+%3B").body()).isEqualTo("\"a é+;\"");
        assertThat(page.get("/things/x;jsessionid=1").body()).isEqualTo("\"x\"");
    }

    @Test
    void aPathThatCannotBeDecodedIsRefused() {
        assertProblem(page.get("/things/" + "x".repeat(256)), 400, "malformed");
        // Jetty refuses some of these itself; other containers pass them on: see RequestPathTest.
        for (String path : List.of(
                "/things/a%0Ab", "/things/a%2Fb", "/things/%00", "/things/%2e%2e", "/things/%FF", "/things//")) {
            assertThat(page.get(path).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void queryParametersHaveTypesBoundsAndFallbacks() {
        assertThat(page.get("/pages").body()).isEqualTo("{\"size\":50,\"q\":null,\"deep\":false}");
        assertThat(page.get("/pages?size=10&q=a+b%26&deep=true&other=1").body())
                .isEqualTo("{\"size\":10,\"q\":\"a b&\",\"deep\":true}");
    }

    @Test
    void aBadQueryParameterIsNamed() {
        for (String query : List.of("size=9", "size=101", "size=x", "size=", "size=1e1", "size=10&size=20")) {
            assertThat(assertProblem(page.get("/pages?" + query), 400, "malformed"))
                    .containsEntry("parameter", "size");
        }
        assertThat(assertProblem(page.get("/pages?deep=yes"), 400, "malformed")).containsEntry("parameter", "deep");
        assertThat(page.get("/pages?order=down&colours=red,blue").statusCode()).isEqualTo(200);
        assertThat(assertProblem(page.get("/pages?colours=red,,blue"), 400, "malformed"))
                .containsEntry("detail", "The parameter colours is one or more of red, green, blue");
        assertThat(assertProblem(page.get("/pages?order=Down"), 400, "malformed"))
                .containsEntry("detail", "The parameter order is one of up, down");
        assertThat(assertProblem(page.get("/pages?q=%00"), 400, "malformed")).containsEntry("parameter", "q");
        assertThat(assertProblem(page.get("/pages?q=" + "x".repeat(2001)), 400, "malformed"))
                .containsEntry("parameter", "q");
        assertProblem(page.get("/pages?q=%FF"), 400, "malformed");
    }

    @Test
    void aBodyIsBoundStrictly() {
        HttpResponse<String> answer =
                page.post("/things", "{\"name\":\"n\",\"size\":1,\"price\":1.10,\"tags\":[{\"text\":\"t\"}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"name\":\"n\",\"size\":1,\"price\":1.10,\"tags\":[{\"text\":\"t\"}]}");
        assertInvalid(page.post("/things", "{\"name\":\"n\",\"colour\":1}"), "/colour", "unknown-field");
        assertInvalid(page.post("/things", "{\"tags\":[{},{\"a/b\":1}]}"), "/tags/1/a~1b", "unknown-field");
        assertInvalid(page.post("/things", "{\"size\":\"1\"}"), "/size", "wrong-type");
        assertInvalid(page.post("/things", "{\"size\":1.5}"), "/size", "wrong-type");
        assertInvalid(page.post("/things", "{\"size\":99999999999}"), "/size", "wrong-type");
        assertInvalid(page.post("/things", "{\"name\":1}"), "/name", "wrong-type");
        assertInvalid(page.post("/things", "{\"name\":true}"), "/name", "wrong-type");
        assertInvalid(page.post("/things", "{\"tags\":{}}"), "/tags", "wrong-type");
        assertInvalid(page.post("/things", "{\"tags\":\"\"}"), "/tags", "wrong-type");
        assertInvalid(page.post("/things", "[]"), "", "wrong-type");
        assertInvalid(page.post("/things", "\"\""), "", "wrong-type");
        assertInvalid(page.post("/things", "null"), "", "wrong-type");
        assertInvalid(page.post("/things", "{\"size\":101}"), "", "invalid");
    }

    @Test
    void mapsKeepTheirOrderAndNumbersTheirDigits() {
        String json = "{\"b\":1.10,\"a\":12345678901234567890.123456789,\"c\":{\"z\":null,\"y\":1e400},"
                + "\"big\":123456789012345678901234567890}";

        assertThat(page.post("/maps", json).body()).isEqualTo(json.replace("1e400", "1E+400"));
    }

    @Test
    void whatIsNotJsonIsRefusedWithThePlace() {
        assertThat(assertProblem(page.post("/things", "{\"name\":\n  oops}"), 400, "malformed"))
                .containsEntry("line", 2);
        for (String body : List.of(
                "",
                " ",
                "{",
                "{\"name\":\"a\"",
                "{\"name\":\"a\",}",
                "{'name':'a'}",
                "{\"name\":\"a\"} {}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\u0001\"}",
                "{\"price\":" + "1".repeat(1001) + "}")) {
            assertProblem(page.post("/things", body), 400, "malformed");
        }
        assertProblem(page.post("/maps", "{\"a\":".repeat(101) + "1" + "}".repeat(101)), 400, "malformed");
    }

    @Test
    void whatNoDatabaseStoresIsRefused() {
        for (String text :
                List.of("\\u0000", "a\\\\\\u0000", "\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\ude00\\ud83d")) {
            assertProblem(page.post("/maps", "{\"a\":\"" + text + "\"}"), 400, "malformed");
        }
        assertThat(page.post("/maps", "{\"a\":\"\\ud83d\\ude00 \\\\u0000\"}").body())
                .isEqualTo("{\"a\":\"😀 \\\\u0000\"}");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE),
                "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))) {
            assertProblem(page.send("POST", "/maps", BodyPublishers.ofByteArray(body)), 400, "malformed");
        }
    }

    @Test
    void aBodyMustBeCalledJson() {
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json5",
                "application/json; charset=utf-16")) {
            assertProblem(page.with("Content-Type", type).post("/maps", "{}"), 415, "unsupported-media-type");
            assertProblem(page.with("Content-Type", type).post("/things/best", "x"), 415, "unsupported-media-type");
        }
        assertProblem(page.with("Content-Type", null).post("/maps", "{}"), 415, "unsupported-media-type");
        assertThat(page.with("Content-Type", "Application/JSON;charset=UTF-8")
                        .post("/maps", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(page.with("Content-Type", null).post("/things/best").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedAndTheClientGetsToReadIt() {
        byte[] body = "x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);

        assertThat(assertProblem(page.send("POST", "/maps", BodyPublishers.ofByteArray(body)), 413, "too-large"))
                .containsEntry("limit", 64 * 1024);
        assertProblem(
                page.send("POST", "/maps", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                413,
                "too-large");
        assertProblem(
                page.with("Content-Type", "text/plain").send("POST", "/maps", BodyPublishers.ofByteArray(body)),
                415,
                "unsupported-media-type");
        assertThat(page.post("/maps", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOfJustTheLimitIsTaken() {
        String json = "{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}";

        assertThat(page.post("/maps", json).statusCode()).isEqualTo(200);
        assertProblem(page.post("/maps", json + " "), 413, "too-large");
    }

    @Test
    void ifMatchIsAskedForWhereItIsNeeded() {
        assertProblem(page.send("PUT", "/things/x", BodyPublishers.noBody()), 428, "precondition-required");
    }

    @Test
    void whoIsNotSignedInIsRefusedBeforeTheBodyIsRead() {
        assertProblem(page.with("X-Who", "nobody").post("/things", "oops"), 401, "sign-in-required");
        assertProblem(page.get("/mine"), 401, "sign-in-required");
        assertThat(page.with("X-Who", "nobody").get("/all").headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void anOperatorNeedsThePermission() {
        assertThat(page.send("DELETE", "/things/x", BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertProblem(
                page.with("X-Who", "viewer").send("DELETE", "/things/x", BodyPublishers.noBody()), 403, "forbidden");
    }

    @Test
    void anOperatorOfSomeTenantsIsKeptFromWhatConcernsAll() {
        assertProblem(page.with("X-Who", "blue").get("/all"), 403, "forbidden");
        assertThat(page.with("X-Who", "blue").get("/some").body()).contains("blue");
    }

    @Test
    void aUserIsFoundWithinTheScopeOrNotAtAll() {
        assertThat(page.get("/users/ada/things").body()).isEqualTo("\"ada by ines\"");
        assertThat(page.with("X-Who", "blue").get("/users/ada/things").statusCode())
                .isEqualTo(200);
        assertProblem(page.with("X-Who", "red").get("/users/ada/things"), 404, "not-found");
        assertProblem(page.get("/users/bob/things"), 404, "not-found");
        assertProblem(page.get("/users/" + "x".repeat(129) + "/things"), 404, "not-found");
        assertProblem(page.get("/users/a%20b/things"), 404, "not-found");
    }

    @Test
    void aHandlersProblemIsSentAsItIs() {
        assertThat(assertProblem(page.get("/conflict"), 409, "conflict"))
                .containsEntry("detail", "It is in use")
                .containsEntry("uses", 3);
        assertProblem(page.get("/cursor"), 400, "cursor-invalid");
        assertThat(log.list).isEmpty();
    }

    @Test
    void anUnknownFailureIsLoggedOnceAndTellsTheClientItsTraceOnly() {
        HttpResponse<String> answer = page.get("/fails");

        Object trace = assertProblem(answer, 500, "internal").get("trace");
        assertThat(answer.body()).doesNotContain(ProbeServlet.SECRET).doesNotContain("Exception");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains("GET /fails", String.valueOf(trace));
            assertThat(event.getThrowableProxy()).isNotNull();
        });
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFailure() {
        assertProblem(page.get("/no-json"), 500, "internal");
        assertThat(log.list).hasSize(1);
    }

    @Test
    void aNumberThatNothingHasRoomForIsTheSendersFault() {
        for (String number : List.of("1e99999999999", "-1E-99999999999", "9".repeat(2_000))) {
            assertThat(page.post("/maps", "{\"n\":" + number + "}").statusCode())
                    .as(number)
                    .isIn(400, 422);
            assertThat(page.post("/things", "{\"price\":" + number + "}").statusCode())
                    .as(number)
                    .isIn(400, 422);
        }
    }

    /** A page asks a dozen times; an outage of an hour must not fill a disk. */
    @Test
    void anOutageTakesALineARequest() {
        page.get("/no-database");
        log.list.clear();
        for (int i = 0; i < 200; i++) {
            page.get("/no-database");
        }

        assertThat(log.list).hasSize(200).allSatisfy(event -> {
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage())
                    .hasSizeLessThan(200)
                    .contains("GET /no-database", "trace ", "Could not read a thing", "IllegalStateException")
                    .doesNotContain(ProbeServlet.SECRET);
        });
    }

    @Test
    void whatDoesNotPassByItselfIsLoggedWhole() {
        for (int i = 0; i < 3; i++) {
            assertProblem(page.get("/broken-statement"), 503, "storage-unavailable");
        }

        assertThat(log.list)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNotNull());
    }

    @Test
    void whatAnotherSiteMadeAnOperatorAskForIsAnEvent() {
        ProbeServlet.EVENTS.clear();
        Browser misled = page.with("Sec-Fetch-Site", "cross-site");

        misled.send("DELETE", "/things/x", BodyPublishers.noBody());
        misled.with("X-Who", "nobody").send("DELETE", "/things/x", BodyPublishers.noBody());

        assertThat(ProbeServlet.EVENTS).singleElement().satisfies(event -> {
            assertThat(event.actor().id()).isEqualTo("ines");
            assertThat(event.target()).isEqualTo("DELETE /things/{thing}");
            assertThat(event.changes()).extracting(AuditEvent.Change::after).containsExactly("cross-site");
        });
    }

    @Test
    void aDatabaseThatCannotAnswerIsToldAsSuch() {
        HttpResponse<String> answer = page.get("/no-database");

        assertProblem(answer, 503, "storage-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain(ProbeServlet.SECRET);
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN));
        assertThat(assertProblem(page.get("/busy"), 503, "busy")).containsKey("detail");
    }

    @Test
    void aDamagedDatabaseIsNotToldAsSomethingThatPasses() {
        HttpResponse<String> answer = page.get("/damaged-database");

        assertProblem(answer, 500, "storage-damaged");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).contains("Trying again won't help").doesNotContain(ProbeServlet.SECRET);
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.ERROR));
    }

    @Test
    void aStreamIsSentWhole() {
        HttpResponse<String> answer = page.get("/stream");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body()).hasSize(400_000);
    }

    @Test
    void aStreamThatBreaksIsNotTakenForAWholeOne() {
        assertThatThrownBy(() -> page.get("/broken-stream")).hasCauseInstanceOf(java.io.IOException.class);
        assertThat(log.list).hasSize(1);
    }

    @Test
    void aRequestFromElsewhereIsRefusedBeforeAnythingElse() {
        Browser nowhere = page.with("Sec-Fetch-Site", null).with("X-Who", "nobody");

        assertProblem(nowhere.post("/maps", "oops"), 403, "cross-site");
        assertProblem(nowhere.send("DELETE", "/things/x", BodyPublishers.noBody()), 403, "cross-site");
    }
}
