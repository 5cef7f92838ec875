package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_PASSWORD_CHANGED;
import static dev.userdeck.audit.AuditActions.OPERATOR_REAUTHENTICATION_FAILED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.operator.OperatorNotices.Recipient;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.password.ChangePasswordResult;
import java.util.List;
import java.util.Optional;

/** Changes the password of an operator who knows the current one. */
final class OperatorPasswordChange {
    private final JooqDatabase jooq;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final JooqAuditTrail audit;
    private final SignInThrottle throttle;
    private final OperatorNotices notices;

    OperatorPasswordChange(
            JooqDatabase jooq,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            OperatorNotices notices) {
        this.jooq = jooq;
        this.hasher = hasher;
        this.policy = policy;
        this.audit = audit;
        this.throttle = throttle;
        this.notices = notices;
    }

    ChangePasswordResult change(OperatorSession session, String current, String password, Actor actor) {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't change a password inside inTransaction or another transaction of the app's: what it counts"
                            + " must survive a rollback of the host");
        }
        String id = session.operator().id();
        Optional<OperatorRow> found =
                jooq.read(db -> OperatorReader.find(db, UD_OPERATOR.ID.eq(id))).filter(OperatorRow::mayEnter);
        if (found.isEmpty()) {
            return new ChangePasswordResult.NoPassword();
        }
        UdOperatorRecord row = found.get().row();
        List<FieldError> errors = policy.check(password, List.of(row.getEmail()), row.getName());
        if (!errors.isEmpty()) {
            return new ChangePasswordResult.Refused(errors);
        }
        Attempt turn = throttle.begin(OperatorSignIn.REALM, EmailAddress.typed(row.getEmail()), actor.ip());
        if (turn.mustWait()) {
            return new ChangePasswordResult.TooManyAttempts(turn.retryAfter());
        }
        if (!throttle.check(turn, () -> hasher.verify(current, row.getPasswordHash()))) {
            audit.record(OperatorEvents.about(OPERATOR_REAUTHENTICATION_FAILED, actor, id));
            return new ChangePasswordResult.WrongPassword();
        }
        String hash = hasher.hash(password);
        boolean isSame = current.equals(password);
        return jooq.write(db -> {
            throttle.succeeded(db, turn);
            return isSame
                    ? new ChangePasswordResult.Refused(List.of(
                            new FieldError("password", "password-same", "This is the password that you have already.")))
                    : write(db, row, hash, session, actor);
        });
    }

    /** Of two who change it at once with one password, the second has a wrong one. */
    private ChangePasswordResult write(
            DSLContext db, UdOperatorRecord before, String hash, OperatorSession session, Actor actor) {
        int written = db.update(UD_OPERATOR)
                .set(UD_OPERATOR.PASSWORD_HASH, hash)
                .where(UD_OPERATOR.ID.eq(before.getId()))
                .and(UD_OPERATOR.STATUS.eq(OperatorReader.ACTIVE))
                .and(UD_OPERATOR.PASSWORD_HASH.eq(before.getPasswordHash()))
                .execute();
        if (written == 0) {
            return new ChangePasswordResult.WrongPassword();
        }
        OperatorTokens.forget(db, before.getId());
        int ended = JooqOperatorSessions.endAll(db, before.getId(), session.id());
        audit.record(OperatorEvents.about(OPERATOR_PASSWORD_CHANGED, actor, before.getId()));
        notices.passwordChanged(Recipient.of(before), actor);
        return new ChangePasswordResult.Changed(ended);
    }
}
