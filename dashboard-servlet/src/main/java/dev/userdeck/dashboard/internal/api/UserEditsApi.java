package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_WRITE;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.ProfileChange.ProfileBody;
import dev.userdeck.dashboard.internal.api.UserDocuments.UserDocument;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.User;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes what a user is: the profile, whether the user may sign in, and where. */
final class UserEditsApi {
    private static final Parameter<String> TENANT = Parameter.path("tenant");
    /** A version that no user has. */
    private static final long NONE = -1;
    /** Later ones are written with more digits than most can read. */
    private static final Instant LAST_YEAR = Instant.parse("9999-12-31T23:59:59Z");

    private final Userdeck userdeck;

    /** Why a user is kept out, and until when: an instant in ISO 8601, or nothing for ever. */
    public record SuspensionBody(
            @Nullable String reason, @Nullable String until) {}

    /** How many sessions ended. */
    public record Ended(int ended) {}

    UserEditsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(
                Route.patch("/users/{userId}")
                        .summary("Change a user's profile")
                        .permission(USERS_WRITE)
                        .needsIfMatch()
                        .body(ProfileBody.class)
                        .answers(200, UserDocument.class)
                        .sendsETag()
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.STALE)
                        .handle(this::change),
                Route.put("/users/{userId}/suspension")
                        .summary("Suspend a user")
                        .permission(USERS_WRITE)
                        .body(SuspensionBody.class)
                        .answers(200, Ended.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::suspend),
                Route.delete("/users/{userId}/suspension")
                        .summary("Activate a user")
                        .permission(USERS_WRITE)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::activate),
                Route.put("/users/{userId}/tenants/{tenant}")
                        .summary("Add a user to a tenant")
                        .permission(USERS_WRITE)
                        .handlesScope()
                        .parameters(TENANT)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::addToTenant),
                Route.delete("/users/{userId}/tenants/{tenant}")
                        .summary("Take a user out of a tenant")
                        .permission(USERS_WRITE)
                        .handlesScope()
                        .parameters(TENANT)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::removeFromTenant));
    }

    private Response change(Request<ProfileBody> request) {
        User read = request.user();
        var change = ProfileChange.of(request.body(), request.ifMatches(read.version()) ? read.version() : NONE);
        User user = UserRefusals.changed(userdeck.users().update(read.id(), change, request.scope(), request.actor()));
        return Response.ok(UserDocuments.user(user, true)).etag(user.version());
    }

    private Response suspend(Request<SuspensionBody> request) {
        SuspendUserResult result = userdeck.users()
                .suspend(request.user().id(), suspension(request.body()), request.scope(), request.actor());
        if (result instanceof SuspendUserResult.Suspended suspended) {
            return Response.ok(new Ended(suspended.endedSessions()));
        }
        if (result instanceof SuspendUserResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw result instanceof SuspendUserResult.Unknown ? UserRefusals.unknown() : UserRefusals.alsoElsewhere();
    }

    private static NewSuspension suspension(SuspensionBody body) {
        var errors = new ArrayList<FieldError>();
        String reason = body.reason();
        Instant until = null;
        if (reason == null) {
            errors.add(new FieldError("reason", "reason-missing", "A reason is needed."));
        }
        if (body.until() != null) {
            until = instant(body.until());
            if (until == null) {
                errors.add(new FieldError("until", "until-invalid", "Must be a time like 2027-01-31T08:00:00Z."));
            }
        }
        if (reason == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return new NewSuspension(reason, until);
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return instant.isAfter(LAST_YEAR) ? null : instant;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Response activate(Request<Void> request) {
        UserRefusals.done(userdeck.users().activate(request.user().id(), request.scope(), request.actor()));
        return Response.noContent();
    }

    private Response addToTenant(Request<Void> request) {
        TenantId tenant = tenant(request);
        AddToTenantResult result =
                userdeck.users().addToTenant(request.user().id(), tenant, request.scope(), request.actor());
        if (result instanceof AddToTenantResult.Taken taken) {
            String code = taken.errors().get(0).code();
            throw UserRefusals.conflict(code, takenMessage(code));
        }
        if (result instanceof AddToTenantResult.Unknown) {
            throw unknownTenant();
        }
        return Response.noContent();
    }

    private Response removeFromTenant(Request<Void> request) {
        TenantId tenant = tenant(request);
        if (!request.user().tenants().contains(tenant)) {
            throw unknownTenant();
        }
        RemoveFromTenantResult result =
                userdeck.users().removeFromTenant(request.user().id(), tenant, request.scope(), request.actor());
        if (result instanceof RemoveFromTenantResult.LastTenant) {
            throw UserRefusals.conflict("last-tenant", "This is the user's last tenant. Delete the user instead.");
        }
        if (result instanceof RemoveFromTenantResult.NotAMember) {
            throw UserRefusals.conflict("not-a-member", "The user is not in this tenant.");
        }
        if (result instanceof RemoveFromTenantResult.Vetoed vetoed) {
            throw UserRefusals.vetoed(vetoed.veto());
        }
        if (result instanceof RemoveFromTenantResult.Unknown) {
            throw UserRefusals.unknown();
        }
        return Response.noContent();
    }

    private static String takenMessage(String code) {
        return switch (code) {
            case "email-taken" -> "Someone else in this tenant has the user's email.";
            case "phone-taken" -> "Someone else in this tenant has the user's phone.";
            case "external-id-taken" -> "Someone else in this tenant has the user's external id.";
            default -> "Someone else in this tenant has one of the user's logins.";
        };
    }

    /** One out of reach is answered like one that isn't there. */
    private static TenantId tenant(Request<Void> request) {
        String id = request.require(TENANT);
        if (!TenantId.isValid(id) || !request.scope().covers(new TenantId(id))) {
            throw unknownTenant();
        }
        return new TenantId(id);
    }

    private static ProblemException unknownTenant() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("There is no such tenant, or the user is not in it.")
                .exception();
    }
}
