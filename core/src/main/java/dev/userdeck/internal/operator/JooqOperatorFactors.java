package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_FACTORS_RESET;
import static dev.userdeck.audit.AuditActions.OPERATOR_FACTOR_REMOVED;
import static dev.userdeck.audit.AuditActions.OPERATOR_RECOVERY_CODES_RENEWED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_FACTOR;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.UdOperatorFactor;
import dev.userdeck.internal.operator.OperatorNotices.Recipient;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.AddFactorResult;
import dev.userdeck.operator.BeginTotpResult;
import dev.userdeck.operator.ChangeOperatorResult;
import dev.userdeck.operator.GiveCodeResult;
import dev.userdeck.operator.IssuedOperatorSession;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorFactor;
import dev.userdeck.operator.OperatorFactors;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.PendingSignIn;
import dev.userdeck.operator.RecoveryCodes;
import dev.userdeck.operator.SignInStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second factors of operators on jOOQ. */
final class JooqOperatorFactors implements OperatorFactors {
    private static final UdOperatorFactor F = UD_OPERATOR_FACTOR;

    private final JooqDatabase jooq;
    private final JooqAuditTrail audit;
    private final JooqOperatorSessions sessions;
    private final OperatorSignIn signIn;
    private final OperatorReader reader;
    private final AccessLimits limits;
    private final OperatorNotices notices;
    private final FactorSecrets secrets;
    private final RecoveryCodeStore recovery;
    private final GivenCodes codes;
    private final TotpEnrolment enrolment;
    private final boolean required;

    JooqOperatorFactors(
            JooqDatabase jooq,
            JooqAuditTrail audit,
            JooqOperatorSessions sessions,
            OperatorSignIn signIn,
            OperatorReader reader,
            AccessLimits limits,
            OperatorNotices notices,
            FactorSecrets secrets,
            RecoveryCodeStore recovery,
            GivenCodes codes,
            TotpEnrolment enrolment,
            boolean required) {
        this.jooq = jooq;
        this.audit = audit;
        this.sessions = sessions;
        this.signIn = signIn;
        this.reader = reader;
        this.limits = limits;
        this.notices = notices;
        this.secrets = secrets;
        this.recovery = recovery;
        this.codes = codes;
        this.enrolment = enrolment;
        this.required = required;
    }

    @Override
    public boolean canBeAdded() {
        return secrets.canSeal();
    }

    @Override
    public boolean areRequired() {
        return required;
    }

    @Override
    public Optional<PendingSignIn> pending(@Nullable String token) {
        return sessions.find(token).filter(FoundSession::isPending).map(FoundSession::pending);
    }

    @Override
    public GiveCodeResult giveCode(@Nullable String token, String code, Actor client) {
        requireNonNull(client, "client");
        OperatorSignIn.refuseHostTransaction(jooq);
        Optional<FoundSession> found = sessions.find(token).filter(it -> it.step() == SignInStep.GIVE_CODE);
        if (found.isEmpty()) {
            return new GiveCodeResult.SessionEnded();
        }
        Operator operator = found.get().operator();
        var taken = codes.take(operator, code, client, db -> {
            Optional<String> renewed = sessions.complete(db, found.get());
            renewed.ifPresent(it -> signIn.note(db, operator, client));
            return renewed;
        });
        if (taken.mustWait()) {
            return new GiveCodeResult.TooManyAttempts(taken.retryAfter());
        }
        if (taken.value() == null) {
            return new GiveCodeResult.WrongCode();
        }
        return taken.value()
                .<GiveCodeResult>map(it -> new GiveCodeResult.SignedIn(new IssuedOperatorSession(operator, it)))
                .orElseGet(GiveCodeResult.SessionEnded::new);
    }

    @Override
    public List<OperatorFactor> list(String operatorId) {
        return jooq.read(db -> db.selectFrom(F)
                .where(F.OPERATOR_ID.eq(operatorId))
                .orderBy(F.CREATED_AT, F.ID)
                .fetch(FactorRows::factor));
    }

    @Override
    public int recoveryCodesLeft(String operatorId) {
        return jooq.read(db -> recovery.left(db, operatorId));
    }

    @Override
    public BeginTotpResult beginTotp(@Nullable String token) {
        return enrolment.begin(token);
    }

    @Override
    public AddFactorResult confirmTotp(@Nullable String token, String name, String code, Actor client) {
        return enrolment.confirm(token, name, code, requireNonNull(client, "client"));
    }

    @Override
    public boolean remove(OperatorSession session, String factorId, Actor actor) {
        Operator operator = session.operator();
        return jooq.write(db -> {
            Optional<String> name = db.select(F.NAME)
                    .from(F)
                    .where(F.ID.eq(factorId))
                    .and(F.OPERATOR_ID.eq(operator.id()))
                    .fetchOptional(F.NAME);
            if (name.isEmpty() || db.deleteFrom(F).where(F.ID.eq(factorId)).execute() == 0) {
                return false;
            }
            if (!db.fetchExists(F, F.OPERATOR_ID.eq(operator.id()))) {
                recovery.forget(db, operator.id());
                sessions.forgetFactor(db, session.id());
            }
            JooqOperatorSessions.endAll(db, operator.id(), session.id());
            audit.record(OperatorEvents.about(OPERATOR_FACTOR_REMOVED, actor, operator.id())
                    .change("factor", name.get(), null));
            notices.factorRemoved(Recipient.of(operator), name.get(), actor);
            return true;
        });
    }

    @Override
    public Optional<RecoveryCodes> renewRecoveryCodes(OperatorSession session, Actor actor) {
        Operator operator = session.operator();
        return jooq.write(db -> {
            if (!db.fetchExists(F, F.OPERATOR_ID.eq(operator.id()))) {
                return Optional.empty();
            }
            audit.record(OperatorEvents.about(OPERATOR_RECOVERY_CODES_RENEWED, actor, operator.id()));
            notices.recoveryCodesRenewed(Recipient.of(operator), actor);
            return Optional.of(recovery.renew(db, operator.id()));
        });
    }

    @Override
    public ChangeOperatorResult reset(String operatorId, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            OperatorLock.take(db);
            Optional<OperatorAccount> found =
                    reader.account(db, UD_OPERATOR.ID.eq(operatorId).and(OperatorReader.within(caller.scope())));
            if (found.isEmpty()) {
                return new ChangeOperatorResult.Unknown();
            }
            OperatorAccount account = found.get();
            return limits.covers(caller, account.preset(), account.scope())
                    ? reset(db, account, actor)
                    : new ChangeOperatorResult.OutOfReach();
        });
    }

    private ChangeOperatorResult reset(DSLContext db, OperatorAccount account, Actor actor) {
        if (db.deleteFrom(F).where(F.OPERATOR_ID.eq(account.id())).execute() == 0) {
            return new ChangeOperatorResult.Changed(account);
        }
        recovery.forget(db, account.id());
        JooqOperatorSessions.endAll(db, account.id(), null);
        audit.record(OperatorEvents.of(OPERATOR_FACTORS_RESET, actor, account));
        notices.factorsReset(Recipient.of(account));
        return new ChangeOperatorResult.Changed(
                reader.account(db, UD_OPERATOR.ID.eq(account.id())).orElseThrow());
    }
}
