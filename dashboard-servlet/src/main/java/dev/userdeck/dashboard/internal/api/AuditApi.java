package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.AUDIT_EXPORT;
import static dev.userdeck.operator.Permission.AUDIT_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEventId;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.internal.api.AuditDocuments.AuditEventDocument;
import dev.userdeck.dashboard.internal.api.AuditDocuments.AuditLog;
import dev.userdeck.dashboard.internal.api.AuditDocuments.TimelinePage;
import dev.userdeck.data.AuditExport;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log and users' timelines over HTTP, each with the events within the operator's scope. */
final class AuditApi {
    /** How many events the user page begins with. */
    static final int TIMELINE = 20;

    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<Integer> TIMELINE_SIZE = Parameter.number("size", 10, 100, TIMELINE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<String> EVENT = Parameter.path("eventId");

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
                        .parameters(AuditParameters.and(SIZE, CURSOR))
                        .refusesUnknown()
                        .answers(200, AuditLog.class)
                        .problems(ProblemType.CURSOR_INVALID, ProblemType.NOT_FOUND)
                        .handle(this::list),
                Route.get("/audit/export")
                        .summary("Export audit events to a file")
                        .permission(AUDIT_EXPORT)
                        .handlesScope()
                        .parameters(AuditParameters.and(UserDataApi.FORMAT))
                        .refusesUnknown()
                        .streams(UserDataApi.CSV, UserDataApi.JSON_LINES)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::export),
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
                        .parameters(AuditParameters.ACTION, AuditParameters.ACTOR, TIMELINE_SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, TimelinePage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::timeline));
    }

    private Response list(Request<Void> request) {
        AuditQuery query = AuditParameters.query(userdeck.tenants(), request)
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR));
        Page<AuditEvent> page = userdeck.audit().list(query);
        Map<UserId, DisplayName> names = userdeck.users().displayNames(people(page.items()), request.scope());
        return Response.ok(new AuditLog(
                documents(page.items(), names),
                page.nextCursor(),
                page.previousCursor(),
                userdeck.audit().retention().map(Duration::toDays).orElse(null)));
    }

    private Response export(Request<Void> request) {
        AuditQuery query = AuditParameters.query(userdeck.tenants(), request);
        return UserDataApi.file(
                request,
                "audit",
                (format, out) ->
                        userdeck.data().exportAuditEvents(AuditExport.of(query, format), out, request.actor()));
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

    private Response timeline(Request<Void> request) {
        AuditQuery query = AuditQuery.of(request.scope())
                .size(request.require(TIMELINE_SIZE))
                .cursor(request.get(CURSOR));
        return Response.ok(timeline(request, AuditParameters.ofKind(query, request)));
    }

    /** What the page of the request's user begins with. */
    TimelinePage newest(Request<Void> request) {
        return timeline(request, AuditQuery.of(request.scope()).size(TIMELINE));
    }

    /** A page of what happened to the request's user. Who that is needs no statement, and so most pages need none. */
    private TimelinePage timeline(Request<Void> request, AuditQuery query) {
        UserId user = request.user().id();
        Page<AuditEvent> page = userdeck.audit().list(query.user(user));
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
}
