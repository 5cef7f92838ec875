package dev.userdeck.internal.user.password;

import static dev.userdeck.audit.AuditActions.USER_INVITED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_FORGOTTEN;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_LINK_MADE;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.PasswordTokens.Token;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.LinkTarget;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.password.LinkLifetimes;
import dev.userdeck.password.PasswordLinkResult;
import dev.userdeck.password.PasswordLinkResult.NotSent;
import dev.userdeck.password.PasswordLinkResult.Reason;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the links by which users choose a password, and sends them. */
final class PasswordLinks {
    private final UserTransaction work;
    private final PasswordWriting passwords;
    private final Outbox mail;
    private final PasswordMails mails;
    private final @Nullable LinkTarget resetPage;
    private final @Nullable LinkTarget invitationPage;
    private final PasswordTokens tokens = new PasswordTokens();

    /** Without a page nobody is sent there. */
    PasswordLinks(
            UserTransaction work,
            PasswordWriting passwords,
            Outbox mail,
            PasswordMails mails,
            @Nullable LinkTarget resetPage,
            @Nullable LinkTarget invitationPage) {
        this.work = work;
        this.passwords = passwords;
        this.mail = mail;
        this.mails = mails;
        this.resetPage = resetPage;
        this.invitationPage = invitationPage;
    }

    Optional<LinkLifetimes> lifetimes() {
        return resetPage == null
                ? Optional.empty()
                : Optional.of(new LinkLifetimes(PasswordMails.RESET, PasswordMails.INVITATION));
    }

    /** Whether someone who forgot a password can be sent a link. */
    boolean canReset() {
        return resetPage != null && mail.configured();
    }

    PasswordLinkResult send(UserId id, Scope scope, Actor actor) {
        return work.jooq.write(db -> {
            Found found = work.lock(db, id, scope);
            if (found instanceof OutOfReach out) {
                return out.alsoElsewhere()
                        ? new PasswordLinkResult.PartlyOutOfScope()
                        : new PasswordLinkResult.Unknown();
            }
            User user = ((Locked) found).user();
            Optional<String> email = PasswordAddresses.first(user);
            return email.isPresent() ? send(db, user, email.get(), actor) : new NotSent(Reason.NO_EMAIL);
        });
    }

    private PasswordLinkResult send(DSLContext db, User user, String email, Actor actor) {
        if (user.status() == UserStatus.SUSPENDED) {
            return new NotSent(Reason.SUSPENDED);
        }
        if (passwords.off(db, user.id()).isPresent()) {
            return new NotSent(Reason.METHOD_OFF);
        }
        boolean isInvitation = user.status() == UserStatus.INVITED;
        LinkTarget page = isInvitation ? invitationPage : resetPage;
        if (page == null) {
            return new NotSent(Reason.NO_PAGE);
        }
        work.audit.record(UserTransaction.event(isInvitation ? USER_INVITED : USER_PASSWORD_LINK_MADE, actor, user));
        Instant expiresAt = work.now().plus(isInvitation ? PasswordMails.INVITATION : PasswordMails.RESET);
        String kind = isInvitation ? PasswordMails.INVITED : PasswordMails.SENT;
        boolean isMailed = mail.delivery() == MailDelivery.SENDER;
        // who is handed a link has proved no address by it
        Token made = new Token(user.id(), Identifiers.key(email), isMailed ? kind : "");
        String link = link(page, db, made, expiresAt);
        Optional<OutboxMessageId> sent = mail.send(
                isInvitation
                        ? mails.invitation(user, email, link, expiresAt, actor)
                        : mails.reset(user, email, link, expiresAt, actor));
        return isMailed
                ? new PasswordLinkResult.Sent(sent.orElseThrow(), email, expiresAt)
                : new PasswordLinkResult.HandOver(link, expiresAt);
    }

    private String link(LinkTarget page, DSLContext db, Token made, Instant expiresAt) {
        return page.linkWith(tokens.issue(db, made, work.now(), expiresAt));
    }

    /** Mails a link to a user whose row is held, who forgot the password. */
    void sendForgotten(DSLContext db, User user, String email, Actor actor) {
        LinkTarget page = resetPage;
        if (page == null) {
            return;
        }
        Instant expiresAt = work.now().plus(PasswordMails.RESET);
        Token made = new Token(user.id(), Identifiers.key(email), PasswordMails.FORGOTTEN);
        String link = link(page, db, made, expiresAt);
        mail.send(mails.reset(user, email, link, expiresAt, actor));
        work.audit.record(UserTransaction.event(USER_PASSWORD_FORGOTTEN, actor, user));
    }
}
