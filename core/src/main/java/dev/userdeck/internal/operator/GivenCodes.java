package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_CODE_REFUSED;
import static dev.userdeck.audit.AuditActions.OPERATOR_RECOVERY_CODE_USED;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_FACTOR;
import static java.util.Locale.ROOT;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.UdOperatorFactor;
import dev.userdeck.internal.jooq.tables.records.UdOperatorFactorRecord;
import dev.userdeck.internal.operator.OperatorNotices.Recipient;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.FactorKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.text.ConstantNames;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the codes that operators give, of a factor or for recovery, each once. */
final class GivenCodes {
    /** Counted apart from passwords: a right password must not forgive wrong codes. */
    private static final String REALM = "operator-codes";

    private static final String TOTP = ConstantNames.of(FactorKind.TOTP);
    private static final int LONGEST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final UdOperatorFactor F = UD_OPERATOR_FACTOR;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqAuditTrail audit;
    private final SignInThrottle throttle;
    private final OperatorNotices notices;
    private final FactorSecrets secrets;
    private final RecoveryCodeStore recovery;
    private final Totp totp;

    /**
     * What became of a code.
     *
     * @param value what was made of it; null if it was refused
     * @param retryAfter zero unless it was not looked at
     */
    record Taken<T>(@Nullable T value, Duration retryAfter) {
        boolean mustWait() {
            return !retryAfter.isZero();
        }
    }

    GivenCodes(
            JooqDatabase jooq,
            Clock clock,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            OperatorNotices notices,
            FactorSecrets secrets,
            RecoveryCodeStore recovery,
            Totp totp) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
        this.throttle = throttle;
        this.notices = notices;
        this.secrets = secrets;
        this.recovery = recovery;
        this.totp = totp;
    }

    /**
     * Takes a code, and does in the same transaction what it is given for.
     *
     * @param client who gives it, with address and browser
     */
    <T> Taken<T> take(Operator operator, String typed, Actor client, Function<DSLContext, T> work) {
        Attempt turn = throttle.begin(REALM, operator.id(), client.ip());
        if (turn.mustWait()) {
            return new Taken<>(null, turn.retryAfter());
        }
        String code = tidy(typed);
        Actor actor = operator.actor().withClientOf(client);
        Optional<T> done = jooq.write(db -> {
            if (!use(db, operator, code, actor)) {
                return Optional.empty();
            }
            throttle.succeeded(db, turn);
            return Optional.of(work.apply(db));
        });
        if (done.isEmpty()) {
            audit.record(OperatorEvents.about(OPERATOR_CODE_REFUSED, actor, operator.id()));
        }
        return new Taken<>(done.orElse(null), Duration.ZERO);
    }

    static String tidy(String typed) {
        String text = typed.length() > LONGEST ? "" : typed;
        return BETWEEN.matcher(text).replaceAll("").toLowerCase(ROOT);
    }

    private boolean use(DSLContext db, Operator operator, String code, Actor actor) {
        if (Totp.isCode(code)) {
            return useTotp(db, operator.id(), code);
        }
        if (!recovery.use(db, operator.id(), code)) {
            return false;
        }
        int left = recovery.left(db, operator.id());
        audit.record(OperatorEvents.about(OPERATOR_RECOVERY_CODE_USED, actor, operator.id())
                .change("left", null, String.valueOf(left)));
        notices.recoveryCodeUsed(Recipient.of(operator), left, actor);
        return true;
    }

    private boolean useTotp(DSLContext db, String operatorId, String code) {
        boolean used = false;
        List<UdOperatorFactorRecord> apps = db.selectFrom(F)
                .where(F.OPERATOR_ID.eq(operatorId))
                .and(F.KIND.eq(TOTP))
                .fetch();
        for (UdOperatorFactorRecord row : apps) {
            OptionalLong step = secrets.open(row.getSecret(), operatorId, row.getId())
                    .map(secret -> totp.step(secret, code, row.getLastCounter()))
                    .orElse(OptionalLong.empty());
            used |= step.isPresent() && noteUse(db, row.getId(), step.getAsLong());
        }
        return used;
    }

    /** Of two with one code, one finds the step unused. */
    private boolean noteUse(DSLContext db, String factorId, long step) {
        return db.update(F)
                        .set(F.LAST_COUNTER, step)
                        .set(F.LAST_USED_AT, clock.millis())
                        .where(F.ID.eq(factorId))
                        .and(F.LAST_COUNTER.lt(step))
                        .execute()
                == 1;
    }
}
