package dev.userdeck.servlet;

import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.servlet.internal.RoutedRequest;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.session.Sessions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routes of {@link AuthServlet} by which users see where they are signed in, and end what they don't know. A user's own
 * sessions alone, and those of the servlet's tenant: whose they are is the session's to say, never the request's.
 */
final class SessionRoutes {
    private static final Parameter<Integer> SIZE =
            Parameter.number("size", 1, SessionQuery.MAX_SIZE, SessionQuery.DEFAULT_SIZE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<String> HANDLE = Parameter.path("handle");

    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionRoutes(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/sessions")
                        .summary("List my sessions")
                        .forUsers()
                        .parameters(SIZE, CURSOR)
                        .refusesUnknown()
                        .answersPage(200, OwnSession.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::list),
                Route.delete("/sessions/others")
                        .summary("End my other sessions")
                        .forUsers()
                        .answers(200, Ended.class)
                        .handle(this::endOthers),
                Route.delete("/sessions/{handle}")
                        .summary("End one of my sessions")
                        .forUsers()
                        .parameters(HANDLE)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::end));
    }

    /**
     * A session as its user may see it.
     *
     * @param handle names it, and opens nothing
     * @param current whether it is the one that asks
     * @param method how the user signed in, as in {@code password}
     * @param device what it runs on, by what the client said of itself at sign-in: a hint, and no evidence
     * @param ip the client's address at sign-in
     * @param userAgent what the client said of itself
     * @param createdAt when the user signed in
     * @param lastUsedAt to the minute
     * @param expiresAt when it ends if it isn't used again
     */
    record OwnSession(
            String handle,
            boolean current,
            String method,
            Device device,
            @Nullable String ip,
            @Nullable String userAgent,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    /** How many sessions ended. */
    record Ended(int ended) {}

    private Response list(Request<Void> request) {
        Session current = request.session().orElseThrow();
        var query = SessionQuery.of(current.userId(), request.scope())
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR));
        return Response.ok(sessions.list(query).map(session -> own(session, current)));
    }

    private static OwnSession own(Session session, Session current) {
        return new OwnSession(
                session.handle().value(),
                session.handle().equals(current.handle()),
                session.method(),
                Device.of(session.userAgent()),
                session.ip(),
                session.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }

    private Response endOthers(Request<Void> request) {
        Session current = request.session().orElseThrow();
        return Response.ok(
                new Ended(sessions.revokeOthers(current.userId(), current.handle(), request.scope(), request.actor())));
    }

    /** Of somebody else's session one learns no more than of one that never was. */
    private Response end(Request<Void> request) {
        Session current = request.session().orElseThrow();
        var handle = new SessionHandle(request.require(HANDLE));
        if (!sessions.revoke(current.userId(), handle, request.scope(), request.actor())) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("You have no such session; it may have ended.")
                    .exception();
        }
        if (handle.equals(current.handle())) {
            RoutedRequest.setCookies(request, cookie.removing(RoutedRequest.http(request)));
        }
        return Response.noContent();
    }
}
