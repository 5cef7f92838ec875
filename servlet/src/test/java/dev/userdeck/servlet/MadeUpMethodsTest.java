package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** A method is the caller's text, as a path is: none of it is in the log, and no other one makes another line. */
@ExtendWith(TestDatabase.H2.class)
class MadeUpMethodsTest {
    private static final String LINE =
            "Refused Another method of what needs a session to someone unknown: sign-in-required";
    private static final int LINES_A_MINUTE = 5;

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.userdeck.access");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Userdeck userdeck;
    private WebServer server;
    private Browser visitor;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        server = new WebServer("/app")
                .filter(new LaxContainer(), "/*")
                .filter(SessionFilter.builder(userdeck).required().build(), "/account")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .servlet(new NothingServlet(), "/account")
                .start();
        visitor = new Browser(server.uri().resolve("/app"));
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        server.close();
        userdeck.close();
    }

    @Test
    void aRefusedOneIsNotInTheLog() {
        List<String> methods = List.of(
                "FOO",
                "get",
                "PROPFIND",
                "A".repeat(2_000),
                "GET\r\nRefused DELETE /users to ada@example.org",
                "",
                "\u202e\0");

        for (String method : methods) {
            assertProblem(asking(method, "/account"), 401, "sign-in-required");
        }

        assertThat(lines()).as("all of them are one").hasSize(LINES_A_MINUTE).containsOnly(LINE);
    }

    @Test
    void whatAContainerTakesIsNotEither() {
        String method = "FOO'`|~!#$%&*+-.^_" + "x".repeat(500);

        assertProblem(visitor.send(method, "/account", BodyPublishers.noBody()), 401, "sign-in-required");

        assertThat(lines()).containsExactly(LINE);
    }

    @Test
    void aRouteAnswersThatItHasNoSuchMethod() {
        assertProblem(asking("FOO\nBAR", "/auth/signin"), 405, "method-not-allowed");
        assertProblem(asking("FOO\nBAR", "/auth/nothing"), 404, "not-found");

        assertThat(lines()).isEmpty();
    }

    private HttpResponse<String> asking(String method, String path) {
        return visitor.with(LaxContainer.METHOD, URLEncoder.encode(method, UTF_8))
                .get(path);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Hands on any text for a method, as a container might that checks less than Jetty. */
    private static final class LaxContainer extends HttpFilter {
        static final String METHOD = "X-Method";
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String method = request.getHeader(METHOD);
            chain.doFilter(method == null ? request : asking(request, URLDecoder.decode(method, UTF_8)), response);
        }

        private static HttpServletRequest asking(HttpServletRequest request, String method) {
            return new HttpServletRequestWrapper(request) {
                @Override
                public String getMethod() {
                    return method;
                }
            };
        }
    }

    /** What is behind the filter. */
    private static final class NothingServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(204);
        }
    }
}
