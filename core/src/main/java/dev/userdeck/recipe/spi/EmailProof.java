package dev.userdeck.recipe.spi;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.user.User;
import org.apiguardian.api.API;

/**
 * That a user has used a link which went to an email address by mail and was shown to nobody else: so the user reads what is
 * sent there. A link that was handed over by an operator proves nothing, and none is both mailed and handed over.
 *
 * @param user as of now
 * @param email the address that the mail went to, as the user has it; it may be one of a login method, and another than
 *     {@code user.email()}
 * @param messageKind the kind of the mail: {@code invitation}, {@code password-reset} when an operator sent it,
 *     {@code password-forgotten} when the user asked for it
 * @param actor the user, from where the link was used
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record EmailProof(User user, String email, String messageKind, Actor actor) {

    /** Checks that all of it is there. */
    public EmailProof {
        requireNonNull(user, "user");
        requireNonNull(email, "email");
        requireNonNull(messageKind, "mail");
        requireNonNull(actor, "actor");
    }
}
