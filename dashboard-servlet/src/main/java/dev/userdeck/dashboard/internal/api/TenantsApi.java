package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.SESSIONS_END_EVERYONE;
import static dev.userdeck.operator.Permission.TENANTS_READ;
import static dev.userdeck.operator.Permission.TENANTS_WRITE;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.TenantDocuments.CountDocument;
import dev.userdeck.dashboard.internal.api.TenantDocuments.NewTenant;
import dev.userdeck.dashboard.internal.api.TenantDocuments.Progress;
import dev.userdeck.dashboard.internal.api.TenantDocuments.Rename;
import dev.userdeck.dashboard.internal.api.TenantDocuments.TenantDeletion;
import dev.userdeck.dashboard.internal.api.TenantDocuments.TenantPage;
import dev.userdeck.dashboard.internal.api.TenantDocuments.TenantRecord;
import dev.userdeck.dashboard.internal.api.TenantDocuments.TenantRow;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.servlet.internal.EnumNames;
import dev.userdeck.tenant.CreateTenantResult;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantQuery;
import dev.userdeck.tenant.TenantUsage;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.tenant.UpdateTenantResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tenants over HTTP. Operators of some tenants see and change those; creating and deleting is for those of all. */
final class TenantsApi {
    private static final Parameter<String> TENANT = Parameter.path("tenantId");
    private static final Parameter<String> METHOD = Parameter.path("method");
    private static final Parameter<String> TEXT = Parameter.query("q");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<String> USERS = Parameter.choice("users", "move", "delete");
    private static final Parameter<String> TO = Parameter.query("to");

    /** How many users a call sees off: the page has an answer before it gives up, and calls again. */
    private static final int MOST = 100;

    private final Userdeck userdeck;

    TenantsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/tenants")
                        .summary("List tenants")
                        .permission(TENANTS_READ)
                        .handlesScope()
                        .parameters(TEXT, SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, TenantPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::list),
                Route.post("/tenants")
                        .summary("Create a tenant")
                        .permission(TENANTS_WRITE)
                        .body(NewTenant.class)
                        .answers(201, TenantRow.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::create),
                Route.get("/tenants/{tenantId}")
                        .summary("Read a tenant")
                        .permission(TENANTS_READ)
                        .handlesScope()
                        .parameters(TENANT)
                        .answers(200, TenantRecord.class)
                        .handle(this::read),
                Route.patch("/tenants/{tenantId}")
                        .summary("Rename a tenant")
                        .permission(TENANTS_WRITE)
                        .handlesScope()
                        .parameters(TENANT)
                        .body(Rename.class)
                        .problems(ProblemType.INVALID)
                        .handle(this::rename),
                Route.put("/tenants/{tenantId}/methods/{method}")
                        .summary("Allow a sign-in method")
                        .permission(TENANTS_WRITE)
                        .handlesScope()
                        .parameters(TENANT, METHOD)
                        .handle(request -> turn(request, true)),
                Route.delete("/tenants/{tenantId}/methods/{method}")
                        .summary("Forbid a sign-in method")
                        .permission(TENANTS_WRITE)
                        .handlesScope()
                        .parameters(TENANT, METHOD)
                        .handle(request -> turn(request, false)),
                Route.get("/tenants/{tenantId}/deletion")
                        .summary("Tell what goes with a tenant")
                        .permission(TENANTS_WRITE)
                        .parameters(TENANT)
                        .answers(200, TenantDeletion.class)
                        .handle(this::deletion),
                Route.delete("/tenants/{tenantId}")
                        .summary("Delete a tenant, or go on with it")
                        .permission(TENANTS_WRITE)
                        .parameters(TENANT, USERS, TO)
                        .refusesUnknown()
                        .needsFreshProof()
                        .answers(200, Progress.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::delete));
    }

    private Response list(Request<Void> request) {
        var query = TenantQuery.of(request.scope())
                .search(request.get(TEXT))
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR));
        return Response.ok(TenantDocuments.page(userdeck.tenants().list(query)));
    }

    private Response create(Request<NewTenant> request) {
        String id = text(request.body().id()).strip();
        String name = text(request.body().name());
        var errors = new ArrayList<FieldError>();
        if (!TenantId.isValid(id)) {
            errors.add(new FieldError("id", "tenant-id-invalid", "1 to 64 characters of a-z, 0-9 and -."));
        }
        Tenant.problemOf(name).ifPresent(problem -> errors.add(new FieldError("name", "tenant-name-invalid", problem)));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        CreateTenantResult result = userdeck.tenants().create(new TenantId(id), name, request.actor());
        if (result instanceof CreateTenantResult.Created created) {
            return Response.created(TenantDocuments.row(created.tenant(), CappedCount.upTo(0, 0)));
        }
        if (result instanceof CreateTenantResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw new ProblemException(new Problem(
                ProblemType.CONFLICT,
                "There is a tenant with this id. Nothing was changed.",
                List.of(new FieldError("id", "tenant-taken", "There is a tenant with this id.")),
                Map.of()));
    }

    private Response read(Request<Void> request) {
        Tenant tenant = userdeck.tenants().find(id(request)).orElseThrow(TenantsApi::unknown);
        TenantUsage usage = userdeck.tenants().usage(tenant.id()).orElseThrow(TenantsApi::unknown);
        boolean mayEnd = request.operator().may(SESSIONS_END_EVERYONE);
        return Response.ok(new TenantRecord(
                TenantDocuments.row(tenant, usage.users()),
                mayEnd ? CountDocument.of(userdeck.sessions().count(Scope.of(tenant.id()))) : null));
    }

    private Response rename(Request<Rename> request) {
        String name = text(request.body().name());
        return changed(userdeck.tenants().rename(id(request), name, request.actor()));
    }

    private Response turn(Request<Void> request, boolean on) {
        SignInMethod method = Stream.of(SignInMethod.values())
                .filter(known -> EnumNames.of(known).equals(request.require(METHOD)))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                        .detail("There is no such way to sign in.")
                        .exception());
        var tenants = userdeck.tenants();
        return changed(
                on
                        ? tenants.allow(id(request), method, request.actor())
                        : tenants.forbid(id(request), method, request.actor()));
    }

    private Response deletion(Request<Void> request) {
        TenantId id = id(request);
        TenantUsage usage = userdeck.tenants().usage(id).orElseThrow(TenantsApi::unknown);
        return Response.ok(TenantDocuments.deletion(usage, userdeck.sessions().count(Scope.of(id))));
    }

    private Response delete(Request<Void> request) {
        TenantId id = id(request);
        DeleteTenantResult result = userdeck.tenants().delete(id, choice(request, id), MOST, request.actor());
        if (result instanceof DeleteTenantResult.Deleted deleted) {
            return Response.ok(TenantDocuments.progress(deleted));
        }
        if (result instanceof DeleteTenantResult.NotYet notYet) {
            return Response.ok(TenantDocuments.progress(notYet));
        }
        throw refusal(result, id).exception();
    }

    private static Problem refusal(DeleteTenantResult result, TenantId id) {
        if (result instanceof DeleteTenantResult.Unknown unknown
                && unknown.tenant().equals(id)) {
            return unknown().problem();
        }
        Problem conflict = Problem.of(ProblemType.CONFLICT);
        if (result instanceof DeleteTenantResult.HasUsers has) {
            return conflict.detail("It has users: say what becomes of them, with users=move&to=… or users=delete.")
                    .with("reason", "has-users")
                    .with("users", has.users());
        }
        if (result instanceof DeleteTenantResult.IdentifiersTaken taken) {
            return conflict.detail("Some of its users can't be moved: someone there has their email, phone or login.")
                    .with("reason", "identifiers-taken")
                    .with("users", taken.users());
        }
        if (result instanceof DeleteTenantResult.Vetoed vetoed) {
            return UserRefusals.vetoed(vetoed.veto()).problem();
        }
        if (result instanceof DeleteTenantResult.IsPublic) {
            return conflict.detail("This tenant always exists.").with("reason", "is-public");
        }
        return conflict.detail("The tenant to move users to is not there.").with("reason", "target-unknown");
    }

    private static @Nullable TenantUsers choice(Request<Void> request, TenantId id) {
        String users = request.get(USERS);
        String to = request.get(TO);
        if (to != null && !"move".equals(users)) {
            throw FilterValues.refused(TO, "goes with users=move");
        }
        if (users == null) {
            return null;
        }
        if (users.equals("delete")) {
            return TenantUsers.delete();
        }
        if (to == null || !TenantId.isValid(to) || to.equals(id.value())) {
            throw FilterValues.refused(TO, "names the other tenant that users move to");
        }
        return TenantUsers.moveTo(new TenantId(to));
    }

    /** One out of reach is answered like one that isn't there. */
    private static TenantId id(Request<?> request) {
        String id = request.require(TENANT);
        if (!TenantId.isValid(id) || !request.scope().covers(new TenantId(id))) {
            throw unknown();
        }
        return new TenantId(id);
    }

    private static Response changed(UpdateTenantResult result) {
        if (result instanceof UpdateTenantResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof UpdateTenantResult.Unknown) {
            throw unknown();
        }
        return Response.noContent();
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("There is no such tenant.")
                .exception();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
