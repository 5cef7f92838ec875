package dev.userdeck.internal.operator;

import dev.userdeck.language.Languages;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorLink;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Makes the links for operators, and mails them where that is possible. */
final class LinkIssuer {
    /** Short, as it opens an account that is in use. */
    private static final Duration RESET = Duration.ofHours(1);

    private final Clock clock;
    private final OperatorTokens tokens;
    private final Outbox outbox;
    private final OperatorMails mails;
    private final OperatorSettings settings;

    LinkIssuer(Clock clock, OperatorTokens tokens, Outbox outbox, Languages languages, OperatorSettings settings) {
        this.clock = clock;
        this.tokens = tokens;
        this.outbox = outbox;
        this.mails = new OperatorMails(languages, settings.appName());
        this.settings = settings;
    }

    OperatorLink invitation(DSLContext db, OperatorAccount to) {
        Duration lifetime = settings.invitationLifetime();
        Instant expiresAt = clock.instant().plus(lifetime);
        String link = link("invite", tokens.issue(db, to.id(), expiresAt));
        return sent(() -> mails.invitation(to, link, lifetime, expiresAt), link, expiresAt);
    }

    OperatorLink reset(DSLContext db, OperatorAccount to) {
        OperatorLink.HandOver made = resetByHand(db, to);
        return sent(() -> mails.reset(to, made.link(), RESET, made.expiresAt()), made.link(), made.expiresAt());
    }

    /** The same, not mailed. */
    OperatorLink.HandOver resetByHand(DSLContext db, OperatorAccount to) {
        Instant expiresAt = clock.instant().plus(RESET);
        return new OperatorLink.HandOver(link("reset", tokens.issue(db, to.id(), expiresAt)), expiresAt);
    }

    /** Never by what a request says of its host, which is anybody's to choose. */
    private String link(String page, String token) {
        URI dashboard = settings.dashboard();
        return (dashboard == null ? "" : dashboard) + page + "#" + token;
    }

    private OperatorLink sent(Supplier<NewEmail> content, String link, Instant expiresAt) {
        if (settings.dashboard() == null || outbox.delivery() == MailDelivery.NONE) {
            return new OperatorLink.HandOver(link, expiresAt);
        }
        NewEmail mail = content.get();
        var message = outbox.send(mail);
        return outbox.delivery() == MailDelivery.SENDER
                ? new OperatorLink.Sent(message.orElseThrow(), mail.to(), expiresAt)
                : new OperatorLink.HandOver(link, expiresAt);
    }
}
