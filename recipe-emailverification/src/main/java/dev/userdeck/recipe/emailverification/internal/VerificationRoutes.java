package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.EmailVerificationPermissions.EMAILVERIFICATION_WRITE;
import static java.util.Objects.requireNonNullElse;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.emailverification.MarkResult;
import dev.userdeck.recipe.emailverification.SendResult;
import dev.userdeck.recipe.emailverification.VerifyResult;
import dev.userdeck.recipe.emailverification.http.VerificationToken;
import dev.userdeck.recipe.emailverification.http.VerifiedEmail;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.List;

/** The recipe's JSON API, for operators and for end users. */
final class VerificationRoutes {
    static final ProblemType ALREADY_VERIFIED =
            new ProblemType("email-already-verified", 409, "This email is verified already");
    static final ProblemType NOT_CONFIGURED =
            new ProblemType("verification-mail-not-configured", 409, "This app sends no mail to verify an email");
    static final ProblemType LINK_UNUSABLE =
            new ProblemType("verification-link-unusable", 410, "This link doesn't work any more");

    private final DefaultEmailVerification verification;

    VerificationRoutes(DefaultEmailVerification verification) {
        this.verification = verification;
    }

    /** For operators: sends the mail. */
    Route send() {
        return Route.post("/users/{userId}/send")
                .summary("Send a link to verify the email")
                .permission(EMAILVERIFICATION_WRITE)
                .problems(ALREADY_VERIFIED, NOT_CONFIGURED, ProblemType.TOO_MANY_ATTEMPTS, ProblemType.CONFLICT)
                .handle(request -> sent(verification.send(request.user().id(), request.actor())));
    }

    /** For operators: takes the current email for verified. */
    Route markVerified() {
        return Route.post("/users/{userId}/verified")
                .summary("Take the email for verified")
                .permission(EMAILVERIFICATION_WRITE)
                .problems(ProblemType.CONFLICT)
                .handle(request ->
                        marked(verification.markVerified(request.user().id(), request.actor())));
    }

    /** For operators: takes it for not verified. */
    Route markUnverified() {
        return Route.delete("/users/{userId}/verified")
                .summary("Take the email for unverified")
                .permission(EMAILVERIFICATION_WRITE)
                .problems(ProblemType.CONFLICT)
                .handle(request ->
                        marked(verification.markUnverified(request.user().id(), request.actor())));
    }

    /** For end users: one who is signed in asks for a mail, anyone who has a token uses it. A GET never does. */
    List<Route> forEndUsers() {
        return List.of(
                Route.post("/send")
                        .summary("Send myself a link to verify the email")
                        .forUsers()
                        .allowsHeldSessions()
                        .problems(ALREADY_VERIFIED, NOT_CONFIGURED, ProblemType.TOO_MANY_ATTEMPTS, ProblemType.CONFLICT)
                        .handle(request -> sent(verification.send(signedIn(request), request.actor()))),
                Route.post("/verify")
                        .summary("Verify the email by a link")
                        .forAnyone()
                        .allowsHeldSessions()
                        .body(VerificationToken.class)
                        .maxBodyBytes(1024)
                        .answers(200, VerifiedEmail.class)
                        .problems(LINK_UNUSABLE)
                        .handle(this::verified));
    }

    private static UserId signedIn(Request<?> request) {
        return request.session()
                .orElseThrow(() -> Problem.of(ProblemType.SIGN_IN_REQUIRED).exception())
                .userId();
    }

    private Response verified(Request<VerificationToken> request) {
        String token = requireNonNullElse(request.body().token(), "");
        if (verification.verify(token, request.actor()) instanceof VerifyResult.Verified verified) {
            return Response.ok(new VerifiedEmail(verified.email()));
        }
        throw Problem.of(LINK_UNUSABLE)
                .detail("It was used, is older than 24 hours, or was sent to another email.")
                .exception();
    }

    private Response sent(SendResult result) {
        if (result instanceof SendResult.Sent) {
            return Response.noContent();
        }
        throw refusal(result).exception();
    }

    private Problem refusal(SendResult result) {
        if (result instanceof SendResult.TooSoon tooSoon) {
            Problem problem = Problem.tooManyAttempts(Duration.between(verification.now(), tooSoon.retryAt()));
            return problem.detail(
                    "Next mail possible in %s s.".formatted(problem.extras().get(Problem.RETRY_AFTER)));
        }
        if (result instanceof SendResult.AlreadyVerified) {
            return Problem.of(ALREADY_VERIFIED).detail("This email is verified already. No mail was sent.");
        }
        if (result instanceof SendResult.NotConfigured) {
            return Problem.of(NOT_CONFIGURED).detail("This app sends no mail to verify an email.");
        }
        return result instanceof SendResult.NoEmail ? noEmail() : Problem.of(ProblemType.NOT_FOUND);
    }

    private static Response marked(MarkResult result) {
        if (result instanceof MarkResult.NoEmail) {
            throw noEmail().exception();
        }
        if (result instanceof MarkResult.UnknownUser) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private static Problem noEmail() {
        return Problem.of(ProblemType.CONFLICT).detail("The user has no email.").with("reason", "no-email");
    }
}
