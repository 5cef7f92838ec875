package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_TOKEN;

import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.UdOperatorToken;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What the links of operators carry; the database keeps a hash alone. */
final class OperatorTokens {
    private static final UdOperatorToken T = UD_OPERATOR_TOKEN;

    private final Clock clock;
    private final Secrets secrets = new Secrets();

    OperatorTokens(Clock clock) {
        this.clock = clock;
    }

    /** Makes one, and those from before void. */
    String issue(DSLContext db, String operator, Instant expiresAt) {
        forget(db, operator);
        String token = secrets.token();
        db.insertInto(T, T.TOKEN_HASH, T.OPERATOR_ID, T.EXPIRES_AT)
                .values(Secrets.sha256(token), operator, expiresAt.toEpochMilli())
                .execute();
        return token;
    }

    /** Whose it is, while it is good. */
    Optional<String> holder(DSLContext db, String token) {
        return Secrets.isToken(token)
                ? db.select(T.OPERATOR_ID).from(T).where(fits(token)).fetchOptional(T.OPERATOR_ID)
                : Optional.empty();
    }

    /** Uses it up; false when it is no good any more, as another call was faster. */
    boolean use(DSLContext db, String token) {
        return db.deleteFrom(T).where(fits(token)).execute() == 1;
    }

    private Condition fits(String token) {
        return T.TOKEN_HASH.eq(Secrets.sha256(token)).and(T.EXPIRES_AT.gt(clock.millis()));
    }

    static void forget(DSLContext db, String operator) {
        db.deleteFrom(T).where(T.OPERATOR_ID.eq(operator)).execute();
    }

    int sweep(JooqDatabase jooq, int batch) {
        return ExpiredRows.ended(jooq, T.TOKEN_HASH, T.EXPIRES_AT, clock.millis(), batch);
    }
}
