package dev.userdeck.internal.operator;

import dev.userdeck.actor.Actor;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Tells operators by mail what somebody did with their account (OWASP ASVS 5.0, 6.3.5 and 6.3.7), in the transaction that is open.
 * Where no mail goes out, nobody is told.
 */
final class OperatorNotices {
    private static final String NEW_DEVICE = "operator-new-device";
    private static final String PASSWORD_CHANGED = "operator-password-changed";
    private static final String FACTOR_ADDED = "operator-factor-added";
    private static final String FACTOR_REMOVED = "operator-factor-removed";
    private static final String FACTORS_RESET = "operator-factors-reset";
    private static final String RECOVERY_CODE_USED = "operator-recovery-code-used";
    private static final String RECOVERY_CODES_RENEWED = "operator-recovery-codes-renewed";
    private static final String NOT_YOU =
            "If it wasn't you, change your password, which ends all other sessions, and tell a colleague.";
    private static final Duration NEWS = Duration.ofDays(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Outbox outbox;
    private final Clock clock;
    private final OperatorSettings settings;

    OperatorNotices(Outbox outbox, Clock clock, OperatorSettings settings) {
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
    }

    /** Somebody who knows the password signed in by a browser that was not seen before. */
    void newDevice(String email, Actor client) {
        send(
                NEW_DEVICE,
                email,
                "New sign-in to " + dashboard(),
                "Somebody signed in with your password by a browser that you have not used before, " + when(client)
                        + ".",
                "If it was you, there is nothing to do. If not, change your password, which ends all other sessions, and"
                        + " tell a colleague.");
    }

    /** The password is another one now. */
    void passwordChanged(String email, Actor client) {
        send(
                PASSWORD_CHANGED,
                email,
                "Your password for " + dashboard() + " was changed",
                "You have a new password, " + when(client) + ". Sessions elsewhere have ended.",
                "If it wasn't you, have a colleague make a link to a new password for you at once.");
    }

    /** There is a further second factor. */
    void factorAdded(String email, String factor, Actor client) {
        send(
                FACTOR_ADDED,
                email,
                "A second factor for " + dashboard() + " was added",
                "\"" + factor + "\" was added to your account, " + when(client)
                        + ". From now on signing in takes one of its codes. Sessions elsewhere have ended.",
                NOT_YOU);
    }

    /** One is gone. */
    void factorRemoved(String email, String factor, Actor client) {
        send(
                FACTOR_REMOVED,
                email,
                "A second factor for " + dashboard() + " was removed",
                "\"" + factor + "\" was removed from your account, " + when(client)
                        + ". Sessions elsewhere have ended.",
                NOT_YOU);
    }

    /** All are gone, and it wasn't the operator who did it. */
    void factorsReset(String email) {
        send(
                FACTORS_RESET,
                email,
                "Your second factor for " + dashboard() + " was reset",
                "Somebody who looks after operators took away your second factor and your recovery codes, on "
                        + TIME.format(clock.instant())
                        + ". Signing in takes your password alone until you add another. All your"
                        + " sessions have ended.",
                "If you didn't ask for it, change your password, and tell a colleague.");
    }

    /** A recovery code was given in place of a factor. */
    void recoveryCodeUsed(String email, int left, Actor client) {
        send(
                RECOVERY_CODE_USED,
                email,
                "A recovery code for " + dashboard() + " was used",
                "Somebody gave your password and one of your recovery codes, " + when(client) + ". You have " + left
                        + " left.",
                NOT_YOU);
    }

    /** There are others now. */
    void recoveryCodesRenewed(String email, Actor client) {
        send(
                RECOVERY_CODES_RENEWED,
                email,
                "You have new recovery codes for " + dashboard(),
                "New recovery codes were made, " + when(client) + ". Those from before are void.",
                NOT_YOU);
    }

    /** What the browser says of itself is anybody's to choose, so it is not in the mail. */
    private String when(Actor client) {
        Instant now = clock.instant();
        return "on " + TIME.format(now) + (client.ip() == null ? "" : ", from the address " + client.ip());
    }

    private String dashboard() {
        return settings.appName() == null ? "Userdeck" : "the dashboard of " + settings.appName();
    }

    private void send(String kind, String email, String subject, String what, String then) {
        EmailContent content = EmailContent.of(subject).paragraph(what).paragraph(then);
        if (settings.dashboard() != null) {
            content = content.link("Open the dashboard", settings.dashboard().toString());
        }
        // mail for operators is English
        outbox.send(NewEmail.of(kind, email, content).expiresAt(clock.instant().plus(NEWS)));
    }
}
