package dev.userdeck.testkit.recipe;

import static java.util.Objects.requireNonNullElse;

import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.recipe.Plans.Note;
import dev.userdeck.testkit.recipe.Plans.Plan;
import dev.userdeck.testkit.recipe.Plans.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes of {@link PlansRecipe}. */
final class PlanRoutes {
    static final Permission READ = new Permission("plans:read", Preset.VIEWER);
    static final Permission WRITE = new Permission("plans:write", Preset.ADMIN);

    private static final Parameter<String> QUERY = Parameter.query("q");
    private static final Parameter<String> ID = Parameter.query("id");
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> PLAN = Parameter.path("plan");

    /** What a plan is to be. */
    public record PlanBody(@Nullable String name) {}

    /** By what a plan is found. */
    public record PlanKey(String key) {}

    /** Plans for a user, in a tenant. */
    public record NewSubscriptions(
            @Nullable List<String> plans, @Nullable String tenant) {}

    /** A note on a user. */
    public record NoteBody(@Nullable String json) {}

    /** A body that only this package can read. */
    record HiddenBody(@Nullable String name) {}

    private final Plans plans;
    private final @Nullable Mistake mistake;
    final Route planPage;
    final Route show;
    final Route create;
    final Route edit;
    final Route delete;
    final Route facts;
    final Route planOptions;
    final Route usedPlans;
    final Route subscriptionPage;
    final Route subscribe;
    final Route unsubscribe;
    final Route saveNote;

    PlanRoutes(Plans plans, @Nullable Mistake mistake) {
        this.plans = plans;
        this.mistake = mistake;
        this.planPage = Route.get("/plans")
                .permission(READ)
                .parameters(QUERY, CURSOR, SIZE)
                .answersPage(200, TableRow.class)
                .handle(this::planPage);
        this.show = Route.get("/plans/{plan}")
                .permission(READ)
                .parameters(PLAN)
                .answers(200, PreviewData.class)
                .handle(this::show);
        Route.Builder<Void> post = Route.post("/plans");
        this.create = (has(Mistake.ROUTE_WITHOUT_PERMISSION) ? post : post.permission(WRITE))
                .body(PlanBody.class)
                .answers(201, PlanKey.class)
                .handle(this::create);
        this.edit = edit();
        this.delete = Route.delete("/plans/{plan}")
                .permission(has(Mistake.PERMISSION_OF_CORE) ? new Permission("users:write", Preset.VIEWER) : WRITE)
                .parameters(
                        has(Mistake.ROUTE_WITHOUT_PARAMETER)
                                ? List.<Parameter<?>>of().toArray(Parameter<?>[]::new)
                                : new Parameter<?>[] {PLAN})
                .handle(this::delete);
        this.facts = Route.get("/plans/{plan}/deletion")
                .permission(WRITE)
                .parameters(PLAN)
                .answers(200, has(Mistake.FACTS_OF_WRONG_TYPE) ? PlanKey.class : Facts.class)
                .handle(request -> Response.ok(new Facts(
                        List.of(Fact.of(
                                plans.among(List.of(), Scope.all()).size(),
                                "plans.used",
                                "subscription",
                                "subscriptions")),
                        null)));
        this.planOptions = Route.get("/plan-options")
                .permission(READ)
                .handlesScope()
                .parameters(
                        has(Mistake.OPTIONS_WITHOUT_SEARCH) ? new Parameter<?>[] {ID} : new Parameter<?>[] {QUERY, ID})
                .answers(200, Options.class)
                .handle(request -> options(request, plan -> true));
        this.usedPlans = Route.get("/used-plans")
                .permission(READ)
                .handlesScope()
                .parameters(QUERY, ID)
                .answers(200, Options.class)
                .handle(this::usedPlans);
        this.subscriptionPage = Route.get("/subscriptions")
                .permission(READ)
                .handlesScope()
                .parameters(CURSOR, SIZE)
                .answersPage(200, has(Mistake.PAGE_OF_WRONG_TYPE) ? PlanKey.class : TableRow.class)
                .handle(this::subscriptionPage);
        this.subscribe = Route.put("/users/{userId}/subscription")
                .permission(WRITE)
                .handlesScope()
                .body(NewSubscriptions.class)
                .handle(this::subscribe);
        this.unsubscribe = Route.delete("/users/{userId}/subscription/{plan}")
                .permission(WRITE)
                .handlesScope()
                .parameters(PLAN, TENANT)
                .handle(this::unsubscribe);
        this.saveNote = Route.put("/users/{userId}/note")
                .permission(WRITE)
                .body(NoteBody.class)
                .needsIfMatch()
                .problems(ProblemType.STALE)
                .handle(this::saveNote);
    }

    private Route edit() {
        Route.Builder<PlanBody> route = Route.put("/plans/{plan}")
                .permission(WRITE)
                .parameters(PLAN)
                .body(PlanBody.class)
                .answers(200, PlanKey.class)
                .problems(ProblemType.STALE);
        return (has(Mistake.EDIT_WITHOUT_VERSION) ? route : route.needsIfMatch()).handle(this::edit);
    }

    private boolean has(Mistake one) {
        return mistake == one;
    }

    Route[] all() {
        Route hidden =
                Route.post("/hidden").permission(WRITE).body(HiddenBody.class).handle(request -> Response.noContent());
        return Stream.of(
                        planPage,
                        show,
                        create,
                        edit,
                        delete,
                        facts,
                        planOptions,
                        usedPlans,
                        subscriptionPage,
                        subscribe,
                        unsubscribe,
                        saveNote,
                        hidden)
                .filter(route -> route != hidden || has(Mistake.BODY_NOT_PUBLIC))
                .filter(route -> route != facts || !has(Mistake.ROUTE_NOT_LISTED))
                .toArray(Route[]::new);
    }

    private Response planPage(Request<Void> request) {
        String words = has(Mistake.PAGE_UNSEARCHED) ? null : request.get(QUERY);
        int size = has(Mistake.PAGE_OF_ANY_SIZE) ? 50 : request.require(SIZE);
        Page<Plan> page = plans.page(words, size, request.get(CURSOR));
        if (has(Mistake.PAGE_WITHOUT_END) && request.get(CURSOR) != null) {
            page = new Page<>(page.items(), request.get(CURSOR), page.previousCursor());
        }
        if (has(Mistake.PAGE_WITHOUT_WAY_BACK)) {
            page = new Page<>(page.items(), page.nextCursor(), null);
        }
        return Response.ok(page.map(plan -> new TableRow(
                plan.id(),
                Map.of(
                        "name",
                        new TitleValue(plan.name(), null),
                        "version",
                        has(Mistake.CELL_OF_WRONG_TYPE) ? "one" : (Object) plan.version()))));
    }

    private Response show(Request<Void> request) {
        Plan plan = plan(request);
        if (has(Mistake.GET_WRITES)) {
            plans.sql().write("update {acme_plan} set version = version where id = ?", plan.id());
        }
        PreviewData data = PreviewData.of(plan.name(), plan.version()).value("name", plan.name());
        if (has(Mistake.VALUE_WITHOUT_FIELD)) {
            data = data.value("label", plan.name());
        }
        String part = has(Mistake.PART_OF_NO_PREVIEW) ? "label" : "names";
        return Response.ok(data.part(part, new PreviewData.Labels(List.of(plan.name()))));
    }

    private Plan plan(Request<?> request) {
        return plans.find(request.require(PLAN))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private Response create(Request<PlanBody> request) {
        String name = name(request.body());
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        plans.create(id, name);
        return Response.created(new PlanKey(id));
    }

    private static String name(PlanBody body) {
        String name = requireNonNullElse(body.name(), "").strip();
        if (name.isEmpty() || name.length() > 64) {
            throw Problem.invalid("name", "length", "A plan's name has 1 to 64 characters")
                    .exception();
        }
        return name;
    }

    private Response edit(Request<PlanBody> request) {
        Plan plan = plan(request);
        long version = has(Mistake.EDIT_OF_ANY_VERSION)
                ? plan.version()
                : request.ifMatchVersion().orElseThrow(this::stale);
        if (!plans.rename(plan.id(), name(request.body()), version)) {
            throw stale();
        }
        return Response.ok(new PlanKey(plan.id()));
    }

    private ProblemException stale() {
        return Problem.of(has(Mistake.EDIT_STALE_AS_CONFLICT) ? ProblemType.CONFLICT : ProblemType.STALE)
                .exception();
    }

    private Response delete(Request<Void> request) {
        plans.delete(plan(request).id());
        return Response.noContent();
    }

    private Response options(Request<Void> request, Predicate<Plan> which) {
        String id = request.get(ID);
        List<Plan> found = id == null || has(Mistake.OPTIONS_WITHOUT_ID)
                ? plans.named(has(Mistake.OPTIONS_UNSEARCHED) ? null : request.get(QUERY))
                : plans.find(id).stream().toList();
        return Response.ok(new Options(found.stream()
                .filter(which)
                .map(plan -> new Option(plan.id(), plan.name(), null))
                .toList()));
    }

    private Response usedPlans(Request<Void> request) {
        Scope scope = has(Mistake.OPTIONS_OF_ALL_TENANTS) ? Scope.all() : request.scope();
        List<String> used =
                plans.among(List.of(), scope).stream().map(Subscription::plan).toList();
        String id = request.get(ID);
        String words = request.get(QUERY);
        List<Plan> found =
                id == null ? plans.named(words) : plans.find(id).stream().toList();
        return Response.ok(new Options(found.stream()
                .filter(plan -> used.contains(plan.id()))
                .map(plan -> new Option(plan.id(), plan.name(), null))
                .toList()));
    }

    /** Few enough for one page, but for the size that is asked for. */
    private Response subscriptionPage(Request<Void> request) {
        Scope scope = has(Mistake.PAGE_OF_ALL_TENANTS) ? Scope.all() : request.scope();
        var rows = new ArrayList<>(plans.among(List.of(), scope).stream()
                .map(one -> new TableRow(
                        one.key(), Map.of("plan", new TitleValue(one.plan(), null), "tenant", List.of(one.tenant()))))
                .toList());
        int from = start(request.get(CURSOR));
        int to = Math.min(rows.size(), from + request.require(SIZE));
        return Response.ok(new Page<>(
                rows.subList(Math.min(from, to), to),
                to < rows.size() ? String.valueOf(to) : null,
                from > 0 ? String.valueOf(Math.max(0, from - request.require(SIZE))) : null));
    }

    private static int start(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemType.CURSOR_INVALID).exception();
        }
    }

    private Response subscribe(Request<NewSubscriptions> request) {
        TenantId tenant = tenant(request, request.body().tenant());
        List<String> wanted = requireNonNullElse(request.body().plans(), List.of());
        if (!request.user().tenants().contains(tenant)) {
            throw Problem.invalid("tenant", "not-a-member", "The user isn't in this tenant")
                    .exception();
        }
        for (String plan : wanted) {
            if (plans.find(plan).isEmpty()) {
                throw Problem.invalid("plans", "plan-unknown", "There is no plan " + plan)
                        .exception();
            }
            plans.subscribe(request.user().id(), tenant, plan, request.actor());
        }
        return Response.noContent();
    }

    private TenantId tenant(Request<?> request, @Nullable String id) {
        if (id == null || !TenantId.isValid(id)) {
            throw Problem.invalid("tenant", "tenant-missing", "Say in which tenant")
                    .exception();
        }
        if (!request.scope().covers(new TenantId(id))) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return new TenantId(id);
    }

    private Response unsubscribe(Request<Void> request) {
        Scope where = has(Mistake.ROUTE_WRITES_ANYWHERE) ? Scope.all() : Scope.of(tenant(request, request.get(TENANT)));
        if (!plans.unsubscribe(request.user().id(), where, request.require(PLAN), request.actor())) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private Response saveNote(Request<NoteBody> request) {
        String json = requireNonNullElse(request.body().json(), "");
        if (!json.startsWith("{")) {
            throw Problem.invalid("json", "json-syntax", "Write an object").exception();
        }
        long version = has(Mistake.JSON_OF_ANY_VERSION)
                ? plans.note(request.user().id()).map(Note::version).orElse(0L)
                : request.ifMatchVersion().orElse(-1);
        if (!plans.write(request.user().id(), json, version)) {
            throw Problem.of(ProblemType.STALE).exception();
        }
        return Response.noContent();
    }
}
