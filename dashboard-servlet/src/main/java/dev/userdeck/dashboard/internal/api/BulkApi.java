package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_READ;
import static dev.userdeck.operator.Permission.USERS_WRITE;

import dev.userdeck.Userdeck;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkJobQuery;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.BulkRefusalQuery;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.DryRunBulkJobResult;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.dashboard.internal.api.BulkDocuments.DryRunBody;
import dev.userdeck.dashboard.internal.api.BulkDocuments.DryRunDocument;
import dev.userdeck.dashboard.internal.api.BulkDocuments.JobDocument;
import dev.userdeck.dashboard.internal.api.BulkDocuments.JobPage;
import dev.userdeck.dashboard.internal.api.BulkDocuments.RefusalDocument;
import dev.userdeck.dashboard.internal.api.BulkDocuments.RefusalPage;
import dev.userdeck.dashboard.internal.api.BulkDocuments.RequestDocument;
import dev.userdeck.dashboard.internal.api.BulkDocuments.StartBody;
import dev.userdeck.dashboard.internal.panel.PanelIds;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One action on many users over HTTP: a job is started, looked at, paused and cancelled. */
final class BulkApi {
    private static final Parameter<String> JOB = Parameter.path("job");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    /** A thousand ids of 128 characters. */
    private static final int MAX_BODY = 160 * 1024;

    private final Userdeck userdeck;
    private final BulkJobs jobs;
    private final UsersListApi list;

    BulkApi(Userdeck userdeck, UsersListApi list) {
        this.userdeck = userdeck;
        this.jobs = userdeck.bulk();
        this.list = list;
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        actions().forEach(action -> routes.add(start(action)));
        routes.add(Route.post("/jobs/dry-run")
                .summary("Tell what a bulk job would come to; what it does needs its own permission here, too")
                .permission(USERS_READ)
                .handlesScope()
                .parameters(list.parameters())
                .refusesUnknown()
                .body(DryRunBody.class)
                .example(DryRunBody.example())
                .maxBodyBytes(MAX_BODY)
                .answers(200, DryRunDocument.class)
                .problems(ProblemType.INVALID, ProblemType.NOT_FOUND)
                .handle(this::dryRun));
        routes.add(Route.get("/jobs")
                .summary("List bulk jobs")
                .permission(USERS_READ)
                .handlesScope()
                .parameters(SIZE, CURSOR)
                .refusesUnknown()
                .answers(200, JobPage.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(this::list));
        routes.add(Route.get("/jobs/{job}")
                .summary("Read a bulk job")
                .permission(USERS_READ)
                .handlesScope()
                .parameters(JOB)
                .answers(200, JobDocument.class)
                .handle(request -> answer(request, find(request))));
        routes.add(Route.get("/jobs/{job}/refusals")
                .summary("List a bulk job's refusals")
                .permission(USERS_READ)
                .handlesScope()
                .parameters(JOB, SIZE, CURSOR)
                .refusesUnknown()
                .answers(200, RefusalPage.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(this::refusals));
        routes.add(change("pause", jobs::pause));
        routes.add(change("resume", jobs::resume));
        routes.add(change("cancel", jobs::cancel));
        return routes;
    }

    private Route start(String action) {
        var route = Route.post("/jobs/" + action)
                .summary("Start a bulk job: " + action)
                .permission(jobs.permission(action).orElseThrow())
                .handlesScope()
                .parameters(list.parameters())
                .refusesUnknown() // a filter that is passed over would mean everybody
                .body(StartBody.class)
                .example(StartBody.example(action))
                .maxBodyBytes(MAX_BODY)
                .answers(201, JobDocument.class)
                .problems(ProblemType.INVALID, ProblemType.NOT_FOUND);
        if (action.equals(NewBulkJob.DELETE)) {
            route.needsFreshProof();
        }
        return route.handle(request -> start(action, request));
    }

    private Stream<String> actions() {
        return Stream.concat(
                Stream.of(NewBulkJob.SUSPEND, NewBulkJob.ACTIVATE, NewBulkJob.END_SESSIONS, NewBulkJob.DELETE),
                userdeck.recipes().stream()
                        .flatMap(recipe -> recipe.dashboard().bulkActions().stream()
                                .map(action -> PanelIds.global(recipe.id(), action.id()))));
    }

    /** Something that changes a job. */
    private interface Change {
        Optional<BulkJob> of(BulkJobId id, Operator operator);
    }

    /** Who may not start such a job may not pause or cancel it either. */
    private Route change(String word, Change change) {
        return Route.post("/jobs/{job}/" + word)
                .summary(Character.toUpperCase(word.charAt(0)) + word.substring(1) + " a bulk job")
                .permission(USERS_WRITE)
                .handlesScope()
                .parameters(JOB)
                .answers(200, JobDocument.class)
                .handle(request -> {
                    BulkJob job = find(request);
                    if (!mayStart(job, request.operator())) {
                        throw Problem.of(ProblemType.FORBIDDEN).exception();
                    }
                    return answer(
                            request, change.of(job.id(), request.operator()).orElseThrow(BulkApi::notFound));
                });
    }

    private boolean mayStart(BulkJob job, Operator operator) {
        Permission needed = jobs.permission(job.action()).orElse(USERS_WRITE);
        return operator.may(USERS_WRITE) && operator.may(needed);
    }

    private Response start(String action, Request<StartBody> request) {
        StartBody body = request.body();
        BulkSelection selection = selection(request, body.users(), body.all());
        if (action.equals(NewBulkJob.DELETE)) {
            confirm(request, selection);
        }
        var result = jobs.start(new NewBulkJob(action, selection, values(body)), request.operator());
        if (result instanceof StartBulkJobResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof StartBulkJobResult.Started started) {
            return Response.created(document(started.job(), request.operator()));
        }
        throw Problem.of(ProblemType.FORBIDDEN).exception();
    }

    private Response dryRun(Request<DryRunBody> request) {
        DryRunBody body = request.body();
        String action = body.action() == null ? "" : body.action();
        List<String> values = body.values() == null ? List.of() : withoutNulls(body.values(), "values");
        var asked = new NewBulkJob(action, selection(request, body.users(), body.all()), values);
        var result = jobs.dryRun(asked, request.operator());
        if (result instanceof DryRunBulkJobResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof DryRunBulkJobResult.Seen seen) {
            return Response.ok(DryRunDocument.of(seen.run()));
        }
        throw Problem.of(ProblemType.FORBIDDEN).exception();
    }

    private static List<String> values(StartBody body) {
        if (body.reason() != null) {
            return body.until() == null ? List.of(body.reason()) : List.of(body.reason(), body.until());
        }
        return body.values() == null ? List.of() : withoutNulls(body.values(), "values");
    }

    /** Nothing said is not everybody. */
    private BulkSelection selection(Request<?> request, @Nullable List<String> users, @Nullable Boolean everybody) {
        boolean all = Boolean.TRUE.equals(everybody);
        if ((users != null) == all) {
            throw Problem.invalid("users", "selection-missing", "Say which users, or all that match.")
                    .exception();
        }
        if (users == null) {
            return list.selection(request);
        }
        var ids = new LinkedHashSet<UserId>();
        for (String id : withoutNulls(users, "users")) {
            if (!UserId.isValid(id)) {
                throw Problem.invalid("users", "user-invalid", "These are not all ids of users.")
                        .exception();
            }
            ids.add(new UserId(id));
        }
        return BulkSelection.of(list.selection(request).scope(), ids);
    }

    private static List<String> withoutNulls(List<@Nullable String> values, String field) {
        var present = new ArrayList<String>();
        for (String value : values) {
            if (value == null) {
                throw Problem.invalid(field, "null", "There is nothing in one of the places.")
                        .exception();
            }
            present.add(value);
        }
        return present;
    }

    /** What is deleted doesn't come back: the operator knows how many it is. */
    private void confirm(Request<StartBody> request, BulkSelection selection) {
        CappedCount count = selection instanceof BulkSelection.Named named
                ? new CappedCount(named.users().size(), true)
                : list.countOf(request);
        Long typed = request.body().count();
        if (typed == null || typed != count.number()) {
            String users = count.isExact() && count.number() == 1 ? "user" : "users";
            throw Problem.invalid(
                            "count",
                            "count-wrong",
                            "It is %d%s %s now. Type %1$d to delete them."
                                    .formatted(count.number(), count.isExact() ? "" : " or more", users))
                    .exception();
        }
    }

    private Response list(Request<Void> request) {
        Operator operator = request.operator();
        Page<BulkJob> page =
                jobs.list(BulkJobQuery.of(operator).size(request.require(SIZE)).cursor(request.get(CURSOR)));
        return Response.ok(new JobPage(
                page.items().stream()
                        .map(job -> JobDocument.of(job, mayStart(job, operator), null))
                        .toList(),
                page.nextCursor(),
                page.previousCursor()));
    }

    private Response refusals(Request<Void> request) {
        BulkJob job = find(request);
        Page<BulkRefusal> page = jobs.refusals(BulkRefusalQuery.of(job.id(), request.operator())
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR)));
        var names = userdeck.users()
                .displayNames(page.items().stream().map(BulkRefusal::user).toList(), request.scope());
        return Response.ok(new RefusalPage(
                page.items().stream()
                        .map(refusal -> RefusalDocument.of(refusal, names))
                        .toList(),
                page.nextCursor(),
                page.previousCursor()));
    }

    private BulkJob find(Request<?> request) {
        return Optional.of(request.require(JOB))
                .filter(BulkJobId::isValid)
                .flatMap(id -> jobs.find(new BulkJobId(id), request.operator()))
                .orElseThrow(BulkApi::notFound);
    }

    private Response answer(Request<?> request, BulkJob job) {
        return Response.ok(document(job, request.operator()));
    }

    private JobDocument document(BulkJob job, Operator operator) {
        RequestDocument request = jobs.request(job.id(), operator)
                .map(asked -> RequestDocument.of(asked, list.parametersOf(job.id(), asked.selection())))
                .orElse(null);
        return JobDocument.of(job, mayStart(job, operator), request);
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).exception();
    }
}
