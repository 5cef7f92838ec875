package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_CREATE;
import static dev.userdeck.operator.Permission.USERS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.panel.CreateForm;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Creates users on their behalf. */
final class UserCreationApi {
    private static final String PASSWORD = "password";
    private static final String PASSWORDLESS = "passwordless";

    private final Userdeck userdeck;
    private final CreateForm form;

    /**
     * What comes in; the tenant is {@code public} unless said otherwise.
     *
     * @param recipes what recipes asked for, by recipe and field
     */
    public record NewUserBody(
            @Nullable String tenant,
            @Nullable String method,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean invite,
            @Nullable Map<String, Map<String, Object>> recipes) {

        /** Tells nothing of the person. */
        @Override
        public String toString() {
            return "NewUserBody[tenant=" + tenant + ", method=" + method + "]";
        }
    }

    /** What goes out; with the link of an invitation to hand over, where no mail goes out. */
    public record CreatedUser(String id, @Nullable String inviteLink) {

        /** Tells nothing of the link. */
        @Override
        public String toString() {
            return "CreatedUser[id=" + id + "]";
        }
    }

    UserCreationApi(Userdeck userdeck, CreateForm form) {
        this.userdeck = userdeck;
        this.form = form;
    }

    List<Route> routes() {
        return List.of(Route.post("/users")
                .summary("Create a user")
                .permission(USERS_CREATE)
                .handlesScope()
                .body(NewUserBody.class)
                .example(new NewUserBody(
                        "public",
                        PASSWORD,
                        "kim@example.com",
                        null,
                        "Kim Lindgren",
                        "plum tundra violet 47",
                        null,
                        null))
                .maxBodyBytes(form.maxBodyBytes())
                .answers(201, CreatedUser.class)
                .sendsETag()
                .problems(ProblemType.INVALID, ProblemType.CONFLICT)
                .handle(this::create));
    }

    private Response create(Request<NewUserBody> request) {
        var errors = new ArrayList<FieldError>();
        NewUser newUser = newUser(request, errors);
        CreateForm.Filled filled = form.read(request.body().recipes(), request.operator(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var inviteLink = new AtomicReference<@Nullable String>();
        CreateUserResult result = userdeck.users().create(newUser, request.actor(), user -> {
            form.write(filled, user, newUser.tenant(), request.operator());
            inviteLink.set(invite(user, request));
        });
        if (result instanceof CreateUserResult.Created created) {
            User user = created.user();
            return Response.created(new CreatedUser(user.id().value(), inviteLink.get()))
                    .header("Location", "users/" + user.id().value())
                    .etag(user.version());
        }
        throw refusal(errors(result), newUser, request);
    }

    /** In the transaction that creates the user: who can't be invited isn't created. */
    private @Nullable String invite(User user, Request<NewUserBody> request) {
        return invites(request.body())
                ? UserPasswordsApi.sendLink(userdeck, user.id(), request.scope(), request.actor())
                        .link()
                : null;
    }

    private static boolean invites(NewUserBody body) {
        return Boolean.TRUE.equals(body.invite());
    }

    private static NewUser newUser(Request<NewUserBody> request, List<FieldError> errors) {
        NewUserBody body = request.body();
        Optional<TenantId> tenant = tenant(request);
        if (tenant.isEmpty()) {
            errors.add(new FieldError("tenant", "tenant-unknown", "There is no such tenant."));
        }
        methodErrors(body, errors);
        return new NewUser(
                body.email(),
                body.phone(),
                body.password(),
                null,
                PASSWORDLESS.equals(body.method()),
                null,
                body.name(),
                null,
                tenant.orElse(TenantId.PUBLIC));
    }

    private static void methodErrors(NewUserBody body, List<FieldError> errors) {
        if (invites(body) && (!PASSWORD.equals(body.method()) || body.password() != null)) {
            errors.add(new FieldError(
                    "invite", "invite-unused", "An invitation is for users who choose their first password by it."));
        }
        if (PASSWORD.equals(body.method())) {
            if (body.password() == null && !invites(body)) {
                errors.add(new FieldError(PASSWORD, "password-missing", "A password is needed."));
            }
            if (body.email() == null && invites(body)) {
                errors.add(new FieldError("email", "email-missing", "An email is needed."));
            }
        } else if (PASSWORDLESS.equals(body.method())) {
            if (body.password() != null) {
                errors.add(new FieldError(PASSWORD, "password-unused", "Who signs in without a password has none."));
            }
        } else {
            errors.add(new FieldError("method", "method-unknown", "Choose password or passwordless."));
        }
    }

    /** The tenant that was named; one out of reach is answered like one that isn't there. */
    private static Optional<TenantId> tenant(Request<NewUserBody> request) {
        String named = request.body().tenant();
        String id = named == null ? TenantId.PUBLIC.value() : named;
        return TenantId.isValid(id) ? Optional.of(new TenantId(id)).filter(request.scope()::covers) : Optional.empty();
    }

    private static List<FieldError> errors(CreateUserResult result) {
        return result instanceof CreateUserResult.Refused refused
                ? refused.errors()
                : List.of(new FieldError("email", "email-taken", "Another user has this email."));
    }

    /** Who has the email or the phone is told to those who may see that user anyway. */
    private ProblemException refusal(List<FieldError> errors, NewUser newUser, Request<NewUserBody> request) {
        Problem problem = UserRefusals.ofBody(errors);
        if (request.operator().may(USERS_READ)) {
            for (FieldError error : errors) {
                Optional<User> owner = owner(error, newUser);
                if (owner.isPresent()) {
                    return problem.with("existing", named(owner.get())).exception();
                }
            }
        }
        return problem.exception();
    }

    private Optional<User> owner(FieldError error, NewUser newUser) {
        String email = newUser.email();
        String phone = newUser.phone();
        if (error.code().equals("email-taken") && email != null) {
            return userdeck.users().findByEmail(email, newUser.tenant());
        }
        return error.code().equals("phone-taken") && phone != null
                ? userdeck.users().findByPhone(phone, newUser.tenant())
                : Optional.empty();
    }

    private static Map<String, String> named(User user) {
        var named = new HashMap<String, String>();
        named.put("id", user.id().value());
        if (user.name() != null) {
            named.put("name", user.name());
        }
        return named;
    }
}
