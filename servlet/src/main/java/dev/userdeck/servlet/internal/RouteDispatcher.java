package dev.userdeck.servlet.internal;

import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.servlet.internal.RouteTable.Match;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request to its route and the answer back. Checks, in this order and each before the next: the path (404) and
 * method (405), the site it comes from (403), who calls (401) and whether this caller may (403), fresh proof (403), {@code
 * If-Match} (428), the parameters (400), the body (415, 413, 400, 422), the user that the path names (404), and whether this caller looks
 * after all of the user where it concerns all (409). Then the handler runs.
 */
public final class RouteDispatcher {
    private final RouteTable routes;
    private final Users users;
    private final SameOrigin sameOrigin;
    private final Authenticator callers;
    private final Json json;
    private final Problems problems;
    private final Refusals refusals;

    /** What is known of a request so far. */
    private static final class Attempt {
        private String doing;
        private @Nullable Route route;
        private @Nullable Caller caller;

        private Attempt(String method) {
            this.doing = method;
        }
    }

    /** Serves these routes. */
    public RouteDispatcher(
            RouteTable routes,
            Users users,
            SameOrigin sameOrigin,
            Authenticator callers,
            Json json,
            Problems problems,
            Refusals refusals) {
        this.routes = routes;
        this.users = users;
        this.sameOrigin = sameOrigin;
        this.callers = callers;
        this.json = json;
        this.problems = problems;
        this.refusals = refusals;
    }

    /**
     * Answers a request whose path below the servlet's mapping is that of a route.
     *
     * @throws IOException if the answer can't be sent, or broke off
     */
    public void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> segments;
        try {
            segments = RequestPath.segments(request);
        } catch (RuntimeException e) {
            refuse(e, new Attempt(Refusals.method(request)), request, response);
            return;
        }
        dispatch(request, response, segments);
    }

    /**
     * Answers a request.
     *
     * @param segments the path below the routes' root, decoded: see {@link RequestPath}
     * @throws IOException if the answer can't be sent, or broke off
     */
    public void dispatch(HttpServletRequest request, HttpServletResponse response, List<String> segments)
            throws IOException {
        var attempt = new Attempt(Refusals.method(request));
        try {
            Match match = routes.find(request.getMethod(), segments);
            if (match instanceof Match.Found found) {
                attempt.doing = found.name();
                attempt.route = found.route();
                send(found.route(), answer(found, attempt, request, response), request, response);
                return;
            }
            if (match instanceof Match.WrongMethod wrong) {
                response.setHeader("Allow", String.join(", ", wrong.allowed()));
                throw Problem.of(ProblemType.METHOD_NOT_ALLOWED).exception();
            }
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        } catch (RuntimeException e) {
            refuse(e, attempt, request, response);
        }
    }

    private void refuse(RuntimeException e, Attempt attempt, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String doing = attempt.doing;
        Problem problem = problems.of(e, doing);
        if (problem.type().equals(ProblemType.CROSS_SITE)) {
            attempt.caller = misled(attempt, request, response);
        }
        refusals.note(problem, doing, attempt.route, attempt.caller);
        if (response.isCommitted()) {
            // A client must not take half an answer for a whole one: the container breaks the connection.
            throw new IOException(doing + " broke off: " + problem.type().title());
        }
        problems.send(problem, request, response);
    }

    /** The operator whose browser another site made to ask, if there is one: that is worth an event. */
    private @Nullable Caller misled(Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        Route route = attempt.route;
        if (route == null || route.audience() != Audience.OPERATOR) {
            return null;
        }
        try {
            return callers.find(route, request, response).using(request);
        } catch (ProblemException | StorageException e) {
            return null;
        }
    }

    private Response answer(
            Match.Found found, Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        Route route = found.route();
        if (!route.method().isSafe()) {
            if (callers.canBeForged(route, request)) {
                sameOrigin.check(request);
            }
            RequestBody.requireType(request, route);
        }
        Caller caller = callers.find(route, request, response).using(request);
        attempt.caller = caller;
        authorise(route, caller);
        if (route.needsFreshProof() && caller.proof() != null) {
            caller.proof().run();
        }
        Preconditions.require(route, request);
        var parameters = ParameterValues.read(route, found.values(), request.getQueryString());
        Object body = RequestBody.of(request, route, json);
        User user = user(route, found.values().get("userId"), caller.scope());
        var routed = new RoutedRequest(found.name(), request, response, caller, parameters, body, user);
        return user != null && route.concernsWholeUser()
                ? asWhole(user, caller.scope(), () -> route.handle(routed))
                : route.handle(routed);
    }

    private Response asWhole(User user, Scope scope, Supplier<Response> work) {
        try {
            return users.withWholeUser(user.id(), scope, work);
        } catch (PartlyOutOfScopeException e) {
            if (users.find(user.id(), scope).isEmpty()) {
                // has left the operator's tenants since
                throw Problem.of(ProblemType.NOT_FOUND).exception();
            }
            throw e;
        }
    }

    private static void authorise(Route route, Caller caller) {
        if (route.audience() == Audience.USER && caller.session() == null) {
            throw Problem.of(ProblemType.SIGN_IN_REQUIRED).exception();
        }
        if (route.audience() != Audience.OPERATOR) {
            return;
        }
        Operator operator = caller.operator();
        if (operator == null) {
            throw Problem.of(ProblemType.SIGN_IN_REQUIRED).exception();
        }
        if (operator.readOnly() && !route.changesNothing()) {
            throw Problem.of(ProblemType.READ_ONLY).exception();
        }
        if (route.permission() == null || !operator.may(route.permission())) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("This needs the permission " + route.permission())
                    .exception();
        }
        if (route.scopeKind() == ScopeKind.APP && !caller.scope().equals(Scope.all())) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("This concerns all tenants; you may see some of them")
                    .exception();
        }
    }

    /** An id that can't be one is answered like one that nobody has, and like a user of another tenant. */
    private @Nullable User user(Route route, @Nullable String id, Scope scope) {
        if (!route.scopeKind().isOfUser()) {
            return null;
        }
        if (id == null || !UserId.isValid(id)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return users.find(new UserId(id), scope)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private void send(Route route, Response answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Written out before anything is sent: what can't be written is still a clean 500.
        byte[] body = answer.body() == null ? null : json.write(answer.body());
        UnreadBody.drain(request);
        response.setStatus(answer.status());
        // Added and not set: a cookie of the host's may be there already.
        answer.headers().forEach(response::addHeader);
        Response.Stream stream = answer.stream();
        if (stream == null) {
            if (body == null) {
                ResponseWriter.headers(response);
            } else {
                ResponseWriter.send("application/json", body, request, response);
            }
            return;
        }
        ResponseWriter.headers(response);
        response.setContentType(
                answer.headers().getOrDefault("Content-Type", route.streams().get(0)));
        if (!request.getMethod().equals("HEAD")) {
            stream.writeTo(response.getOutputStream());
        }
    }
}
