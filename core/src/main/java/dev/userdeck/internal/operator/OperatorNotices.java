package dev.userdeck.internal.operator;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.language.Languages;
import dev.userdeck.language.Words;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorPreferences;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private static final Duration NEWS = Duration.ofDays(2);
    /** Shown as "UTC", which the offset is not. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Outbox outbox;
    private final Clock clock;
    private final Languages languages;
    private final OperatorSettings settings;

    /** Who is told. */
    record Recipient(String email, OperatorPreferences preferences) {

        static Recipient of(UdOperatorRecord row) {
            return new Recipient(row.getEmail(), StoredPreferences.of(row));
        }

        static Recipient of(OperatorAccount account) {
            return new Recipient(account.email(), account.preferences());
        }

        /** An operator who signs in here. */
        static Recipient of(Operator operator) {
            return new Recipient(requireNonNull(operator.email()), operator.preferences());
        }
    }

    OperatorNotices(Outbox outbox, Clock clock, Languages languages, OperatorSettings settings) {
        this.outbox = outbox;
        this.clock = clock;
        this.languages = languages;
        this.settings = settings;
    }

    /** Somebody who knows the password signed in by a browser that was not seen before. */
    void newDevice(Recipient to, Actor client) {
        var it = new Notice(NEW_DEVICE, to, client, Map.of());
        it.send(
                it.say("email.operator-new-device.subject", "New sign-in to {dashboard}"),
                it.say(
                        "email.operator-new-device.text",
                        "Somebody signed in with your password by a browser that you have not used before, {when}."),
                it.say(
                        "email.operator-new-device.then",
                        "If it was you, there is nothing to do. If not, change your password, which ends all other"
                                + " sessions, and tell a colleague."));
    }

    /** The password is another one now. */
    void passwordChanged(Recipient to, Actor client) {
        var it = new Notice(PASSWORD_CHANGED, to, client, Map.of());
        it.send(
                it.say("email.operator-password-changed.subject", "Your password for {dashboard} was changed"),
                it.say(
                        "email.operator-password-changed.text",
                        "You have a new password, {when}. Sessions elsewhere have ended."),
                it.say(
                        "email.operator-password-changed.then",
                        "If it wasn't you, have a colleague make a link to a new password for you at once."));
    }

    /** There is a further second factor. */
    void factorAdded(Recipient to, String factor, Actor client) {
        var it = new Notice(FACTOR_ADDED, to, client, Map.of("factor", factor));
        it.send(
                it.say("email.operator-factor-added.subject", "A second factor for {dashboard} was added"),
                it.say(
                        "email.operator-factor-added.text",
                        "\"{factor}\" was added to your account, {when}. From now on signing in takes one of its codes."
                                + " Sessions elsewhere have ended."),
                it.notYou());
    }

    /** One is gone. */
    void factorRemoved(Recipient to, String factor, Actor client) {
        var it = new Notice(FACTOR_REMOVED, to, client, Map.of("factor", factor));
        it.send(
                it.say("email.operator-factor-removed.subject", "A second factor for {dashboard} was removed"),
                it.say(
                        "email.operator-factor-removed.text",
                        "\"{factor}\" was removed from your account, {when}. Sessions elsewhere have ended."),
                it.notYou());
    }

    /** All are gone, and it wasn't the operator who did it. */
    void factorsReset(Recipient to) {
        var it = new Notice(FACTORS_RESET, to, Actor.system(), Map.of());
        it.send(
                it.say("email.operator-factors-reset.subject", "Your second factor for {dashboard} was reset"),
                it.say(
                        "email.operator-factors-reset.text",
                        "Somebody who looks after operators took away your second factor and your recovery codes, {when}."
                                + " Signing in takes your password alone until you add another. All your sessions have ended."),
                it.say(
                        "email.operator-factors-reset.then",
                        "If you didn't ask for it, change your password, and tell a colleague."));
    }

    /** A recovery code was given in place of a factor. */
    void recoveryCodeUsed(Recipient to, int left, Actor client) {
        var it = new Notice(RECOVERY_CODE_USED, to, client, Map.of("left", left));
        it.send(
                it.say("email.operator-recovery-code-used.subject", "A recovery code for {dashboard} was used"),
                it.say(
                        "email.operator-recovery-code-used.text",
                        "Somebody gave your password and one of your recovery codes, {when}. You have {left} left."),
                it.notYou());
    }

    /** There are others now. */
    void recoveryCodesRenewed(Recipient to, Actor client) {
        var it = new Notice(RECOVERY_CODES_RENEWED, to, client, Map.of());
        it.send(
                it.say("email.operator-recovery-codes-renewed.subject", "You have new recovery codes for {dashboard}"),
                it.say(
                        "email.operator-recovery-codes-renewed.text",
                        "New recovery codes were made, {when}. Those from before are void."),
                it.notYou());
    }

    /** A mail in the making. */
    private final class Notice {
        private final String kind;
        private final Recipient to;
        private final Words words;
        private final Map<String, Object> values;

        /**
         * Begins it.
         *
         * @param client who did it, the operator or somebody in the operator's name
         */
        private Notice(String kind, Recipient to, Actor client, Map<String, ?> values) {
            this.kind = kind;
            this.to = to;
            this.words = OperatorMails.words(languages, to.preferences(), client.languages());
            this.values = new HashMap<>(values);
            this.values.put("dashboard", dashboard());
            this.values.put("when", when(client));
        }

        private String dashboard() {
            String appName = settings.appName();
            return appName == null
                    ? "Userdeck"
                    : words.say("email.dashboard", "the dashboard of {app}", Map.of("app", appName));
        }

        /** What the browser says of itself is anybody's to choose, so it is not in the mail. */
        private String when(Actor client) {
            String time = words.moment(
                    clock.instant(), requireNonNullElse(to.preferences().timeZone(), UTC));
            return client.ip() == null
                    ? words.say("email.when", "on {time}", Map.of("time", time))
                    : words.say(
                            "email.when.address",
                            "on {time}, from the address {address}",
                            Map.of("time", time, "address", client.ip()));
        }

        private String say(String key, String english) {
            return words.say(key, english, values);
        }

        private String notYou() {
            return words.say(
                    "email.not-you",
                    "If it wasn't you, change your password, which ends all other sessions, and tell a colleague.");
        }

        private void send(String subject, String... paragraphs) {
            EmailContent content = EmailContent.of(subject);
            for (String paragraph : List.of(paragraphs)) {
                content = content.paragraph(paragraph);
            }
            if (settings.dashboard() != null) {
                content = content.link(
                        words.say("email.dashboard.link", "Open the dashboard"),
                        settings.dashboard().toString());
            }
            outbox.send(NewEmail.of(kind, to.email(), content)
                    .locale(words.language())
                    .expiresAt(clock.instant().plus(NEWS)));
        }
    }
}
