package dev.userdeck.internal.user.password;

import static dev.userdeck.audit.AuditActions.USER_PASSWORD_RESET;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_SET;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.session.JooqSessions;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.PasswordTokens.Token;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.language.Languages;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.LinkTarget;
import dev.userdeck.mail.Outbox;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.password.EndSessions;
import dev.userdeck.password.ForgotPasswordResult;
import dev.userdeck.password.LinkLifetimes;
import dev.userdeck.password.PasswordLinkResult;
import dev.userdeck.password.PasswordRules;
import dev.userdeck.password.Passwords;
import dev.userdeck.password.ResetPasswordResult;
import dev.userdeck.password.SetPasswordResult;
import dev.userdeck.recipe.spi.EmailProof;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords on jOOQ: hands each call to the part that does it. No transaction is open while a hash is computed. */
public final class JooqPasswords implements Passwords {
    private final UserTransaction work;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final JooqSessions sessions;
    private final SignInThrottle throttle;
    private final PasswordWriting writing;
    private final PasswordLinks links;
    private final PasswordChange change;
    private final ForgottenPasswords forgotten;

    /**
     * Where the app has its pages, and what it is called in mails; null for what isn't known.
     *
     * @param reset where users choose a new password
     * @param invitation where invited users choose the first one
     */
    public record LinkTargets(
            @Nullable LinkTarget reset,
            @Nullable LinkTarget invitation,
            @Nullable String appName) {}

    /**
     * Creates it.
     *
     * @param wake asks for {@link #answerForgotten} soon
     */
    public JooqPasswords(
            UserTransaction work,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqSessions sessions,
            SignInThrottle throttle,
            Outbox mail,
            Languages languages,
            LinkTargets targets,
            Runnable wake) {
        this.work = work;
        this.hasher = hasher;
        this.policy = policy;
        this.sessions = sessions;
        this.throttle = throttle;
        this.writing = new PasswordWriting(work, policy);
        this.links = new PasswordLinks(
                work,
                writing,
                mail,
                new PasswordMails(languages, targets.appName()),
                targets.reset(),
                targets.invitation());
        this.change = new PasswordChange(work, hasher, writing, sessions, throttle);
        this.forgotten = new ForgottenPasswords(work, writing, links, throttle, wake);
    }

    @Override
    public PasswordRules rules() {
        return policy.rules();
    }

    @Override
    public Optional<LinkLifetimes> links() {
        return links.lifetimes();
    }

    @Override
    public SetPasswordResult set(UserId id, String password, EndSessions ending, Scope scope, Actor actor) {
        requireNonNull(ending, "ending");
        requireNonNull(actor, "actor");
        Found found = work.look(id, scope);
        if (found instanceof OutOfReach out) {
            return notSet(out);
        }
        List<FieldError> errors = writing.check(((Locked) found).user(), password);
        if (!errors.isEmpty()) {
            return new SetPasswordResult.Refused(errors);
        }
        String hash = hasher.hash(password);
        return work.jooq.write(db -> {
            Found now = work.lock(db, id, scope);
            return now instanceof Locked locked
                    ? set(db, locked.user(), hash, ending, actor)
                    : notSet((OutOfReach) now);
        });
    }

    private static SetPasswordResult notSet(OutOfReach out) {
        return out.alsoElsewhere() ? new SetPasswordResult.PartlyOutOfScope() : new SetPasswordResult.Unknown();
    }

    private SetPasswordResult set(DSLContext db, User user, String hash, EndSessions ending, Actor actor) {
        Optional<FieldError> off = writing.off(db, user.id());
        Optional<String> email = PasswordAddresses.first(user);
        if (off.isPresent() || email.isEmpty()) {
            return new SetPasswordResult.Refused(List.of(off.orElse(PasswordWriting.NO_EMAIL)));
        }
        User after = writing.write(db, user, email.get(), hash, UserTransaction.event(USER_PASSWORD_SET, actor, user));
        int ended = ending == EndSessions.ALL ? sessions.revokeAll(user.id(), Scope.all(), actor) : 0;
        return new SetPasswordResult.Done(after, ended);
    }

    @Override
    public ChangePasswordResult change(Session session, String current, String password, Actor actor) {
        return change.change(session, current, password, requireNonNull(actor, "actor"));
    }

    @Override
    public ForgotPasswordResult forgot(String email, TenantId tenant, Actor actor) {
        return forgotten.forgot(email, tenant, actor);
    }

    @Override
    public PasswordLinkResult sendLink(UserId user, Scope scope, Actor actor) {
        return links.send(user, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public boolean isUsable(String token) {
        return holder(token).isPresent();
    }

    /** Of whom this token is good now. */
    private Optional<User> holder(String token) {
        return work.jooq.read(db -> PasswordTokens.find(db, token, work.now())
                .flatMap(it -> work.reader.find(db, it.user(), Scope.all()).filter(user -> isFor(user, it))));
    }

    private static boolean isFor(User user, Token token) {
        return user.status() != UserStatus.SUSPENDED
                && PasswordAddresses.find(user, token.emailKey()).isPresent();
    }

    @Override
    public ResetPasswordResult reset(String token, String password, Actor actor) {
        requireNonNull(actor, "actor");
        Optional<User> holder = holder(token);
        if (holder.isEmpty()) {
            return new ResetPasswordResult.Unusable();
        }
        List<FieldError> errors = writing.check(holder.get(), password);
        if (!errors.isEmpty()) {
            return new ResetPasswordResult.Refused(errors);
        }
        String hash = hasher.hash(password);
        ResetPasswordResult result =
                work.jooq.write(db -> reset(db, holder.get().id(), token, hash, actor));
        if (result instanceof ResetPasswordResult.Done done) {
            forgive(done.user(), actor);
        }
        return result;
    }

    /** Reads the token once more: whoever held the user's row before may have used it. */
    private ResetPasswordResult reset(DSLContext db, UserId id, String token, String hash, Actor actor) {
        if (!(work.lock(db, id, Scope.all()) instanceof Locked locked)) {
            return new ResetPasswordResult.Unusable();
        }
        User user = locked.user();
        Optional<Token> found = PasswordTokens.find(db, token, work.now()).filter(it -> isFor(user, it));
        if (found.isEmpty()) {
            return new ResetPasswordResult.Unusable();
        }
        Optional<FieldError> off = writing.off(db, id);
        if (off.isPresent()) {
            return new ResetPasswordResult.Refused(List.of(off.get()));
        }
        String key = found.get().emailKey();
        String email = PasswordAddresses.find(user, key).orElseThrow();
        Actor self = Actor.user(id.value()).withClientOf(actor);
        User after = writing.write(db, user, email, hash, UserTransaction.event(USER_PASSWORD_RESET, self, user));
        prove(found.get(), new EmailProof(after, email, found.get().messageKind(), self));
        return new ResetPasswordResult.Done(after, sessions.revokeAll(id, Scope.all(), self));
    }

    private void prove(Token token, EmailProof proof) {
        if (!token.messageKind().isEmpty()) {
            work.notifyListeners(listener -> listener.emailProved(proof));
        }
    }

    /** Who forgot has tried before: the new password is not to wait for that. Alone, as sign-ins lock the counters first. */
    private void forgive(User user, Actor actor) {
        work.jooq.<@Nullable Void>write(db -> {
            for (TenantId tenant : user.tenants()) {
                for (String email : PasswordAddresses.of(user)) {
                    throttle.forgive(db, PasswordSignIn.realm(tenant), Identifiers.key(email), actor.ip());
                }
            }
            return null;
        });
    }

    /** Looks for the users who forgot their passwords, and sends them links. */
    public void answerForgotten() {
        forgotten.work();
    }

    /**
     * Removes links that are too old, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        return PasswordTokens.sweep(work.jooq, work.now(), batch);
    }
}
