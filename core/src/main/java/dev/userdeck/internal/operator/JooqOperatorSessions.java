package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_ALL_SESSIONS_ENDED;
import static dev.userdeck.audit.AuditActions.OPERATOR_SESSION_ENDED;
import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_OUT;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_SESSION;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdOperatorSession;
import dev.userdeck.internal.jooq.tables.records.UdOperatorSessionRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Record;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.EndOperatorSessionsResult;
import dev.userdeck.operator.EndOperatorSessionsResult.Ended;
import dev.userdeck.operator.EndOperatorSessionsResult.OutOfReach;
import dev.userdeck.operator.EndOperatorSessionsResult.Unknown;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.OperatorSessions;
import dev.userdeck.operator.SignInStep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/** Sessions of operators: found by the hash of their token, which is all that the database keeps of it. */
final class JooqOperatorSessions implements OperatorSessions {
    private static final long IDLE = Duration.ofMinutes(30).toMillis();
    private static final long LIFETIME = Duration.ofHours(12).toMillis();
    /** Last use is noted at most this often. */
    private static final long NOTE_EVERY = Duration.ofMinutes(1).toMillis();

    private static final UdOperatorSession S = UD_OPERATOR_SESSION;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final JooqAuditTrail audit;
    private final OperatorReader reader;
    private final AccessLimits limits;
    private final boolean factorRequired;
    private final Secrets secrets = new Secrets();

    JooqOperatorSessions(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            JooqAuditTrail audit,
            OperatorReader reader,
            AccessLimits limits,
            boolean factorRequired) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.reader = reader;
        this.limits = limits;
        this.factorRequired = factorRequired;
    }

    /** Opens one for who has just given the password, and returns its token. */
    String open(DSLContext db, Operator operator, Actor client) {
        String token = secrets.token();
        long now = clock.millis();
        db.insertInto(S)
                .set(S.TOKEN_HASH, Secrets.sha256(token))
                .set(S.ID, ids.next())
                .set(S.OPERATOR_ID, operator.id())
                .set(S.CREATED_AT, now)
                .set(S.LAST_USED_AT, now)
                .set(S.EXPIRES_AT, now + IDLE)
                .set(S.PROVED_AT, now)
                .set(S.IP, ColumnLimits.fit(client.ip(), S.IP))
                .set(S.USER_AGENT, ColumnLimits.fit(client.userAgent(), S.USER_AGENT))
                .execute();
        return token;
    }

    Optional<OperatorSession> verify(@Nullable String token) {
        Optional<FoundSession> found = find(token).filter(it -> !it.isPending());
        found.ifPresent(it -> noteUse(it.row()));
        return found.map(FoundSession::session);
    }

    /** One that is still good, be its sign-in at its end or not. */
    Optional<FoundSession> find(@Nullable String token) {
        if (token == null || !Secrets.isToken(token)) {
            return Optional.empty();
        }
        long now = clock.millis();
        return jooq.read(db -> {
            List<Record> rows = OperatorReader.joined(db.select(S.fields()))
                    .join(S)
                    .on(S.OPERATOR_ID.eq(UD_OPERATOR.ID))
                    .where(S.TOKEN_HASH.eq(Secrets.sha256(token)))
                    .and(S.EXPIRES_AT.gt(now))
                    .fetch();
            return rows.isEmpty()
                    ? Optional.empty()
                    : found(OperatorReader.row(rows), rows.get(0).into(S), now);
        });
    }

    private Optional<FoundSession> found(OperatorRow operator, UdOperatorSessionRecord row, long now) {
        SignInStep step = step(operator, row);
        boolean isGood = step == null || row.getProvedAt() + FoundSession.PENDING.toMillis() > now;
        return isGood && operator.mayEnter()
                ? Optional.of(new FoundSession(row, operator.operator(), step))
                : Optional.empty();
    }

    /** What the sign-in lacks as things are now: a factor may have been added, or become needed, since it began. */
    private @Nullable SignInStep step(OperatorRow operator, UdOperatorSessionRecord row) {
        if (operator.hasFactor()) {
            return row.getSecondFactorAt() == null ? SignInStep.GIVE_CODE : null;
        }
        return stepWithoutFactor();
    }

    /** What the sign-in of an operator lacks who has just given the password. */
    @Nullable
    SignInStep stepAfterPassword(boolean hasFactor) {
        return hasFactor ? SignInStep.GIVE_CODE : stepWithoutFactor();
    }

    private @Nullable SignInStep stepWithoutFactor() {
        return factorRequired ? SignInStep.ADD_FACTOR : null;
    }

    /**
     * Gives a session in which a second factor was given or added now a new token.
     *
     * @return empty if the one before was used up by another call
     */
    Optional<String> complete(DSLContext db, FoundSession session) {
        String token = secrets.token();
        long now = clock.millis();
        int renewed = db.update(S)
                .set(S.TOKEN_HASH, Secrets.sha256(token))
                .set(S.LAST_USED_AT, now)
                .set(S.EXPIRES_AT, Math.min(now + IDLE, session.row().getCreatedAt() + LIFETIME))
                .set(S.PROVED_AT, now)
                .set(S.SECOND_FACTOR_AT, now)
                .setNull(S.NEW_FACTOR)
                .where(S.TOKEN_HASH.eq(session.row().getTokenHash()))
                .execute();
        return renewed == 1 ? Optional.of(token) : Optional.empty();
    }

    /** The operator of this session has no factor any more. */
    void forgetFactor(DSLContext db, String id) {
        db.update(S).setNull(S.SECOND_FACTOR_AT).where(S.ID.eq(id)).execute();
    }

    /** Keeps what a factor is set up from; false if the session has ended. */
    boolean keepNewFactor(DSLContext db, String id, String encrypted) {
        return db.update(S).set(S.NEW_FACTOR, encrypted).where(S.ID.eq(id)).execute() == 1;
    }

    /** Notes that the password was given now, in a session that is still good; returns how many there are, one or none. */
    int proved(DSLContext db, String id) {
        long now = clock.millis();
        return db.update(S)
                .set(S.PROVED_AT, now)
                .where(S.ID.eq(id))
                .and(S.EXPIRES_AT.gt(now))
                .execute();
    }

    /** Of calls at the same time one writes; the others find it done. */
    private void noteUse(UdOperatorSessionRecord row) {
        long now = clock.millis();
        long before = row.getLastUsedAt();
        if (now - before < NOTE_EVERY) {
            return;
        }
        jooq.write(db -> db.update(S)
                .set(S.LAST_USED_AT, now)
                .set(S.EXPIRES_AT, Math.min(now + IDLE, row.getCreatedAt() + LIFETIME))
                .where(S.TOKEN_HASH.eq(row.getTokenHash()))
                .and(S.LAST_USED_AT.eq(before))
                .execute());
    }

    /** Signs out who holds this token. */
    void end(@Nullable String token, Actor actor) {
        find(token)
                .ifPresent(found -> jooq.write(db -> {
                    int ended = db.deleteFrom(S)
                            .where(S.TOKEN_HASH.eq(found.row().getTokenHash()))
                            .execute();
                    if (ended == 1 && !found.isPending()) {
                        Operator operator = found.operator();
                        audit.record(NewAuditEvent.of(
                                        OPERATOR_SIGNED_OUT, operator.actor().withClientOf(actor))
                                .target(operator.id()));
                    }
                    return ended;
                }));
    }

    @Override
    public List<OperatorSession> list(String operatorId) {
        return jooq.read(db -> OperatorReader.find(db, UD_OPERATOR.ID.eq(operatorId))
                .filter(OperatorRow::mayEnter)
                .map(row -> list(db, row))
                .orElse(List.of()));
    }

    private List<OperatorSession> list(DSLContext db, OperatorRow operator) {
        return db.selectFrom(S)
                .where(S.OPERATOR_ID.eq(operator.id()))
                .and(S.EXPIRES_AT.gt(clock.millis()))
                .and(operator.hasFactor() ? S.SECOND_FACTOR_AT.isNotNull() : noCondition())
                .orderBy(S.CREATED_AT.desc(), S.ID.desc())
                .limit(MAX_LISTED)
                .fetch(row -> new FoundSession(row, operator.operator(), null).session());
    }

    @Override
    public EndOperatorSessionsResult end(String operatorId, String sessionId, Access caller, Actor actor) {
        return ended(operatorId, caller, (db, account) -> {
            int ended = db.deleteFrom(S)
                    .where(S.OPERATOR_ID.eq(operatorId))
                    .and(S.ID.eq(sessionId))
                    .execute();
            if (ended > 0) {
                audit.record(OperatorEvents.of(OPERATOR_SESSION_ENDED, actor, account));
            }
            return ended;
        });
    }

    @Override
    public EndOperatorSessionsResult endAll(String operatorId, @Nullable String kept, Access caller, Actor actor) {
        return ended(operatorId, caller, (db, account) -> {
            int ended = endAll(db, operatorId, kept);
            if (ended > 0) {
                audit.record(OperatorEvents.of(OPERATOR_ALL_SESSIONS_ENDED, actor, account)
                        .change("sessions", null, String.valueOf(ended)));
            }
            return ended;
        });
    }

    private EndOperatorSessionsResult ended(
            String operatorId, Access caller, ToIntBiFunction<DSLContext, OperatorAccount> work) {
        return jooq.write(db -> {
            Optional<OperatorAccount> found =
                    reader.account(db, UD_OPERATOR.ID.eq(operatorId).and(OperatorReader.within(caller.scope())));
            if (found.isEmpty()) {
                return new Unknown();
            }
            OperatorAccount account = found.get();
            return limits.covers(caller, account.preset(), account.scope())
                    ? new Ended(work.applyAsInt(db, account))
                    : new OutOfReach();
        });
    }

    /** Ends all but {@code kept}, and says how many. */
    static int endAll(DSLContext db, String operatorId, @Nullable String kept) {
        return db.deleteFrom(S)
                .where(S.OPERATOR_ID.eq(operatorId))
                .and(kept == null ? noCondition() : S.ID.ne(kept))
                .execute();
    }

    int sweep(int batch) {
        return ExpiredRows.ended(jooq, S.TOKEN_HASH, S.EXPIRES_AT, clock.millis(), batch);
    }
}
