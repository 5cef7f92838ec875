package dev.userdeck.dashboard.internal;

import static dev.userdeck.operator.Permission.SESSIONS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.UserDocuments.Deletion;
import dev.userdeck.dashboard.internal.UserDocuments.SessionPage;
import dev.userdeck.dashboard.internal.UserDocuments.UserPage;
import dev.userdeck.dashboard.internal.UserDocuments.UserRecord;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.paging.Paged;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users and their sessions over HTTP. */
final class UsersApi {
    static final Parameter<String> SORT = Parameter.query("sort");
    static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    static final Parameter<String> CURSOR = Parameter.query("cursor");
    static final Parameter<String> TENANT = Parameter.query("tenant");
    static final Parameter<String> JOINED_FROM = Parameter.query("joinedFrom");
    static final Parameter<String> JOINED_TO = Parameter.query("joinedTo");
    static final Parameter<String> HANDLE = Parameter.path("handle");

    private static final int SESSIONS = 100;

    private final Userdeck userdeck;
    private final Panels panels;
    private final RecipeFilters filters;

    UsersApi(Userdeck userdeck, Panels panels) {
        this.userdeck = userdeck;
        this.panels = panels;
        this.filters = new RecipeFilters(userdeck.recipes());
    }

    /** What narrows and orders the list. */
    Parameter<?>[] listParameters() {
        return Stream.concat(
                        Stream.of(SORT, SIZE, CURSOR, TENANT, JOINED_FROM, JOINED_TO), filters.parameters().stream())
                .toArray(Parameter<?>[]::new);
    }

    Response list(Request<Void> request) {
        Scope scope = scope(request);
        Paged<User> page = userdeck.users()
                .list(filters.applied(UserQuery.within(scope), request)
                        .joined(
                                FilterValues.from(JOINED_FROM, request.get(JOINED_FROM)),
                                FilterValues.to(JOINED_TO, request.get(JOINED_TO)))
                        .sortedBy(sort(request.get(SORT)))
                        .sized(request.require(SIZE))
                        .at(request.get(CURSOR)));
        Cells cells = panels.cells(request.operator(), page.items(), scope);
        return Response.ok(new UserPage(
                page.items().stream()
                        .map(user -> UserDocuments.row(user, cells))
                        .toList(),
                page.next(),
                page.previous()));
    }

    Response page(Request<Void> request) {
        User user = request.user();
        return Response.ok(new UserRecord(
                        UserDocuments.user(user, mayEdit(user, request.scope())),
                        sessions(request),
                        panels.sectionData(sectionRequest(request))))
                .etag(user.version());
    }

    /** Who looks after all tenants need not be asked; else it depends on tenants of the user that are out of reach. */
    private boolean mayEdit(User user, Scope scope) {
        return scope.equals(Scope.all())
                || userdeck.users()
                        .find(user.id())
                        .map(whole -> scope.coversAll(whole.tenants()))
                        .orElse(false);
    }

    Response deletion(Request<Void> request) {
        var errors = new ArrayList<String>();
        var facts = new ArrayList<Fact>();
        long sessions = countSessions(request.user(), request.scope());
        facts.add(Fact.of(sessions, "core.sessions-end", "session ends", "sessions end"));
        facts.addAll(panels.deletionFacts(sectionRequest(request), errors));
        return Response.ok(new Deletion(facts, nameToType(request.user()), errors));
    }

    Response delete(Request<Void> request) {
        return switch (userdeck.users().delete(request.user().id(), request.scope(), request.actor())) {
            case DELETED -> Response.noContent();
            case UNKNOWN -> throw UserRefusals.unknown();
            case ALSO_ELSEWHERE -> throw UserRefusals.alsoElsewhere();
        };
    }

    Response endSession(Request<Void> request) {
        boolean ended = userdeck.sessions()
                .revoke(
                        request.user().id(),
                        new SessionHandle(request.require(HANDLE)),
                        request.scope(),
                        request.actor());
        if (!ended) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("This user has no such session; it may have ended.")
                    .exception();
        }
        return Response.noContent();
    }

    Response endSessions(Request<Void> request) {
        int ended = userdeck.sessions().revokeAll(request.user().id(), request.scope(), request.actor());
        return Response.ok(Map.of("ended", ended));
    }

    private @Nullable SessionPage sessions(Request<Void> request) {
        if (!request.operator().may(SESSIONS_READ)) {
            return null;
        }
        return UserDocuments.sessions(userdeck.sessions().list(request.user().id(), request.scope(), SESSIONS, null));
    }

    private long countSessions(User user, Scope scope) {
        Paged<Session> page = userdeck.sessions().list(user.id(), scope, SESSIONS, null);
        long count = page.items().size();
        while (page.next() != null) {
            page = userdeck.sessions().list(user.id(), scope, SESSIONS, page.next());
            count += page.items().size();
        }
        return count;
    }

    private static SectionRequest sectionRequest(Request<Void> request) {
        return new SectionRequest(request.user(), request.scope(), request.operator());
    }

    private static String nameToType(User user) {
        if (user.email() != null) {
            return user.email();
        }
        return user.phone() != null ? user.phone() : user.id().value();
    }

    /** The tenant that was asked for, if it is within reach; else all that are. */
    private static Scope scope(Request<?> request) {
        String tenant = request.get(TENANT);
        if (tenant == null) {
            return request.scope();
        }
        if (!TenantId.isValid(tenant) || !request.scope().covers(new TenantId(tenant))) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("There is no such tenant.")
                    .exception();
        }
        return Scope.of(new TenantId(tenant));
    }

    private static UserSort sort(@Nullable String sort) {
        if (sort == null || sort.equals("-joined")) {
            return UserSort.NEWEST_FIRST;
        }
        if (sort.equals("joined")) {
            return UserSort.OLDEST_FIRST;
        }
        throw Problem.of(ProblemType.MALFORMED)
                .detail("sort is joined or -joined")
                .exception();
    }
}
