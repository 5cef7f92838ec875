package dev.userdeck.internal.operator;

import static dev.userdeck.audit.AuditActions.OPERATOR_SIGNED_OUT;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_SESSION;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.records.UdOperatorSessionRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Operator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sessions of operators: found by the hash of their token, which is all that the database keeps of it. */
final class OperatorSessions {
    private static final long IDLE = Duration.ofMinutes(30).toMillis();
    private static final long LIFETIME = Duration.ofHours(12).toMillis();
    /** Last use is noted at most this often. */
    private static final long NOTE_EVERY = Duration.ofMinutes(1).toMillis();

    private static final int TOKEN_LENGTH = 43;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqAuditTrail audit;
    private final Secrets secrets = new Secrets();

    private record Found(UdOperatorSessionRecord row, Operator operator) {}

    OperatorSessions(JooqDatabase jooq, Clock clock, JooqAuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
    }

    /** Opens one, and returns its token. */
    String open(DSLContext db, Operator operator, @Nullable String ip) {
        String token = secrets.token();
        long now = clock.millis();
        var s = UD_OPERATOR_SESSION;
        db.insertInto(s)
                .set(s.TOKEN_HASH, Secrets.sha256(token))
                .set(s.OPERATOR_ID, operator.id())
                .set(s.CREATED_AT, now)
                .set(s.LAST_USED_AT, now)
                .set(s.EXPIRES_AT, now + IDLE)
                .set(s.IP, ColumnLimits.fit(ip, s.IP))
                .execute();
        return token;
    }

    Optional<Operator> verify(@Nullable String token) {
        Optional<Found> found = find(token);
        found.ifPresent(it -> noteUse(it.row()));
        return found.map(Found::operator);
    }

    private Optional<Found> find(@Nullable String token) {
        if (token == null
                || token.length() != TOKEN_LENGTH
                || !TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        long now = clock.millis();
        return jooq.read(db -> db.select(UD_OPERATOR_SESSION.fields())
                .select(UD_OPERATOR.fields())
                .from(UD_OPERATOR_SESSION)
                .join(UD_OPERATOR)
                .on(UD_OPERATOR.ID.eq(UD_OPERATOR_SESSION.OPERATOR_ID))
                .where(UD_OPERATOR_SESSION.TOKEN_HASH.eq(Secrets.sha256(token)))
                .and(UD_OPERATOR_SESSION.EXPIRES_AT.gt(now))
                .and(UD_OPERATOR.STATUS.eq(OperatorRows.ACTIVE))
                .fetchOptional(
                        it -> new Found(it.into(UD_OPERATOR_SESSION), OperatorRows.toOperator(it.into(UD_OPERATOR)))));
    }

    /** Of calls at the same time one writes; the others find it done. */
    private void noteUse(UdOperatorSessionRecord row) {
        long now = clock.millis();
        long before = row.getLastUsedAt();
        if (now - before < NOTE_EVERY) {
            return;
        }
        var s = UD_OPERATOR_SESSION;
        jooq.write(db -> db.update(s)
                .set(s.LAST_USED_AT, now)
                .set(s.EXPIRES_AT, Math.min(now + IDLE, row.getCreatedAt() + LIFETIME))
                .where(s.TOKEN_HASH.eq(row.getTokenHash()))
                .and(s.LAST_USED_AT.eq(before))
                .execute());
    }

    void end(@Nullable String token, Actor actor) {
        find(token)
                .ifPresent(found -> jooq.write(db -> {
                    int ended = db.deleteFrom(UD_OPERATOR_SESSION)
                            .where(UD_OPERATOR_SESSION.TOKEN_HASH.eq(found.row().getTokenHash()))
                            .execute();
                    if (ended == 1) {
                        Operator operator = found.operator();
                        audit.record(NewAuditEvent.of(
                                        OPERATOR_SIGNED_OUT, operator.actor().withClientOf(actor))
                                .target(operator.id()));
                    }
                    return ended;
                }));
    }

    int sweep(int batch) {
        return ExpiredRows.ended(
                jooq, UD_OPERATOR_SESSION.TOKEN_HASH, UD_OPERATOR_SESSION.EXPIRES_AT, clock.millis(), batch);
    }
}
