package dev.userdeck.internal.user.password;

import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_MESSAGE;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD_REQUEST;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.jooq.tables.records.UdPasswordRequestRecord;
import dev.userdeck.internal.language.LanguageTags;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.password.ForgotPasswordResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down who forgot a password, and looks later whether there is such a user: so the answer is the same for everyone, and
 * takes the same time.
 */
final class ForgottenPasswords {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPasswords.class);
    private static final int BATCH = 100;
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MAX_PER_LONG = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_PER_DAY = 10;

    private final UserTransaction work;
    private final PasswordWriting passwords;
    private final PasswordLinks links;
    private final SignInThrottle throttle;
    private final Runnable wake;

    /**
     * Creates it.
     *
     * @param wake asks for {@link #work} soon
     */
    ForgottenPasswords(
            UserTransaction work,
            PasswordWriting passwords,
            PasswordLinks links,
            SignInThrottle throttle,
            Runnable wake) {
        this.work = work;
        this.passwords = passwords;
        this.links = links;
        this.throttle = throttle;
        this.wake = wake;
    }

    ForgotPasswordResult forgot(String typed, TenantId tenant, Actor actor) {
        if (work.jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't call forgot inside inTransaction or another transaction of the app's: what it counts must"
                            + " survive a rollback of the host");
        }
        if (!links.canReset()) {
            return new ForgotPasswordResult.NotConfigured();
        }
        Optional<FieldError> error = EmailAddress.check("email", typed);
        if (error.isPresent()) {
            return new ForgotPasswordResult.Refused(List.of(error.get()));
        }
        if (isOff(tenant)) {
            return new ForgotPasswordResult.MethodOff();
        }
        String key = EmailAddress.typed(typed);
        Attempt turn = throttle.begin("forgot " + tenant.value(), key, actor.ip());
        if (turn.mustWait()) {
            return new ForgotPasswordResult.TooManyAttempts(turn.retryAfter());
        }
        work.jooq.write(db -> insert(db, key, tenant, actor));
        wake.run();
        return new ForgotPasswordResult.Accepted();
    }

    private boolean isOff(TenantId tenant) {
        return work.jooq.read(db -> db.select(UD_TENANT.METHODS_OFF)
                .from(UD_TENANT)
                .where(UD_TENANT.ID.eq(tenant.value()))
                .fetchOptional(UD_TENANT.METHODS_OFF)
                .filter(off -> TenantRows.isOff(off, SignInMethod.PASSWORD))
                .isPresent());
    }

    private int insert(DSLContext db, String key, TenantId tenant, Actor actor) {
        var r = UD_PASSWORD_REQUEST;
        return db.insertInto(r, r.ID, r.TENANT_ID, r.EMAIL_KEY, r.IP, r.USER_AGENT, r.LANGUAGES)
                .values(
                        work.ids.next(),
                        tenant.value(),
                        key,
                        ColumnLimits.fit(actor.ip(), r.IP),
                        ColumnLimits.fit(actor.userAgent(), r.USER_AGENT),
                        LanguageTags.write(
                                actor.languages(), r.LANGUAGES.getDataType().length()))
                .execute();
    }

    /** Looks for the users who were taken down, the first first; several nodes may do so at once. */
    void work() {
        String last = "";
        while (true) {
            String from = last;
            List<UdPasswordRequestRecord> requests = work.jooq.read(db -> db.selectFrom(UD_PASSWORD_REQUEST)
                    .where(UD_PASSWORD_REQUEST.ID.gt(from))
                    .orderBy(UD_PASSWORD_REQUEST.ID)
                    .limit(BATCH)
                    .fetch());
            requests.forEach(this::attempt);
            if (requests.size() < BATCH) {
                return;
            }
            last = requests.get(requests.size() - 1).getId();
        }
    }

    /** One that fails, as the app's template for the mail does, isn't in the way of the others, nor tried for ever. */
    private void attempt(UdPasswordRequestRecord request) {
        try {
            work.jooq.write(db -> take(db, request) && answer(db, request));
        } catch (UserdeckException e) {
            throw e; // the database, for now
        } catch (RuntimeException e) {
            LOG.error("A link to choose a new password could not be sent; its user has to ask again", e);
            work.jooq.write(db -> take(db, request));
        }
    }

    /** False when another node was faster. */
    private static boolean take(DSLContext db, UdPasswordRequestRecord request) {
        return db.deleteFrom(UD_PASSWORD_REQUEST)
                        .where(UD_PASSWORD_REQUEST.ID.eq(request.getId()))
                        .execute()
                == 1;
    }

    private boolean answer(DSLContext db, UdPasswordRequestRecord request) {
        Optional<User> found = work.reader
                .findByIdentifier(Identifiers.EMAIL, request.getEmailKey(), new TenantId(request.getTenantId()))
                .filter(user -> work.lock(db, user.id(), Scope.all()) instanceof Locked);
        Optional<User> user = found.flatMap(it -> work.reader.find(db, it.id(), Scope.all()));
        Optional<String> email = user.flatMap(it -> PasswordAddresses.findOwn(it, request.getEmailKey()));
        if (user.isEmpty() || email.isEmpty() || !maySend(db, user.get())) {
            return false;
        }
        Actor actor = Actor.anonymous()
                .ip(request.getIp())
                .userAgent(request.getUserAgent())
                .languages(LanguageTags.read(request.getLanguages()));
        links.sendForgotten(db, user.get(), email.get(), actor);
        return true;
    }

    private boolean maySend(DSLContext db, User user) {
        if (user.status() == UserStatus.SUSPENDED
                || passwords.off(db, user.id()).isPresent()) {
            return false;
        }
        Instant now = work.now();
        // a link from before the clock was put back tells nothing
        List<Instant> made = PasswordTokens.madeSince(db, user.id(), now.minus(LONG)).stream()
                .filter(at -> !at.isAfter(now.plus(SHORT)))
                .toList();
        return made.size() < MAX_PER_LONG
                && (made.isEmpty() || !made.get(0).plus(SHORT).isAfter(now))
                && mailsOf(db, user, now.minus(DAY)) < MAX_PER_DAY;
    }

    /** Links of that time are gone; what became of their mails is known for longer. */
    private static int mailsOf(DSLContext db, User user, Instant since) {
        var m = UD_OUTBOX_MESSAGE;
        return db.fetchCount(
                m,
                m.USER_ID.eq(user.id().value()),
                m.KIND.eq(PasswordMails.SENT),
                m.CREATED_AT.gt(since.toEpochMilli()));
    }
}
