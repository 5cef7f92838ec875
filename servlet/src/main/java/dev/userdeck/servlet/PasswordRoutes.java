package dev.userdeck.servlet;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.password.ForgotPasswordResult;
import dev.userdeck.password.Passwords;
import dev.userdeck.password.ResetPasswordResult;
import dev.userdeck.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of {@link AuthServlet} by which users come to a new password. A GET does nothing: mail scanners follow links. */
final class PasswordRoutes {
    static final ProblemType LINK_UNUSABLE =
            new ProblemType("password-link-unusable", 410, "This link doesn't work any more");
    static final ProblemType NO_PASSWORD = new ProblemType("no-password", 409, "There is no password to change");
    static final ProblemType MAIL_NOT_CONFIGURED =
            new ProblemType("password-mail-not-configured", 409, "This app sends no mail to choose a password");

    private final Passwords passwords;
    private final TenantId tenant;

    PasswordRoutes(Passwords passwords, TenantId tenant) {
        this.passwords = passwords;
        this.tenant = tenant;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/password/change")
                        .summary("Change the password")
                        .forUsers()
                        .body(Change.class)
                        .problems(ProblemType.TOO_MANY_ATTEMPTS, NO_PASSWORD)
                        .handle(this::change),
                Route.post("/password/forgot")
                        .summary("Ask for a link to choose a password")
                        .forAnyone()
                        .body(Forgot.class)
                        .problems(ProblemType.TOO_MANY_ATTEMPTS, AuthRoutes.SIGN_IN_METHOD_OFF, MAIL_NOT_CONFIGURED)
                        .handle(this::forgot),
                Route.post("/password/link")
                        .summary("Look at a link to choose a password")
                        .forAnyone()
                        .body(Link.class)
                        .problems(LINK_UNUSABLE)
                        .handle(this::link),
                Route.post("/password/reset")
                        .summary("Choose a password by a link")
                        .forAnyone()
                        .body(Reset.class)
                        .problems(LINK_UNUSABLE)
                        .handle(this::reset));
    }

    /** What someone sends who knows the current password. */
    record Change(
            @Nullable String currentPassword, @Nullable String password) {
        /** Tells nothing of the passwords. */
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    /** What someone sends who doesn't. */
    record Forgot(@Nullable String email) {}

    /** What a link carries. */
    record Link(@Nullable String token) {
        /** Tells nothing of the token. */
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /** What a link carries, and the password that was chosen. */
    record Reset(@Nullable String token, @Nullable String password) {
        /** Tells nothing of either. */
        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    private Response change(Request<Change> request) {
        String current = request.body().currentPassword();
        String password = request.body().password();
        if (current == null || current.isEmpty() || password == null) {
            throw missing(current, password);
        }
        ChangePasswordResult result =
                passwords.change(request.session().orElseThrow(), current, password, request.actor());
        if (result instanceof ChangePasswordResult.Changed) {
            return Response.noContent();
        }
        if (result instanceof ChangePasswordResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof ChangePasswordResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        if (result instanceof ChangePasswordResult.WrongPassword) {
            throw Problem.invalid("currentPassword", "password-wrong", "This is not your current password.")
                    .exception();
        }
        throw Problem.of(NO_PASSWORD)
                .detail("You sign in without a password. With a reset link you can choose one.")
                .exception();
    }

    private static RuntimeException missing(@Nullable String current, @Nullable String password) {
        var errors = new ArrayList<FieldError>();
        if (current == null || current.isEmpty()) {
            errors.add(new FieldError("currentPassword", "required", "Enter your current password"));
        }
        if (password == null) {
            errors.add(new FieldError("password", "required", "Enter a new password"));
        }
        return Problem.invalid(errors).exception();
    }

    private Response forgot(Request<Forgot> request) {
        String email = request.body().email();
        if (email == null) {
            throw Problem.invalid("email", "required", "Enter an email address").exception();
        }
        ForgotPasswordResult result = passwords.forgot(email, tenant, request.actor());
        if (result instanceof ForgotPasswordResult.Accepted) {
            return Response.noContent();
        }
        if (result instanceof ForgotPasswordResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof ForgotPasswordResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        throw Problem.of(
                        result instanceof ForgotPasswordResult.MethodOff
                                ? AuthRoutes.SIGN_IN_METHOD_OFF
                                : MAIL_NOT_CONFIGURED)
                .exception();
    }

    private Response link(Request<Link> request) {
        String token = request.body().token();
        if (token == null || !passwords.isUsable(token)) {
            throw unusable();
        }
        return Response.noContent();
    }

    private Response reset(Request<Reset> request) {
        String token = request.body().token();
        String password = request.body().password();
        if (token == null) {
            throw unusable();
        }
        if (password == null) {
            throw Problem.invalid("password", "required", "Enter a new password")
                    .exception();
        }
        ResetPasswordResult result = passwords.reset(token, password, request.actor());
        if (result instanceof ResetPasswordResult.Done) {
            return Response.noContent();
        }
        if (result instanceof ResetPasswordResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw unusable();
    }

    private static RuntimeException unusable() {
        return Problem.of(LINK_UNUSABLE)
                .detail("It was used, is too old, or another one has taken its place. Ask for a new one.")
                .exception();
    }
}
