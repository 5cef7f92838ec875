package dev.userdeck.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.servlet.Browser;
import dev.userdeck.servlet.WebServer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a container may pass on, or fail at, that Jetty doesn't. */
class RequestPathTest {

    @Test
    void theMountWithoutItsSlashIsReachedWhereTheContainerCanNotTellTheMapping() {
        try (var server = new WebServer("/app")
                .filter(RequestPathTest::failAtTheMapping, "/*")
                .servlet(new Segments(), "/admin/*")
                .start()) {
            var browser = new Browser(server.uri());

            assertThat(browser.get("/app/admin").body()).isEqualTo("[]");
            assertThat(browser.get("/app/admin/users/a%2Bb").body()).isEqualTo("[users, a+b]");
        }
    }

    @Test
    void aSegmentIsDecodedOnce() {
        assertThat(RequestPath.decode("a%2520b%C3%A9%F0%9F%98%80+")).isEqualTo("a%20bé😀+");
    }

    @Test
    void whatCouldLeadElsewhereIsRefused() {
        for (String segment : List.of(
                "a%2Fb",
                "%2f",
                "%00",
                "a%00",
                ".",
                "..",
                "%2e%2E",
                ".%2e",
                "%7F",
                "%0d%0a",
                "%",
                "%4",
                "%zz",
                "%+1",
                "%C0%AF",
                "%ED%A0%80",
                "%FF")) {
            assertThatThrownBy(() -> RequestPath.decode(segment))
                    .as(segment)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.code()).isEqualTo("malformed"));
        }
    }

    private static void failAtTheMapping(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public HttpServletMapping getHttpServletMapping() {
                        throw new NullPointerException("matchValue is null");
                    }
                },
                response);
    }

    /** Writes where it was asked. */
    private static final class Segments extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(RequestPath.segments(request));
        }
    }
}
