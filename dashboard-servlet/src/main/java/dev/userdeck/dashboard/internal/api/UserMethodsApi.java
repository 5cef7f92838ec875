package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_DELETE;
import static dev.userdeck.operator.Permission.USERS_WRITE;

import dev.userdeck.Userdeck;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a user signs in: taken away, parted from the others, or joined with another user's. */
final class UserMethodsApi {
    private static final Parameter<String> METHOD = Parameter.path("method");

    private final Userdeck userdeck;

    /** The user who goes up in another one. */
    public record MergeBody(@Nullable String from) {}

    /** The user that a login method became. */
    public record Unlinked(String id) {}

    UserMethodsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(
                Route.delete("/users/{userId}/methods/{method}")
                        .summary("Remove a login method")
                        .permission(USERS_WRITE)
                        .parameters(METHOD)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::remove),
                Route.post("/users/{userId}/methods/{method}/unlink")
                        .summary("Unlink a login method")
                        .permission(USERS_WRITE)
                        .parameters(METHOD)
                        .answers(201, Unlinked.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::unlink),
                // One of the two is gone for good, as after a deletion.
                Route.post("/users/{userId}/merge")
                        .summary("Merge two users")
                        .permission(USERS_DELETE)
                        .body(MergeBody.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                        .handle(this::merge));
    }

    private Response remove(Request<Void> request) {
        User user = request.user();
        LoginMethodId method = method(request);
        UserRefusals.done(userdeck.users().removeMethod(user.id(), method, request.scope(), request.actor()));
        return Response.noContent();
    }

    private Response unlink(Request<Void> request) {
        User user = request.user();
        UnlinkResult result = userdeck.users().unlink(user.id(), method(request), request.scope(), request.actor());
        if (result instanceof UnlinkResult.Unlinked unlinked) {
            return Response.created(new Unlinked(unlinked.created().id().value()));
        }
        if (result instanceof UnlinkResult.Refused refused) {
            throw UserRefusals.ofAction(refused.errors());
        }
        throw result instanceof UnlinkResult.Unknown ? unknownMethod() : UserRefusals.alsoElsewhere();
    }

    private Response merge(Request<MergeBody> request) {
        String named = request.body().from();
        if (named == null) {
            throw Problem.invalid("from", "from-missing", "Name the user who goes up in this one.")
                    .exception();
        }
        if (!UserId.isValid(named)) {
            throw unknownOther();
        }
        UserId from = new UserId(named);
        UpdateUserResult result = userdeck.users().merge(request.user().id(), from, request.scope(), request.actor());
        if (result instanceof UpdateUserResult.Unknown
                && userdeck.users().find(request.user().id(), request.scope()).isPresent()) {
            throw unknownOther();
        }
        UserRefusals.changed(result);
        return Response.noContent();
    }

    private static LoginMethodId method(Request<Void> request) {
        String named = request.require(METHOD);
        return request.user().loginMethods().stream()
                .map(LoginMethod::id)
                .filter(id -> id.value().equals(named))
                .findFirst()
                .orElseThrow(UserMethodsApi::unknownMethod);
    }

    private static ProblemException unknownMethod() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("This user has no such login method; someone may have removed it.")
                .exception();
    }

    private static ProblemException unknownOther() {
        return Problem.invalid(List.of(
                        new FieldError("from", "user-unknown", "There is no such user; it may have been deleted.")))
                .exception();
    }
}
