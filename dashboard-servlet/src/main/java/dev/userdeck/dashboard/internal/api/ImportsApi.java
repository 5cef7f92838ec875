package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_IMPORT;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.ImportDocuments.CheckBody;
import dev.userdeck.dashboard.internal.api.ImportDocuments.ImportDocument;
import dev.userdeck.dashboard.internal.api.ImportDocuments.ImportPage;
import dev.userdeck.dashboard.internal.api.ImportDocuments.ImportRefusalDocument;
import dev.userdeck.dashboard.internal.api.ImportDocuments.ImportRefusalPage;
import dev.userdeck.dashboard.internal.api.ImportDocuments.NewImportBody;
import dev.userdeck.data.CreateImportJobResult;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobId;
import dev.userdeck.data.ImportJobQuery;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportRefusalQuery;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.NewImportJob;
import dev.userdeck.data.UserImport;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Users from a file over HTTP: an import is created, its file sent in as many parts as the client likes, and, once it was
 * checked, started. What is done in the background shows with each GET.
 */
final class ImportsApi {
    private static final Parameter<String> IMPORT = Parameter.path("import");
    /** How many bytes come before those of the body. */
    private static final Parameter<String> FROM = Parameter.query("from");

    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<Integer> REFUSALS =
            Parameter.number("size", 10, ImportRefusalQuery.MAX_SIZE, ImportRefusalQuery.DEFAULT_SIZE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MAX_IGNORED = 1_000;

    private final Userdeck userdeck;
    private final ImportJobs jobs;
    private final long maxBytes;

    ImportsApi(Userdeck userdeck, long maxBytes) {
        this.userdeck = userdeck;
        this.jobs = userdeck.importJobs();
        this.maxBytes = maxBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/imports")
                        .summary("Create an import of users")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .body(NewImportBody.class)
                        .example(NewImportBody.example())
                        .answers(201, ImportDocument.class)
                        .problems(ProblemType.INVALID, ProblemType.NOT_FOUND)
                        .handle(this::create),
                Route.put("/imports/{import}/file")
                        .summary("Send a part of an import's file")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT, FROM)
                        .answers(200, ImportDocument.class)
                        .problems(ProblemType.CONFLICT, ProblemType.INVALID)
                        .file("application/octet-stream")
                        .maxBodyBytes(maxBytes)
                        .handle(this::append),
                Route.get("/imports")
                        .summary("List imports")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, ImportPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::list),
                Route.get("/imports/{import}")
                        .summary("Read an import")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT)
                        .answers(200, ImportDocument.class)
                        .handle(request -> answer(request, find(request))),
                Route.get("/imports/{import}/refusals")
                        .summary("List why rows of an import are refused")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT, REFUSALS, CURSOR)
                        .refusesUnknown()
                        .answers(200, ImportRefusalPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::refusals),
                Route.post("/imports/{import}/check")
                        .summary("Check an import's file in another way")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT)
                        .body(CheckBody.class)
                        .example(CheckBody.example())
                        .answers(200, ImportDocument.class)
                        .problems(ProblemType.CONFLICT, ProblemType.INVALID)
                        .handle(this::check),
                Route.post("/imports/{import}/start")
                        .summary("Start an import")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .needsFreshProof()
                        .parameters(IMPORT)
                        .answers(200, ImportDocument.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::start),
                Route.post("/imports/{import}/cancel")
                        .summary("Cancel an import")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT)
                        .answers(200, ImportDocument.class)
                        .handle(request -> answer(
                                request,
                                jobs.cancel(find(request).id(), request.operator())
                                        .orElseThrow(ImportsApi::notFound))),
                Route.delete("/imports/{import}")
                        .summary("Discard an import that has not been started, and its file")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::discard));
    }

    private Response create(Request<NewImportBody> request) {
        NewImportBody body = request.body();
        if (body.file() == null || body.file().isBlank()) {
            throw Problem.invalid("file", "required", "Say what the file is called.")
                    .exception();
        }
        if (body.bytes() == null) {
            throw Problem.invalid("bytes", "required", "Say how many bytes the file has.")
                    .exception();
        }
        if (body.format() == null) {
            throw Problem.invalid("format", "required", "Say how the file is written.")
                    .exception();
        }
        if (body.bytes() > maxBytes) {
            throw Problem.of(ProblemType.TOO_LARGE)
                    .detail("At most " + maxBytes + " bytes are taken here")
                    .with("limit", maxBytes)
                    .exception();
        }
        UserImport how = how(request, body.format(), body.mode(), body.tenant(), body.ignore());
        var result = jobs.create(new NewImportJob(body.file(), body.bytes(), how), request.operator());
        if (result instanceof CreateImportJobResult.Created created) {
            return Response.created(ImportDocument.of(created.job(), request.operator()));
        }
        if (result instanceof CreateImportJobResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw Problem.of(ProblemType.FORBIDDEN).exception();
    }

    private UserImport how(
            Request<?> request,
            DataFormat format,
            UserImport.@Nullable Mode mode,
            @Nullable String tenant,
            @Nullable List<String> ignore) {
        UserImport how = UserImport.of(format)
                .tenant(tenant(request, tenant))
                .scope(request.scope())
                .ignoring(ignored(ignore));
        return mode == UserImport.Mode.UPSERT ? how.upsert() : how;
    }

    private static String[] ignored(@Nullable List<String> names) {
        if (names == null) {
            return new String[0];
        }
        if (names.size() > MAX_IGNORED
                || names.stream().anyMatch(name -> name == null || name.length() > MAX_IGNORED)) {
            throw Problem.invalid(
                            "ignore", "ignore-invalid", "These are at most 1,000 names of at most 1,000 characters.")
                    .exception();
        }
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /** Where users are who name no tenant: as asked for, else the only one there is to choose, else the public one. */
    private TenantId tenant(Request<?> request, @Nullable String asked) {
        Scope scope = TenantScope.of(userdeck.tenants(), request.scope(), asked);
        if (scope instanceof Scope.Only only && only.tenants().size() == 1) {
            return only.tenants().iterator().next();
        }
        if (!scope.covers(TenantId.PUBLIC)) {
            throw Problem.invalid("tenant", "required", "Say in which tenant users are who name none.")
                    .exception();
        }
        return TenantId.PUBLIC;
    }

    private Response append(Request<InputStream> request) {
        ImportJob job = own(request);
        String from = Optional.ofNullable(request.get(FROM)).orElse("0");
        if (!NUMBER.matcher(from).matches()) {
            throw Problem.invalid("from", "from-invalid", "Must be a number of bytes.")
                    .exception();
        }
        if (job.state() != ImportJobState.UPLOADING || job.received() != Long.parseLong(from)) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("It has %d of %d bytes: go on there.".formatted(job.received(), job.bytes()))
                    .with("received", job.received())
                    .exception();
        }
        try {
            return answer(
                    request,
                    jobs.append(job.id(), job.received(), request.body(), request.operator())
                            .orElseThrow(ImportsApi::notFound));
        } catch (ImportRefusedException e) {
            throw Problem.invalid("file", e.code(), Objects.requireNonNull(e.getMessage()))
                    .exception();
        } catch (IOException e) {
            throw new IllegalStateException("A body's failures are problems", e);
        }
    }

    private Response list(Request<Void> request) {
        Operator operator = request.operator();
        var page = jobs.list(
                ImportJobQuery.of(operator).size(request.require(SIZE)).cursor(request.get(CURSOR)));
        return Response.ok(new ImportPage(
                page.items().stream()
                        .map(job -> ImportDocument.of(job, operator))
                        .toList(),
                page.nextCursor(),
                page.previousCursor()));
    }

    private Response refusals(Request<Void> request) {
        var page = jobs.refusals(ImportRefusalQuery.of(find(request).id(), request.operator())
                .size(request.require(REFUSALS))
                .cursor(request.get(CURSOR)));
        return Response.ok(new ImportRefusalPage(
                page.items().stream().map(ImportRefusalDocument::of).toList(),
                page.nextCursor(),
                page.previousCursor()));
    }

    private Response check(Request<CheckBody> request) {
        ImportJob job = own(request);
        CheckBody body = request.body();
        UserImport how = how(request, job.how().format(), body.mode(), body.tenant(), body.ignore());
        if (job.state() != ImportJobState.CHECKED) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("Only an import that is checked can be checked anew.")
                    .with("reason", "import-not-checked")
                    .exception();
        }
        return answer(request, jobs.check(job.id(), how, request.operator()).orElseThrow(ImportsApi::notFound));
    }

    private Response start(Request<Void> request) {
        ImportJob job = own(request);
        if (!job.canStart()) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("Only an import whose file was checked, and can be imported, is started.")
                    .with("reason", "import-not-ready")
                    .exception();
        }
        return answer(request, jobs.start(job.id(), request.operator()).orElseThrow(ImportsApi::notFound));
    }

    private Response discard(Request<Void> request) {
        if (!jobs.discard(find(request).id(), request.operator())) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail("It was started: cancel it, and what it did stays.")
                    .with("reason", "import-started")
                    .exception();
        }
        return Response.noContent();
    }

    private ImportJob find(Request<?> request) {
        return Optional.of(request.require(IMPORT))
                .filter(ImportJobId::isValid)
                .flatMap(id -> jobs.find(new ImportJobId(id), request.operator()))
                .orElseThrow(ImportsApi::notFound);
    }

    /** Who sees everybody's may look at somebody else's, and end it, but not have it done in that one's name. */
    private ImportJob own(Request<?> request) {
        ImportJob job = find(request);
        if (!job.operatorId().equals(request.operator().id())) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("Only who created the import may do this.")
                    .exception();
        }
        return job;
    }

    private static Response answer(Request<?> request, ImportJob job) {
        return Response.ok(ImportDocument.of(job, request.operator()));
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).exception();
    }
}
