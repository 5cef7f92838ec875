package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.dashboard.internal.api.UserDocuments.UserCount;
import dev.userdeck.dashboard.internal.api.UserDocuments.UserPage;
import dev.userdeck.dashboard.internal.panel.Cells;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.dashboard.internal.panel.Panels;
import dev.userdeck.dashboard.internal.panel.RecipeFilters;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import dev.userdeck.user.UserStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of users over HTTP: what narrows it, what orders it, and how many there are. */
final class UsersListApi {
    private static final Map<String, UserSort> SORTS = sorts();
    private static final Map<String, UserStatus> STATUSES = words(UserStatus.values());
    private static final Map<String, LoginMethod.Kind> METHODS = words(LoginMethod.Kind.values());

    static final Parameter<String> SORT =
            Parameter.choice("sort", SORTS.keySet().toArray(String[]::new));
    static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    static final Parameter<String> CURSOR = Parameter.query("cursor");
    static final Parameter<String> TENANT = Parameter.query("tenant");
    static final Parameter<String> TEXT = Parameter.query("q");
    static final Parameter<String> STATUS = choices("status", STATUSES);
    static final Parameter<String> METHOD = choices("method", METHODS);
    static final Parameter<String> PROVIDER = Parameter.query("provider");
    static final Parameter<String> JOINED = Parameter.query("joined");
    static final Parameter<String> LAST_SEEN = Parameter.query("lastSeen");
    static final Parameter<String> ACTIVE_SINCE = Parameter.query("activeSince");

    private final Userdeck userdeck;
    private final Panels panels;
    private final RecipeFilters filters;
    private final JobUsersParameters ofJobs;

    UsersListApi(Userdeck userdeck, Panels panels) {
        this.userdeck = userdeck;
        this.panels = panels;
        this.filters = new RecipeFilters(userdeck.recipes());
        this.ofJobs = new JobUsersParameters(userdeck.bulk(), filters);
    }

    private static Map<String, UserSort> sorts() {
        var sorts = new LinkedHashMap<String, UserSort>();
        sorts.put("-joined", UserSort.NEWEST_FIRST);
        sorts.put("joined", UserSort.OLDEST_FIRST);
        sorts.put("-lastSeen", UserSort.LAST_SEEN_FIRST);
        sorts.put("lastSeen", UserSort.LAST_SEEN_LAST);
        sorts.put("name", UserSort.NAME_FORWARD);
        sorts.put("-name", UserSort.NAME_BACKWARD);
        sorts.put("email", UserSort.EMAIL_FORWARD);
        sorts.put("-email", UserSort.EMAIL_BACKWARD);
        return sorts;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        var words = new LinkedHashMap<String, E>();
        Stream.of(values).forEach(value -> words.put(ConstantNames.of(value), value));
        return words;
    }

    private static Parameter<String> choices(String name, Map<String, ?> words) {
        return Parameter.choices(name, words.keySet().toArray(String[]::new));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/users")
                        .summary("List users")
                        .permission(USERS_READ)
                        .handlesScope()
                        .parameters(parameters(SORT, SIZE, CURSOR))
                        .refusesUnknown()
                        .answers(200, UserPage.class)
                        .problems(ProblemType.CURSOR_INVALID, ProblemType.NOT_FOUND)
                        .handle(this::list),
                Route.get("/users/count")
                        .summary("Count users")
                        .permission(USERS_READ)
                        .handlesScope()
                        .parameters(parameters())
                        .refusesUnknown()
                        .answers(200, UserCount.class)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::count),
                Route.get("/users/providers")
                        .summary("List the providers that users sign in with")
                        .permission(USERS_READ)
                        .handlesScope()
                        .answersList(200, String.class)
                        .handle(this::providers));
    }

    /** What narrows the list, and more. */
    Parameter<?>[] parameters(Parameter<?>... more) {
        return Stream.of(
                        Stream.of(more),
                        Stream.of(
                                TENANT,
                                TEXT,
                                STATUS,
                                METHOD,
                                PROVIDER,
                                JOINED,
                                LAST_SEEN,
                                ACTIVE_SINCE,
                                JobUsersParameters.JOB),
                        filters.parameters().stream())
                .flatMap(each -> each)
                .toArray(Parameter<?>[]::new);
    }

    private Response list(Request<Void> request) {
        Scope scope = TenantScope.of(userdeck.tenants(), request, TENANT);
        Page<User> page = userdeck.users()
                .list(query(request, scope).size(request.require(SIZE)).cursor(request.get(CURSOR)));
        Cells cells = panels.cells(request.operator(), page.items(), scope);
        return Response.ok(new UserPage(
                page.items().stream()
                        .map(user -> UserDocuments.row(user, cells))
                        .toList(),
                page.nextCursor(),
                page.previousCursor()));
    }

    /** Everybody whom the request's parameters mean, in its order. */
    UserQuery query(Request<?> request) {
        return query(request, TenantScope.of(userdeck.tenants(), request, TENANT));
    }

    private UserQuery query(Request<?> request, Scope scope) {
        return UserQuery.of(scope).filter(filter(request, scope)).sort(sort(request.get(SORT)));
    }

    private Response count(Request<Void> request) {
        CappedCount count = countOf(request);
        return Response.ok(new UserCount(count.number(), count.isExact()));
    }

    private Response providers(Request<Void> request) {
        return Response.ok(userdeck.users().providers(request.scope()));
    }

    /** Everybody whom the request's parameters mean, as what a job can keep. */
    BulkSelection selection(Request<?> request) {
        Scope scope = TenantScope.of(userdeck.tenants(), request, TENANT);
        var choices = new ArrayList<>(filters.choices(request, scope));
        ofJobs.choice(request).ifPresent(choices::add);
        return new BulkSelection.Matching(scope, ownFilter(request), choices);
    }

    /** What the list has to be asked to show whom a job was for. */
    Map<String, String> parametersOf(BulkJobId job, BulkSelection selection) {
        return ofJobs.of(job, selection);
    }

    /** How many these are now. */
    CappedCount countOf(Request<?> request) {
        Scope scope = TenantScope.of(userdeck.tenants(), request, TENANT);
        return userdeck.users().count(scope, filter(request, scope));
    }

    private UserFilter filter(Request<?> request, Scope scope) {
        return ofJobs.applied(filters.applied(ownFilter(request), request, scope), request);
    }

    private static UserFilter ownFilter(Request<?> request) {
        UserFilter filter = search(request.get(TEXT));
        String joined = request.get(JOINED);
        String seen = request.get(LAST_SEEN);
        filter = filter.statuses(chosen(request.get(STATUS), STATUSES))
                .methods(chosen(request.get(METHOD), METHODS))
                .providers(FilterValues.several(PROVIDER, request.get(PROVIDER)))
                .activeSince(FilterValues.from(ACTIVE_SINCE, request.get(ACTIVE_SINCE)));
        if (joined != null) {
            var span = FilterValues.span(JOINED, joined);
            filter = filter.joined(span.from(), span.to());
        }
        if (seen != null) {
            var span = FilterValues.span(LAST_SEEN, seen);
            filter = filter.lastSeen(span.from(), span.to());
        }
        return filter;
    }

    private static UserFilter search(@Nullable String text) {
        try {
            return UserFilter.none().search(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw FilterValues.refused(
                    TEXT,
                    "takes " + UserFilter.MAX_TEXT + " characters and " + UserFilter.MAX_WORDS + " words at most");
        }
    }

    private static <E> List<E> chosen(@Nullable String text, Map<String, E> known) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",")).distinct().map(known::get).toList();
    }

    private static UserSort sort(@Nullable String word) {
        return word == null ? UserSort.NEWEST_FIRST : Objects.requireNonNull(SORTS.get(word), word);
    }
}
