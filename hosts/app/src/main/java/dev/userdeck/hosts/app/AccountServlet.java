package dev.userdeck.hosts.app;

import dev.userdeck.servlet.SessionFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page of the app's own, for people who are signed in. */
final class AccountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter()
                .print(SessionFilter.session(request)
                        .map(session -> "signed in as " + session.userId().value())
                        .orElse("nobody"));
    }
}
