package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_REAUTHENTICATION_FAILED;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGN_IN_FAILED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdOperatorRecord;
import dev.userdeck.internal.operator.OperatorNotices.Recipient;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSignInResult;
import dev.userdeck.operator.ReauthenticationResult;
import dev.userdeck.operator.SignInStep;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks an operator's email and password. No connection is held while a hash is computed. */
final class OperatorSignIn {
    static final String REALM = "operator";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final JooqAuditTrail audit;
    private final JooqOperatorSessions sessions;
    private final SignInThrottle throttle;
    private final OperatorDevices devices;
    private final OperatorNotices notices;
    private final GivenCodes codes;

    OperatorSignIn(
            JooqDatabase jooq,
            Clock clock,
            PasswordHasher hasher,
            JooqAuditTrail audit,
            JooqOperatorSessions sessions,
            SignInThrottle throttle,
            OperatorDevices devices,
            OperatorNotices notices,
            GivenCodes codes) {
        this.jooq = jooq;
        this.clock = clock;
        this.hasher = hasher;
        this.audit = audit;
        this.sessions = sessions;
        this.throttle = throttle;
        this.devices = devices;
        this.notices = notices;
        this.codes = codes;
    }

    OperatorSignInResult signIn(String email, String password, Actor actor) {
        refuseHostTransaction(jooq);
        Attempt turn = throttle.begin(REALM, EmailAddress.typed(email), actor.ip());
        if (turn.mustWait()) {
            return new OperatorSignInResult.TooManyAttempts(turn.retryAfter());
        }
        Optional<OperatorRow> found = EmailAddress.parse(email).flatMap(this::findByEmail);
        boolean right = throttle.check(turn, () -> isPassword(password, found));
        Optional<OperatorRow> welcome = found.filter(row -> right && row.mayEnter());
        if (welcome.isEmpty()) {
            refused(found, actor);
            return new OperatorSignInResult.Refused();
        }
        IssuedOperatorSession session = opened(welcome.get(), password, actor, turn);
        SignInStep step = sessions.stepAfterPassword(welcome.get().hasFactor());
        return step == null
                ? new OperatorSignInResult.SignedIn(session)
                : new OperatorSignInResult.Pending(session, step);
    }

    static void refuseHostTransaction(JooqDatabase jooq) {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't sign in inside inTransaction or another transaction of the app's: a failed attempt must"
                            + " survive a rollback of the host");
        }
    }

    /** Counts as a sign-in does, as it could be used to try passwords out. */
    ReauthenticationResult prove(OperatorSession session, String password, @Nullable String code, Actor actor) {
        String operatorId = session.operator().id();
        Optional<OperatorRow> found = findActive(operatorId);
        if (found.isEmpty()) {
            return new ReauthenticationResult.WrongPassword();
        }
        UdOperatorRecord row = found.get().row();
        Attempt turn = throttle.begin(REALM, EmailAddress.typed(row.getEmail()), actor.ip());
        if (turn.mustWait()) {
            return new ReauthenticationResult.TooManyAttempts(turn.retryAfter());
        }
        if (!throttle.check(turn, () -> hasher.verify(password, row.getPasswordHash()))) {
            audit.record(
                    NewAuditEvent.of(OPERATOR_REAUTHENTICATION_FAILED, actor).target(operatorId));
            return new ReauthenticationResult.WrongPassword();
        }
        if (!found.get().hasFactor()) {
            return proved(jooq.write(db -> {
                throttle.succeeded(db, turn);
                return sessions.proved(db, session.id());
            }));
        }
        jooq.<@Nullable Void>write(db -> {
            throttle.succeeded(db, turn);
            return null;
        });
        var taken = codes.take(
                session.operator(), code == null ? "" : code, actor, db -> sessions.proved(db, session.id()));
        if (taken.mustWait()) {
            return new ReauthenticationResult.TooManyAttempts(taken.retryAfter());
        }
        return taken.value() == null ? new ReauthenticationResult.WrongCode() : proved(taken.value());
    }

    private static ReauthenticationResult proved(int sessions) {
        return sessions == 1 ? new ReauthenticationResult.Reauthenticated() : new ReauthenticationResult.SessionEnded();
    }

    Optional<OperatorRow> findActive(String id) {
        return jooq.read(db -> OperatorReader.find(db, UD_OPERATOR.ID.eq(id))).filter(OperatorRow::mayEnter);
    }

    private Optional<OperatorRow> findByEmail(EmailAddress email) {
        return jooq.read(db -> OperatorReader.find(db, UD_OPERATOR.EMAIL_KEY.eq(email.key())));
    }

    /** Costs what a real check costs where there is no operator, or none who has a password. */
    private boolean isPassword(String typed, Optional<OperatorRow> found) {
        Optional<String> hash = found.map(it -> it.row().getPasswordHash());
        if (hash.isEmpty()) {
            hasher.verifyNothing(typed);
        }
        return hash.isPresent() && hasher.verify(typed, hash.get());
    }

    /** What was typed as the address is not kept: it may be a password. */
    private void refused(Optional<OperatorRow> found, Actor actor) {
        audit.record(NewAuditEvent.of(OPERATOR_SIGN_IN_FAILED, actor)
                .target(found.map(OperatorRow::id).orElse(null)));
    }

    /** Who gave the password by an unknown browser is told even if nothing comes after it. */
    private IssuedOperatorSession opened(OperatorRow row, String password, Actor actor, Attempt turn) {
        Operator operator = row.operator();
        String newHash =
                hasher.replacement(password, row.row().getPasswordHash()).orElse(null);
        return jooq.write(db -> {
            throttle.succeeded(db, turn);
            if (newHash != null) {
                replaceHash(db, row.row(), newHash);
            }
            if (devices.note(db, row.id(), actor.userAgent())) {
                notices.newDevice(Recipient.of(row.row()), actor);
            }
            if (sessions.stepAfterPassword(row.hasFactor()) == null) {
                note(db, operator, actor);
            }
            return new IssuedOperatorSession(operator, sessions.open(db, operator, actor));
        });
    }

    /** The operator is in: the password was right, and all that is needed beside it. */
    void note(DSLContext db, Operator operator, Actor client) {
        db.update(UD_OPERATOR)
                .set(UD_OPERATOR.LAST_SIGN_IN_AT, clock.millis())
                .where(UD_OPERATOR.ID.eq(operator.id()))
                .execute();
        audit.record(NewAuditEvent.of(OPERATOR_SIGNED_IN, operator.actor().withClientOf(client))
                .target(operator.id()));
    }

    /** A password that was changed meanwhile keeps its hash. */
    private static void replaceHash(DSLContext db, UdOperatorRecord row, String newHash) {
        db.update(UD_OPERATOR)
                .set(UD_OPERATOR.PASSWORD_HASH, newHash)
                .where(UD_OPERATOR.ID.eq(row.getId()))
                .and(UD_OPERATOR.PASSWORD_HASH.eq(row.getPasswordHash()))
                .execute();
    }
}
