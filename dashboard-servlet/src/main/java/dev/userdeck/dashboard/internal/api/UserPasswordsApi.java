package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.PASSWORDS_RESET;
import static dev.userdeck.operator.Permission.PASSWORDS_SET;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.api.UserEditsApi.Ended;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.password.EndSessions;
import dev.userdeck.password.PasswordLinkResult;
import dev.userdeck.password.SetPasswordResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets users' passwords, and sends the links by which they choose them. */
final class UserPasswordsApi {
    private final Userdeck userdeck;

    /** A password, and whether the user's sessions end: they do unless told otherwise. */
    public record PasswordBody(
            @Nullable String password, @Nullable Boolean endSessions) {

        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "PasswordBody[]";
        }
    }

    /** Where the mail goes that waits to be sent; or, without a mail server, the link to hand over. */
    public record SentLink(
            boolean sent, @Nullable String to, @Nullable String link) {

        /** Tells nothing of the link. */
        @Override
        public String toString() {
            return "SentLink[sent=" + sent + "]";
        }
    }

    UserPasswordsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(
                Route.put("/users/{userId}/password")
                        .summary("Set a user's password")
                        .permission(PASSWORDS_SET)
                        .body(PasswordBody.class)
                        .answers(200, Ended.class)
                        .problems(ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.BUSY)
                        .handle(this::set),
                Route.post("/users/{userId}/password-reset")
                        .summary("Send a link to choose a password")
                        .permission(PASSWORDS_RESET)
                        .answers(200, SentLink.class)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::sendLink));
    }

    private Response set(Request<PasswordBody> request) {
        String password = request.body().password();
        if (password == null) {
            throw Problem.invalid("password", "password-missing", "A password is needed.")
                    .exception();
        }
        EndSessions ending = Boolean.FALSE.equals(request.body().endSessions()) ? EndSessions.NONE : EndSessions.ALL;
        SetPasswordResult result =
                userdeck.passwords().set(request.user().id(), password, ending, request.scope(), request.actor());
        if (result instanceof SetPasswordResult.Done done) {
            return Response.ok(new Ended(done.endedSessions()));
        }
        if (result instanceof SetPasswordResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw result instanceof SetPasswordResult.Unknown ? UserRefusals.unknown() : UserRefusals.alsoElsewhere();
    }

    /** Who is handed a link can set the password with it. */
    private Response sendLink(Request<Void> request) {
        if (userdeck.outbox().delivery() != MailDelivery.SENDER
                && !request.operator().may(PASSWORDS_SET)) {
            throw refusal("mail-off", "No mail server is set. An operator who may set passwords can hand over a link.");
        }
        return Response.ok(sendLink(userdeck, request.user().id(), request.scope(), request.actor()));
    }

    /**
     * Makes a link for a user.
     *
     * @throws ProblemException if there is none for that user
     */
    static SentLink sendLink(Userdeck userdeck, UserId user, Scope scope, Actor actor) {
        PasswordLinkResult result = userdeck.passwords().sendLink(user, scope, actor);
        if (result instanceof PasswordLinkResult.Sent sent) {
            return new SentLink(true, sent.to(), null);
        }
        if (result instanceof PasswordLinkResult.HandOver handOver) {
            return new SentLink(false, null, handOver.link());
        }
        if (result instanceof PasswordLinkResult.NotSent notSent) {
            throw refusal(notSent.reason());
        }
        throw result instanceof PasswordLinkResult.Unknown ? UserRefusals.unknown() : UserRefusals.alsoElsewhere();
    }

    private static ProblemException refusal(PasswordLinkResult.Reason reason) {
        return switch (reason) {
            case NO_EMAIL -> refusal("email-missing", "The user has no email to sign in with. Add one first.");
            case SUSPENDED -> refusal("user-suspended", "The user is suspended. Activate the user first.");
            case METHOD_OFF -> refusal("method-off", "Nobody signs in to the user's tenants with a password.");
            case NO_PAGE -> refusal("no-page", "The app has no page to choose a password: passwordResetPage(…).");
        };
    }

    private static ProblemException refusal(String reason, String words) {
        return UserRefusals.ofAction(List.of(new FieldError("user", reason, words)));
    }
}
