package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.AUDIT_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEventId;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.internal.api.AuditDocuments.AuditEventDocument;
import dev.userdeck.dashboard.internal.api.AuditDocuments.AuditLog;
import dev.userdeck.dashboard.internal.api.AuditDocuments.TimelinePage;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit log and users' timelines over HTTP, each with the events within the operator's scope. */
final class AuditApi {
    /** How many events the user page begins with. */
    static final int TIMELINE = 20;

    private static final Parameter<String> ACTOR = Parameter.query("actor");
    private static final Parameter<String> ACTION = Parameter.query("action");
    private static final Parameter<String> USER = Parameter.query("user");
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> FROM = Parameter.query("from");
    private static final Parameter<String> TO = Parameter.query("to");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<Integer> TIMELINE_SIZE = Parameter.number("size", 10, 100, TIMELINE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<String> EVENT = Parameter.path("eventId");

    private static final int MAX_ACTION = 64;
    private static final int MAX_ACTOR = 128;

    private final Userdeck userdeck;

    AuditApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/audit")
                        .summary("List audit events")
                        .permission(AUDIT_READ)
                        .handlesScope()
                        .parameters(ACTOR, ACTION, USER, TENANT, FROM, TO, SIZE, CURSOR)
                        .answers(200, AuditLog.class)
                        .problems(ProblemType.CURSOR_INVALID, ProblemType.NOT_FOUND)
                        .handle(this::list),
                Route.get("/audit/{eventId}")
                        .summary("Read an audit event")
                        .permission(AUDIT_READ)
                        .handlesScope()
                        .parameters(EVENT)
                        .answers(200, AuditEventDocument.class)
                        .handle(this::read),
                Route.get("/users/{userId}/timeline")
                        .summary("List what was done to a user")
                        .permission(AUDIT_READ)
                        .parameters(TIMELINE_SIZE, CURSOR)
                        .answers(200, TimelinePage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(request ->
                                Response.ok(timeline(request, request.require(TIMELINE_SIZE), request.get(CURSOR)))));
    }

    private Response list(Request<Void> request) {
        var query = AuditQuery.of(TenantScope.of(userdeck.tenants(), request, TENANT))
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR));
        query = on(by(doing(within(query, request), request.get(ACTION)), request.get(ACTOR)), request.get(USER));
        Page<AuditEvent> page = userdeck.audit().list(query);
        Map<UserId, DisplayName> names = userdeck.users().displayNames(people(page.items()), request.scope());
        return Response.ok(new AuditLog(
                documents(page.items(), names),
                page.nextCursor(),
                page.previousCursor(),
                userdeck.audit().retention().map(Duration::toDays).orElse(null)));
    }

    private Response read(Request<Void> request) {
        AuditEvent event = Optional.of(request.require(EVENT))
                .filter(AuditEventId::isValid)
                .flatMap(id -> userdeck.audit().find(new AuditEventId(id), request.scope()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                        .detail("There is no such event, or it is no longer kept.")
                        .exception());
        return Response.ok(
                AuditDocuments.event(event, userdeck.users().displayNames(people(List.of(event)), request.scope())));
    }

    /** A page of what happened to the request's user. Who that is needs no statement, and so most pages need none. */
    TimelinePage timeline(Request<Void> request, int size, @Nullable String cursor) {
        UserId user = request.user().id();
        Page<AuditEvent> page = userdeck.audit()
                .list(AuditQuery.of(request.scope()).user(user).size(size).cursor(cursor));
        Set<UserId> others = people(page.items());
        others.remove(user);
        var names = new HashMap<>(userdeck.users().displayNames(others, request.scope()));
        names.put(user, AuditDocuments.name(request.user()));
        return new TimelinePage(documents(page.items(), names), page.nextCursor(), page.previousCursor());
    }

    private static List<AuditEventDocument> documents(List<AuditEvent> events, Map<UserId, DisplayName> names) {
        return events.stream().map(event -> AuditDocuments.event(event, names)).toList();
    }

    private static Set<UserId> people(List<AuditEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.of(
                                event.user(),
                                event.actor().kind() == Actor.Kind.USER
                                                && event.actor().id() != null
                                        ? new UserId(event.actor().id())
                                        : null)
                        .flatMap(Stream::ofNullable))
                .collect(Collectors.toSet());
    }

    private static AuditQuery within(AuditQuery query, Request<Void> request) {
        Instant from = FilterValues.from(FROM, request.get(FROM));
        Instant to = FilterValues.to(TO, request.get(TO));
        if (from != null && to != null && !from.isBefore(to)) {
            throw FilterValues.refused(TO, "is not after from");
        }
        AuditQuery since = from == null ? query : query.from(from);
        return to == null ? since : since.to(to);
    }

    private static AuditQuery doing(AuditQuery query, @Nullable String action) {
        if (action == null) {
            return query;
        }
        if (action.isEmpty() || action.length() > MAX_ACTION) {
            throw FilterValues.refused(ACTION, "is an action such as user.signed-in, or the part up to the dot");
        }
        return query.action(action);
    }

    /** {@code operator}, or {@code operator:} and the id of one. */
    private static AuditQuery by(AuditQuery query, @Nullable String actor) {
        if (actor == null) {
            return query;
        }
        int colon = actor.indexOf(':');
        String word = colon < 0 ? actor : actor.substring(0, colon);
        AuditQuery narrowed = Stream.of(Actor.Kind.values())
                .filter(kind -> ConstantNames.of(kind).equals(word))
                .findFirst()
                .map(query::actor)
                .orElseThrow(() -> FilterValues.refused(
                        ACTOR, "is operator, user, anonymous or system, or one of the first two with : and an id"));
        if (colon < 0) {
            return narrowed;
        }
        String id = actor.substring(colon + 1);
        if (id.isEmpty() || id.length() > MAX_ACTOR) {
            throw FilterValues.refused(ACTOR, "has an id of 1 to " + MAX_ACTOR + " characters after the :");
        }
        return narrowed.actor(id);
    }

    private static AuditQuery on(AuditQuery query, @Nullable String user) {
        if (user == null) {
            return query;
        }
        if (!UserId.isValid(user)) {
            throw FilterValues.refused(USER, "is the id of a user");
        }
        return query.user(new UserId(user));
    }
}
