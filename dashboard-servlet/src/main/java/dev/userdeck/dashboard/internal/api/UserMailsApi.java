package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.MAIL_READ;
import static dev.userdeck.operator.Permission.MAIL_SEND;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.internal.api.MailDocuments.MailPage;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Parameter.In;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.SendAgainResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails about a user: what became of them, never what they say. */
final class UserMailsApi {
    static final Parameter<String> MAIL = new Parameter<>("mail", In.PATH, String.class, 1, 36, null);

    /** How many there are on a page unless asked otherwise: the user page begins with so many. */
    static final int PAGE = 5;

    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, PAGE);
    private static final Parameter<String> CURSOR = Parameter.query("cursor");

    private final Userdeck userdeck;
    private final MailKinds kinds;

    UserMailsApi(Userdeck userdeck) {
        this.userdeck = userdeck;
        this.kinds = new MailKinds(userdeck.recipes());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/users/{userId}/mails")
                        .summary("List the mails about a user")
                        .permission(MAIL_READ)
                        .parameters(SIZE, CURSOR)
                        .refusesUnknown()
                        .answers(200, MailPage.class)
                        .problems(ProblemType.CURSOR_INVALID)
                        .handle(request -> Response.ok(page(request, request.require(SIZE), request.get(CURSOR)))),
                Route.post("/users/{userId}/mails/{mail}/again")
                        .summary("Send a mail about a user again")
                        .permission(MAIL_SEND)
                        .parameters(MAIL)
                        .problems(ProblemType.CONFLICT)
                        .handle(this::again));
    }

    /** A page of the mails about the request's user. */
    MailPage page(Request<Void> request, int size, @Nullable String cursor) {
        return MailDocuments.page(
                userdeck.outbox()
                        .list(OutboxQuery.all()
                                .user(request.user().id())
                                .size(size)
                                .cursor(cursor)),
                kinds);
    }

    /** A mail about somebody else is answered like one that isn't there. */
    private Response again(Request<Void> request) {
        var id = new OutboxMessageId(request.require(MAIL));
        boolean isTheirs = userdeck.outbox()
                .find(id)
                .map(OutboxMessage::user)
                .filter(request.user().id()::equals)
                .isPresent();
        if (!isTheirs || !userdeck.outbox().configured()) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return again(userdeck.outbox(), id, request.actor());
    }

    /**
     * Sends a mail again.
     *
     * @throws dev.userdeck.http.spi.ProblemException if that can't be
     */
    static Response again(Outbox outbox, OutboxMessageId id, Actor actor) {
        SendAgainResult result = outbox.sendAgain(id, actor);
        if (result instanceof SendAgainResult.TooOld) {
            throw UserRefusals.conflict(
                    "mail-too-old", "The link in this mail is no longer good. Have a new one sent.");
        }
        if (result instanceof SendAgainResult.AlreadySent) {
            throw UserRefusals.conflict(
                    "mail-sent", "This mail was sent meanwhile. Have a new one sent if it got lost.");
        }
        if (result instanceof SendAgainResult.Unknown) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }
}
