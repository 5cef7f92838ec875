package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.API_KEYS_READ;
import static dev.userdeck.operator.Permission.API_KEYS_WRITE;

import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeyId;
import dev.userdeck.apikey.ApiKeyLimits;
import dev.userdeck.apikey.ApiKeyQuery;
import dev.userdeck.apikey.ApiKeyRotation;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.apikey.RotateApiKeyResult;
import dev.userdeck.dashboard.internal.api.ApiKeyDocuments.ApiKeyDocument;
import dev.userdeck.dashboard.internal.api.ApiKeyDocuments.ApiKeyPage;
import dev.userdeck.dashboard.internal.api.ApiKeyDocuments.IssuedKeyDocument;
import dev.userdeck.dashboard.internal.api.ApiKeyDocuments.KeyRotation;
import dev.userdeck.dashboard.internal.api.ApiKeyDocuments.NewKey;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys by which programs call this API. */
final class ApiKeysApi {
    private static final Parameter<String> KEY = Parameter.path("keyId");
    private static final Parameter<String> TEXT = Parameter.query("q");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");

    private final ApiKeys keys;

    ApiKeysApi(ApiKeys keys) {
        this.keys = keys;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api-keys")
                        .summary("List API keys")
                        .permission(API_KEYS_READ)
                        .handlesScope()
                        .parameters(TEXT, SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, ApiKeyPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(this::list),
                Route.post("/api-keys")
                        .summary("Make an API key; its secret is told once")
                        .permission(API_KEYS_WRITE)
                        .needsFreshProof()
                        .handlesScope()
                        .body(NewKey.class)
                        .answers(201, IssuedKeyDocument.class)
                        .handle(this::create),
                Route.get("/api-keys/{keyId}")
                        .summary("Read an API key")
                        .permission(API_KEYS_READ)
                        .handlesScope()
                        .parameters(KEY)
                        .answers(200, ApiKeyDocument.class)
                        .handle(this::read),
                Route.post("/api-keys/{keyId}/rotate")
                        .summary("Give an API key a new secret, which is told once")
                        .permission(API_KEYS_WRITE)
                        .needsFreshProof()
                        .handlesScope()
                        .parameters(KEY)
                        .body(KeyRotation.class)
                        .answers(200, IssuedKeyDocument.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::rotate),
                Route.delete("/api-keys/{keyId}")
                        .summary("Revoke an API key")
                        .permission(API_KEYS_WRITE)
                        .needsFreshProof()
                        .handlesScope()
                        .parameters(KEY)
                        .handle(this::revoke));
    }

    private Response list(Request<Void> request) {
        Access caller = request.operator().access();
        Page<ApiKey> page = keys.list(ApiKeyQuery.of(request.scope())
                .search(request.get(TEXT))
                .size(request.require(SIZE))
                .cursor(request.get(CURSOR)));
        boolean mayCreate = request.operator().may(API_KEYS_WRITE);
        return Response.ok(new ApiKeyPage(
                page.items().stream()
                        .map(key -> ApiKeyDocuments.key(key, keys, caller))
                        .toList(),
                page.nextCursor(),
                page.previousCursor(),
                mayCreate ? keys.givable(caller).stream().map(Permission::name).toList() : null));
    }

    private Response create(Request<NewKey> request) {
        NewKey body = request.body();
        Access caller = request.operator().access();
        var errors = new ArrayList<FieldError>();
        Duration lifetime = duration("lifetime", body.lifetime(), ApiKeyLimits.DEFAULT_LIFETIME, errors);
        Scope scope = scope(body.tenants(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        String name = body.name() == null ? "" : body.name();
        Set<String> permissions = body.permissions() == null ? Set.of() : Set.copyOf(body.permissions());
        var result = keys.create(new NewApiKey(name, permissions, scope, lifetime), caller, request.actor());
        if (result instanceof CreateApiKeyResult.Created created) {
            return Response.created(ApiKeyDocuments.issued(created.issued(), keys, caller));
        }
        throw Problem.invalid(((CreateApiKeyResult.Refused) result).errors()).exception();
    }

    private static Scope scope(@Nullable List<String> tenants, List<FieldError> errors) {
        if (tenants == null) {
            return Scope.all();
        }
        if (tenants.isEmpty() || !tenants.stream().allMatch(TenantId::isValid)) {
            errors.add(new FieldError("tenants", "tenants-invalid", "The ids of 1 or more tenants; null for all."));
            return Scope.all();
        }
        return Scope.of(tenants.stream().map(TenantId::new).toList());
    }

    private static Duration duration(String field, @Nullable String text, Duration fallback, List<FieldError> errors) {
        if (text == null) {
            return fallback;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(
                    field,
                    field + "-invalid",
                    "A duration by ISO 8601, such as P90D for 90 days or PT24H for 24 hours."));
            return fallback;
        }
    }

    private Response read(Request<Void> request) {
        ApiKey key = keys.find(id(request), request.scope()).orElseThrow(ApiKeysApi::unknown);
        return Response.ok(ApiKeyDocuments.key(key, keys, request.operator().access()));
    }

    private Response rotate(Request<KeyRotation> request) {
        KeyRotation body = request.body();
        Access caller = request.operator().access();
        var errors = new ArrayList<FieldError>();
        var rotation = new ApiKeyRotation(
                duration("overlap", body.overlap(), ApiKeyLimits.DEFAULT_OVERLAP, errors),
                duration("lifetime", body.lifetime(), ApiKeyLimits.DEFAULT_LIFETIME, errors));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        RotateApiKeyResult result = keys.rotate(id(request), rotation, caller, request.actor());
        if (result instanceof RotateApiKeyResult.Rotated rotated) {
            return Response.ok(ApiKeyDocuments.issued(rotated.issued(), keys, caller));
        }
        throw refusal(result).exception();
    }

    private static Problem refusal(RotateApiKeyResult result) {
        if (result instanceof RotateApiKeyResult.Refused refused) {
            return Problem.invalid(refused.errors());
        }
        if (result instanceof RotateApiKeyResult.OutOfReach) {
            return Problem.of(ProblemType.FORBIDDEN)
                    .detail("The key may do more than you, who would get to do it by the new secret.");
        }
        if (result instanceof RotateApiKeyResult.Overlapping overlapping) {
            return Problem.of(ProblemType.CONFLICT)
                    .detail("It was rotated lately, and the secret before is still good. Wait, or end both at once.")
                    .with("reason", "overlapping")
                    .with("until", overlapping.until().toString());
        }
        return result instanceof RotateApiKeyResult.Revoked
                ? Problem.of(ProblemType.CONFLICT)
                        .detail("It was revoked, which is for good.")
                        .with("reason", "revoked")
                : unknown().problem();
    }

    private Response revoke(Request<Void> request) {
        if (keys.revoke(id(request), request.scope(), request.actor()).isEmpty()) {
            throw unknown();
        }
        return Response.noContent();
    }

    private static ApiKeyId id(Request<?> request) {
        String id = request.require(KEY);
        if (!ApiKeyId.isValid(id)) {
            throw unknown();
        }
        return new ApiKeyId(id);
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND).detail("There is no such key.").exception();
    }
}
