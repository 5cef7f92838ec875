package dev.userdeck.recipe.emailverification.internal;

import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_UNVERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_VERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_VERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.VERIFICATION_SENT;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.language.Languages;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.LinkTarget;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.emailverification.MarkResult;
import dev.userdeck.recipe.emailverification.SendResult;
import dev.userdeck.recipe.emailverification.VerifyResult;
import dev.userdeck.recipe.emailverification.internal.JooqVerification.Holder;
import dev.userdeck.recipe.emailverification.internal.JooqVerification.Token;
import dev.userdeck.recipe.emailverification.internal.JooqVerificationState.State;
import dev.userdeck.recipe.spi.EmailProof;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.session.Session;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends links, checks what comes back, and tells the audit trail. */
public final class DefaultEmailVerification implements EmailVerification {
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final UnmetRequirement NOT_VERIFIED =
            new UnmetRequirement("email-not-verified", "Verify your email first");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Outbox mail;
    private final Languages languages;
    private final @Nullable String appName;
    private final AuditTrail audit;
    private final @Nullable LinkTarget page;
    private final Secrets secrets = new Secrets();
    private final JooqVerification rows;
    private final JooqVerificationState states;

    /** Works with the tables of a started library; without a page it sends nothing. */
    public DefaultEmailVerification(RecipeContext context, @Nullable LinkTarget page) {
        this.jooq = JooqDatabase.over(context.database());
        this.clock = context.clock();
        this.mail = context.outbox();
        this.languages = context.languages();
        this.appName = context.appName().orElse(null);
        this.audit = context.audit();
        this.page = page;
        this.rows = new JooqVerification(jooq);
        this.states = new JooqVerificationState(jooq);
    }

    /** What is verified in imports and exports. */
    public VerificationData data() {
        return new VerificationData(jooq, clock, rows);
    }

    @Override
    public Optional<Instant> verifiedAt(UserId user) {
        return Optional.ofNullable(verifiedAt(Set.of(user)).get(user));
    }

    @Override
    public Map<UserId, Instant> verifiedAt(Collection<UserId> users) {
        Set<UserId> wanted = Set.copyOf(users);
        return wanted.isEmpty() ? Map.of() : jooq.read(db -> rows.verifiedAt(db, wanted));
    }

    /** As {@link #verified}, of users who were read a moment ago. */
    Set<UserId> verifiedAmong(Collection<User> users) {
        Map<UserId, Set<String>> addresses =
                jooq.read(db -> rows.addresses(db, users.stream().map(User::id).toList()));
        return users.stream()
                .filter(user -> has(addresses.getOrDefault(user.id(), Set.of()), user.email()))
                .map(User::id)
                .collect(toSet());
    }

    private static boolean has(Set<String> addresses, @Nullable String email) {
        // a key that is written as the email is, is that email's: most are
        return email != null
                && !addresses.isEmpty()
                && (addresses.contains(email) || addresses.contains(EmailAddress.typed(email)));
    }

    /** All that there is to show of a user with this email. */
    State state(UserId user, EmailAddress email) {
        return jooq.readPlain(connection -> states.of(connection, user, email, now().minus(ResendLimits.WINDOW)));
    }

    /** Where mails with links go; nowhere without a page to link to. */
    MailDelivery outlet() {
        return page == null ? MailDelivery.NONE : mail.delivery();
    }

    /** When the next mail may be sent; empty when it may be now. */
    Optional<Instant> nextMailAt(State state) {
        Instant now = now();
        return Optional.of(ResendLimits.retryAt(state.links(), now)).filter(now::isBefore);
    }

    /** Holds back users whose email isn't verified. */
    public Optional<UnmetRequirement> unmetRequirement(Session session) {
        return jooq.read(db -> rows.mayPass(db, session.userId())) ? Optional.empty() : Optional.of(NOT_VERIFIED);
    }

    /** To be called in the transaction that changes a user: links to another email than the new one die. */
    public void updated(User before, User after) {
        if (!Objects.equals(key(before), key(after))) {
            jooq.write(db -> {
                rows.endTokens(db, after.id());
                return after;
            });
        }
    }

    private static @Nullable String key(User user) {
        return user.email() == null ? null : EmailAddress.typed(user.email());
    }

    /** To be called in the transaction that merges two users: what one has proved, the other one has proved, too. */
    public void merged(User into, User from) {
        jooq.write(db -> {
            rows.moveAddresses(db, from.id(), into.id());
            return into;
        });
    }

    /** To be called in the transaction in which a mailed link was used: it verifies the email that it was mailed to. */
    public void proved(EmailProof proof) {
        User user = proof.user();
        Optional<EmailAddress> email = EmailAddress.parse(proof.email())
                .filter(address -> address.key().equals(key(user)));
        if (email.isEmpty()) {
            return;
        }
        jooq.write(db -> {
            if (rows.verify(db, user.id(), email.get(), now())) {
                audit.record(verified(user.id(), email.get(), proof.messageKind(), proof.actor()));
            }
            return user;
        });
    }

    /** That it was verified, and by which kind of mail. */
    private static NewAuditEvent verified(UserId user, EmailAddress email, String mail, Actor actor) {
        return event(EMAIL_VERIFIED, user, email, actor).target(mail);
    }

    /** The address is a change, as those go with the user. */
    private static NewAuditEvent event(String action, UserId user, EmailAddress email, Actor actor) {
        return NewAuditEvent.of(action, actor).user(user).change("email", null, email.display());
    }

    @Override
    public SendResult send(UserId user, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            Optional<Holder> holder = rows.lock(db, user);
            if (holder.isEmpty()) {
                return new SendResult.UnknownUser();
            }
            Optional<EmailAddress> email = holder.get().email();
            return email.isPresent() ? send(db, user, email.get(), actor) : new SendResult.NoEmail();
        });
    }

    private SendResult send(DSLContext db, UserId user, EmailAddress email, Actor actor) {
        if (rows.isVerified(db, user, email)) {
            return new SendResult.AlreadyVerified();
        }
        LinkTarget linked = page;
        if (linked == null || !mail.configured()) {
            return new SendResult.NotConfigured();
        }
        Instant now = now();
        Instant retryAt = ResendLimits.retryAt(rows.sentSince(db, user, email, now.minus(ResendLimits.WINDOW)), now);
        if (retryAt.isAfter(now)) {
            return new SendResult.TooSoon(retryAt);
        }
        String token = secrets.token();
        Instant expiresAt = now.plus(GOOD_FOR);
        rows.deleteExpired(db, user, now, now.minus(ResendLimits.WINDOW));
        rows.insertToken(db, Secrets.sha256(token), user, email, now, expiresAt);
        OutboxMessageId id = mail.send(VerificationMail.to(
                        user,
                        email.display(),
                        linked.linkWith(token),
                        appName,
                        GOOD_FOR,
                        expiresAt,
                        languages.of(user, actor)))
                .orElseThrow();
        audit.record(event(VERIFICATION_SENT, user, email, actor));
        return new SendResult.Sent(id);
    }

    @Override
    public VerifyResult verify(String token, Actor actor) {
        requireNonNull(token, "token");
        requireNonNull(actor, "actor");
        if (!TOKEN.matcher(token).matches()) {
            return new VerifyResult.Unusable();
        }
        String hash = Secrets.sha256(token);
        return jooq.write(db -> rows.findToken(db, hash)
                .flatMap(found -> rows.lock(db, found.user()))
                .flatMap(holder -> verified(db, hash, holder, actor))
                .orElseGet(VerifyResult.Unusable::new));
    }

    /** Reads the token once more: whoever held the user's row before may have used it. */
    private Optional<VerifyResult> verified(DSLContext db, String hash, Holder holder, Actor actor) {
        Optional<Token> token = rows.findToken(db, hash);
        Optional<EmailAddress> email = holder.email();
        if (token.isEmpty()
                || email.isEmpty()
                || !token.get().expiresAt().isAfter(now())
                || !token.get().emailKey().equals(email.get().key())) {
            return Optional.empty();
        }
        rows.verify(db, holder.user(), email.get(), now());
        audit.record(verified(holder.user(), email.get(), VerificationMail.KIND, actor));
        return Optional.of(new VerifyResult.Verified(holder.user(), email.get().display()));
    }

    @Override
    public MarkResult markVerified(UserId user, Actor actor) {
        return mark(user, actor, EMAIL_MARKED_VERIFIED, (db, email) -> rows.verify(db, user, email, now()));
    }

    @Override
    public MarkResult markUnverified(UserId user, Actor actor) {
        return mark(user, actor, EMAIL_MARKED_UNVERIFIED, (db, email) -> rows.deleteAddress(db, user, email));
    }

    /** A change of the state of an address; tells whether there was one. */
    private interface Change {
        boolean of(DSLContext db, EmailAddress email);
    }

    private MarkResult mark(UserId user, Actor actor, String action, Change change) {
        requireNonNull(user, "user");
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            Optional<Holder> holder = rows.lock(db, user);
            if (holder.isEmpty()) {
                return new MarkResult.UnknownUser();
            }
            Optional<EmailAddress> email = holder.get().email();
            if (email.isEmpty()) {
                return new MarkResult.NoEmail();
            }
            if (!change.of(db, email.get())) {
                return new MarkResult.Unchanged();
            }
            audit.record(event(action, user, email.get(), actor));
            return new MarkResult.Changed();
        });
    }

    /** Of the clock, as exact as it is kept. */
    Instant now() {
        return StoredTime.now(clock);
    }
}
