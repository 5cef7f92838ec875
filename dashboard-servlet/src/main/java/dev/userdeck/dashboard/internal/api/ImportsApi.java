package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_IMPORT;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.ImportDocuments.ImportReport;
import dev.userdeck.dashboard.internal.auth.OperatorAuthentication;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.servlet.internal.RoutedRequest;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Users from a file over HTTP. The file is the body and is read as it comes; the answer tells what became of it. The client
 * names an import by a UUID: the same PUT with the same file goes on where it stopped, and a GET tells how far it is.
 */
final class ImportsApi {
    private static final Parameter<String> IMPORT = Parameter.path("import");
    private static final Parameter<String> MODE = Parameter.choice("mode", "create", "upsert");
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    /** Fields that are passed over, with commas between. */
    private static final Parameter<String> IGNORE = Parameter.query("ignore");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Map<String, DataFormat> FORMATS = Map.of(
            "text/csv", DataFormat.CSV,
            "application/jsonl", DataFormat.JSON_LINES,
            "application/json", DataFormat.JSON_DOCUMENT);
    private static final int MAX_REFUSALS = 1_000;

    private final Userdeck userdeck;
    private final OperatorAuthentication authentication;
    private final long maxBytes;

    ImportsApi(Userdeck userdeck, OperatorAuthentication authentication, long maxBytes) {
        this.userdeck = userdeck;
        this.authentication = authentication;
        this.maxBytes = maxBytes;
    }

    List<Route> routes() {
        return List.of(
                takingFile(Route.post("/imports/preview").summary("Try an import of users"), MODE, TENANT, IGNORE)
                        .handle(request -> run(request, how(request).asDryRun())),
                takingFile(Route.put("/imports/{import}").summary("Import users"), IMPORT, MODE, TENANT, IGNORE)
                        .problems(ProblemType.CONFLICT)
                        .handle(request -> run(request, how(request).name(name(request)))),
                Route.get("/imports/{import}")
                        .summary("Tell how far an import is")
                        .permission(USERS_IMPORT)
                        .handlesScope()
                        .parameters(IMPORT)
                        .answers(200, ImportReport.class)
                        .handle(this::progress));
    }

    private Route.Builder<InputStream> takingFile(Route.Builder<Void> route, Parameter<?>... parameters) {
        return route.permission(USERS_IMPORT)
                .handlesScope()
                .parameters(parameters)
                .refusesUnknown()
                .answers(200, ImportReport.class)
                .problems(ProblemType.INVALID, ProblemType.NOT_FOUND)
                .file(FORMATS.keySet().toArray(String[]::new))
                .maxBodyBytes(maxBytes);
    }

    private UserImport how(Request<InputStream> request) {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        DataFormat format = Optional.ofNullable(FORMATS.get(type.toLowerCase(Locale.ROOT)))
                .orElseThrow(
                        () -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).exception());
        UserImport how = UserImport.of(format)
                .tenant(tenant(request))
                .scope(request.scope())
                .ignoring(ignored(request));
        return "upsert".equals(request.get(MODE)) ? how.upsert() : how;
    }

    private static String[] ignored(Request<?> request) {
        String names = request.get(IGNORE);
        return names == null
                ? new String[0]
                : Arrays.stream(names.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toArray(String[]::new);
    }

    /** Where users are who name no tenant: as asked for, else the only one there is to choose, else the public one. */
    private TenantId tenant(Request<?> request) {
        Scope scope = TenantScope.of(userdeck.tenants(), request, TENANT);
        if (scope instanceof Scope.Only only && only.tenants().size() == 1) {
            return only.tenants().iterator().next();
        }
        if (!scope.covers(TenantId.PUBLIC)) {
            throw Problem.invalid("tenant", "required", "Say in which tenant users are who name none.")
                    .exception();
        }
        return TenantId.PUBLIC;
    }

    /** Each operator has names of their own: nobody goes on with, or looks at, an import of somebody else. */
    private static String name(Request<?> request) {
        String id = request.require(IMPORT);
        if (!ID.matcher(id).matches()) {
            throw Problem.of(ProblemType.NOT_FOUND)
                    .detail("An import is named by a UUID in small letters.")
                    .exception();
        }
        byte[] operator = sha256().digest(request.operator().id().getBytes(StandardCharsets.UTF_8));
        return id + "-" + HexFormat.of().formatHex(operator, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private Response progress(Request<Void> request) {
        return userdeck.data()
                .importProgress(name(request))
                .map(progress -> Response.ok(ImportReport.of(progress, List.of())))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private Response run(Request<InputStream> request, UserImport how) {
        var watch = new Watch(request);
        try {
            var file = new PushbackInputStream(request.body());
            int first = file.read();
            if (first < 0) {
                throw Problem.invalid("file", "file-empty", "There is nothing in the file.")
                        .exception();
            }
            file.unread(first);
            ImportProgress done = userdeck.data().importUsers(file, how, watch, request.actor());
            return Response.ok(ImportReport.of(done, watch.refusals));
        } catch (ImportRefusedException e) {
            String words = Objects.requireNonNull(e.getMessage());
            throw watch.with(
                    e.code().equals("import-runs")
                            ? Problem.of(ProblemType.CONFLICT).detail(words)
                            : Problem.invalid("file", e.code(), words));
        } catch (ProblemException e) {
            throw watch.with(e.problem());
        } catch (IOException e) {
            throw new IllegalStateException("A body's failures are problems", e);
        }
    }

    /** Notes what happens, and after each batch whether it may go on. */
    private final class Watch implements ImportListener {
        private final Request<?> request;
        private final List<RefusedRow> refusals = new ArrayList<>();
        private @Nullable ImportProgress progress;

        Watch(Request<?> request) {
            this.request = request;
        }

        @Override
        public void refused(RefusedRow row) {
            if (refusals.size() < MAX_REFUSALS) {
                refusals.add(row);
            }
        }

        @Override
        public void progressed(ImportProgress newProgress) {
            progress = newProgress;
            if (newProgress.finished()) {
                return;
            }
            Operator now = authentication.enter(RoutedRequest.http(request));
            if (!now.may(USERS_IMPORT) || !now.scope().equals(request.scope())) {
                throw Problem.of(ProblemType.FORBIDDEN)
                        .detail("You may not import users any more. What was done before stays.")
                        .exception();
            }
        }

        /** The same problem, telling how far it came. */
        ProblemException with(Problem problem) {
            return (progress == null ? problem : problem.with("report", ImportReport.of(progress, refusals)))
                    .exception();
        }
    }
}
