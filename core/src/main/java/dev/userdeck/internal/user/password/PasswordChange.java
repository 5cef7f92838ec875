package dev.userdeck.internal.user.password;

import static dev.userdeck.audit.AuditActions.USER_PASSWORD_CHANGED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_CHANGE_FAILED;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.session.JooqSessions;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.util.List;
import java.util.Optional;

/** Changes the password of a user who knows the current one. */
final class PasswordChange {
    private final UserTransaction work;
    private final PasswordHasher hasher;
    private final PasswordWriting writing;
    private final JooqSessions sessions;
    private final SignInThrottle throttle;

    PasswordChange(
            UserTransaction work,
            PasswordHasher hasher,
            PasswordWriting writing,
            JooqSessions sessions,
            SignInThrottle throttle) {
        this.work = work;
        this.hasher = hasher;
        this.writing = writing;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    ChangePasswordResult change(Session session, String current, String password, Actor actor) {
        if (work.jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't change a password inside inTransaction or another transaction of the app's: what it counts"
                            + " must survive a rollback of the host");
        }
        Optional<User> found = work.reader
                .find(session.userId(), Scope.all())
                .filter(user ->
                        user.status() != UserStatus.SUSPENDED && !hashes(user).isEmpty());
        if (found.isEmpty()) {
            return new ChangePasswordResult.NoPassword();
        }
        User user = found.get();
        List<FieldError> errors = writing.check(user, password);
        if (!errors.isEmpty()) {
            return new ChangePasswordResult.Refused(errors);
        }
        String account = Identifiers.key(PasswordAddresses.first(user).orElseThrow());
        Attempt turn = throttle.begin(PasswordSignIn.realm(session.tenant()), account, actor.ip());
        if (turn.mustWait()) {
            return new ChangePasswordResult.TooManyAttempts(turn.retryAfter());
        }
        List<String> hashes = hashes(user);
        if (!throttle.check(turn, () -> hashes.stream().anyMatch(hash -> hasher.verify(current, hash)))) {
            work.audit.record(UserTransaction.event(USER_PASSWORD_CHANGE_FAILED, actor, user));
            return new ChangePasswordResult.WrongPassword();
        }
        String newHash = hasher.hash(password);
        boolean isSame = current.equals(password);
        return work.jooq.write(db -> {
            throttle.succeeded(db, turn);
            return isSame
                    ? new ChangePasswordResult.Refused(List.of(
                            new FieldError("password", "password-same", "This is the password that you have already.")))
                    : write(db, session, hashes, newHash, actor);
        });
    }

    /** Of two who change it at once with one password, the second has a wrong one. */
    private ChangePasswordResult write(
            DSLContext db, Session session, List<String> hashes, String newHash, Actor actor) {
        if (!(work.lock(db, session.userId(), Scope.all()) instanceof Locked locked)) {
            return new ChangePasswordResult.NoPassword();
        }
        User user = locked.user();
        if (!hashes(db, user).equals(hashes)) {
            return new ChangePasswordResult.WrongPassword();
        }
        Optional<FieldError> off = writing.off(db, user.id());
        if (off.isPresent()) {
            return new ChangePasswordResult.Refused(List.of(off.get()));
        }
        String email = PasswordAddresses.first(user).orElseThrow();
        writing.write(db, user, email, newHash, UserTransaction.event(USER_PASSWORD_CHANGED, actor, user));
        return new ChangePasswordResult.Changed(sessions.revokeOthers(user.id(), session.handle(), Scope.all(), actor));
    }

    private List<String> hashes(User user) {
        return work.jooq.read(db -> hashes(db, user));
    }

    private static List<String> hashes(DSLContext db, User user) {
        return db.select(UD_PASSWORD.HASH)
                .from(UD_PASSWORD)
                .where(UD_PASSWORD.LOGIN_METHOD_ID.in(user.loginMethods().stream()
                        .map(method -> method.id().value())
                        .toList()))
                .orderBy(UD_PASSWORD.LOGIN_METHOD_ID)
                .fetch(UD_PASSWORD.HASH);
    }
}
