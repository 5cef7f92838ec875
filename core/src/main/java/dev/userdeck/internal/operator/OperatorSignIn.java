package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_REAUTHENTICATION_FAILED;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGN_IN_FAILED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.ReauthenticationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks an operator's email and password. No connection is held while a hash is computed. */
final class OperatorSignIn {
    private static final String REALM = "operator";

    private final JooqDatabase jooq;
    private final PasswordHasher hasher;
    private final JooqAuditTrail audit;
    private final OperatorSessions sessions;
    private final SignInThrottle throttle;

    OperatorSignIn(
            JooqDatabase jooq,
            PasswordHasher hasher,
            JooqAuditTrail audit,
            OperatorSessions sessions,
            SignInThrottle throttle) {
        this.jooq = jooq;
        this.hasher = hasher;
        this.audit = audit;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    OperatorSignInResult signIn(String email, String password, Actor actor) {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't sign in inside inTransaction or another transaction of the app's: a failed attempt must"
                            + " survive a rollback of the host");
        }
        Attempt turn = throttle.begin(REALM, EmailAddress.typed(email), actor.ip());
        if (turn.mustWait()) {
            return new OperatorSignInResult.TooManyAttempts(turn.retryAfter());
        }
        Optional<UdOperatorRecord> found = EmailAddress.parse(email).flatMap(this::findByEmail);
        boolean right = throttle.check(
                turn,
                () -> found.map(row -> hasher.verify(password, row.getPasswordHash()))
                        .orElseGet(() -> nothing(password)));
        Optional<UdOperatorRecord> welcome = found.filter(row -> right && OperatorRows.ACTIVE.equals(row.getStatus()));
        if (welcome.isEmpty()) {
            refused(found, actor);
            return new OperatorSignInResult.Refused();
        }
        return new OperatorSignInResult.SignedIn(signedIn(welcome.get(), password, actor, turn));
    }

    /** Counts as a sign-in does, as it could be used to try passwords out. */
    ReauthenticationResult prove(String operatorId, String password, Actor actor) {
        Optional<UdOperatorRecord> found = findActive(operatorId);
        if (found.isEmpty()) {
            return new ReauthenticationResult.WrongPassword();
        }
        UdOperatorRecord row = found.get();
        Attempt turn = throttle.begin(REALM, EmailAddress.typed(row.getEmail()), actor.ip());
        if (turn.mustWait()) {
            return new ReauthenticationResult.TooManyAttempts(turn.retryAfter());
        }
        if (!throttle.check(turn, () -> hasher.verify(password, row.getPasswordHash()))) {
            audit.record(
                    NewAuditEvent.of(OPERATOR_REAUTHENTICATION_FAILED, actor).target(operatorId));
            return new ReauthenticationResult.WrongPassword();
        }
        jooq.write(db -> {
            throttle.succeeded(db, turn);
            return turn;
        });
        return new ReauthenticationResult.Reauthenticated();
    }

    Optional<UdOperatorRecord> findActive(String id) {
        return jooq.read(db -> db.selectFrom(UD_OPERATOR)
                .where(UD_OPERATOR.ID.eq(id))
                .and(UD_OPERATOR.STATUS.eq(OperatorRows.ACTIVE))
                .fetchOptional());
    }

    private Optional<UdOperatorRecord> findByEmail(EmailAddress email) {
        return jooq.read(db -> db.selectFrom(UD_OPERATOR)
                .where(UD_OPERATOR.EMAIL_KEY.eq(email.key()))
                .fetchOptional());
    }

    /** Costs what a real check costs. */
    private boolean nothing(String password) {
        hasher.verifyNothing(password);
        return false;
    }

    /** What was typed as the address is not kept: it may be a password. */
    private void refused(Optional<UdOperatorRecord> found, Actor actor) {
        audit.record(NewAuditEvent.of(OPERATOR_SIGN_IN_FAILED, actor)
                .target(found.map(UdOperatorRecord::getId).orElse(null)));
    }

    private IssuedOperatorSession signedIn(UdOperatorRecord row, String password, Actor actor, Attempt turn) {
        Operator operator = OperatorRows.toOperator(row);
        String newHash = hasher.replacement(password, row.getPasswordHash()).orElse(null);
        return jooq.write(db -> {
            throttle.succeeded(db, turn);
            rehash(db, row, newHash);
            audit.record(NewAuditEvent.of(OPERATOR_SIGNED_IN, operator.actor().withClientOf(actor))
                    .target(operator.id()));
            return new IssuedOperatorSession(operator, sessions.open(db, operator, actor.ip()));
        });
    }

    private static void rehash(DSLContext db, UdOperatorRecord row, @Nullable String newHash) {
        if (newHash != null) {
            db.update(UD_OPERATOR)
                    .set(UD_OPERATOR.PASSWORD_HASH, newHash)
                    .where(UD_OPERATOR.ID.eq(row.getId()))
                    .and(UD_OPERATOR.PASSWORD_HASH.eq(row.getPasswordHash()))
                    .execute();
        }
    }
}
