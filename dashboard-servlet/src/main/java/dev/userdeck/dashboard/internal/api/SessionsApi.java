package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.SESSIONS_END_EVERYONE;
import static dev.userdeck.operator.Permission.SESSIONS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.TenantDocuments.CountDocument;
import dev.userdeck.dashboard.internal.api.UserDocuments.SessionPage;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions over HTTP: those of one user page by page, and the end of everyone's. */
final class SessionsApi {
    /** How many there are on a page unless asked otherwise: the user page begins with so many. */
    static final int PAGE = 20;

    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, PAGE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<String> TENANT = Parameter.query("tenant");

    /** How many sessions a call ends: the page has an answer before it gives up, and calls again. */
    private static final int MOST = 10_000;

    private final Userdeck userdeck;

    SessionsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    /** How many sessions there are, of everyone. */
    public record SessionCount(CountDocument sessions) {}

    /** How many ended, and whether there are more: then call again. */
    public record EndedEveryone(int ended, boolean more) {}

    List<Route> routes() {
        return List.of(
                Route.get("/users/{userId}/sessions")
                        .summary("List a user's sessions")
                        .permission(SESSIONS_READ)
                        .parameters(SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, SessionPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(request -> Response.ok(page(request, request.require(SIZE), request.get(CURSOR)))),
                Route.get("/sessions")
                        .summary("Count the sessions of everyone")
                        .permission(SESSIONS_END_EVERYONE)
                        .handlesScope()
                        .parameters(TENANT)
                        .refusesUnknown()
                        .answers(200, SessionCount.class)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::count),
                Route.delete("/sessions")
                        .summary("End the sessions of everyone")
                        .permission(SESSIONS_END_EVERYONE)
                        .handlesScope()
                        .parameters(TENANT)
                        .refusesUnknown()
                        .answers(200, EndedEveryone.class)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::endEveryone));
    }

    /** A page of the sessions of the request's user. */
    SessionPage page(Request<Void> request, int size, @Nullable String cursor) {
        var query =
                SessionQuery.of(request.user().id(), request.scope()).size(size).cursor(cursor);
        Page<Session> page = userdeck.sessions().list(query);
        return UserDocuments.sessions(page, cursor == null ? count(query, page) : null);
    }

    /** Of a list that is longer than its first page, up to a hundred in one more statement. */
    private CountDocument count(SessionQuery query, Page<Session> first) {
        Page<Session> page =
                first.nextCursor() == null ? first : userdeck.sessions().list(query.size(SessionQuery.MAX_SIZE));
        return new CountDocument(page.items().size(), page.nextCursor() == null);
    }

    private Response count(Request<Void> request) {
        return Response.ok(new SessionCount(CountDocument.of(userdeck.sessions().count(scope(request)))));
    }

    private Response endEveryone(Request<Void> request) {
        int ended = userdeck.sessions().revokeEveryone(scope(request), MOST, request.actor());
        return Response.ok(new EndedEveryone(ended, ended == MOST));
    }

    private Scope scope(Request<Void> request) {
        return TenantScope.of(userdeck.tenants(), request, TENANT);
    }
}
