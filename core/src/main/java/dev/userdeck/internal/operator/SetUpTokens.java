package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;
import static dev.userdeck.internal.jooq.Tables.UD_SETUP_TOKEN;

import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The token that creates the first operator. There is one row at most, and the database keeps a hash alone. */
final class SetUpTokens {
    private static final String SLOT = "first";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    SetUpTokens(JooqDatabase jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    static boolean operatorsExist(DSLContext db) {
        return db.fetchExists(db.selectOne().from(UD_OPERATOR));
    }

    Optional<String> issue() {
        String token = secrets.token();
        try {
            return jooq.write(db -> issue(db, token));
        } catch (UniqueViolationException e) {
            // another node was first, so there is a row to replace now
            return jooq.write(db -> issue(db, token));
        }
    }

    private Optional<String> issue(DSLContext db, String token) {
        if (operatorsExist(db)) {
            return Optional.empty();
        }
        var t = UD_SETUP_TOKEN;
        String hash = Secrets.sha256(token);
        long expiry = clock.millis() + LIFETIME.toMillis();
        int replaced = db.update(t)
                .set(t.TOKEN_HASH, hash)
                .set(t.EXPIRES_AT, expiry)
                .where(t.SLOT.eq(SLOT))
                .execute();
        if (replaced == 0) {
            db.insertInto(t, t.SLOT, t.TOKEN_HASH, t.EXPIRES_AT)
                    .values(SLOT, hash, expiry)
                    .execute();
        }
        return Optional.of(token);
    }

    boolean isPending() {
        return jooq.read(db -> !operatorsExist(db)
                && db.fetchExists(
                        db.selectOne().from(UD_SETUP_TOKEN).where(UD_SETUP_TOKEN.EXPIRES_AT.gt(clock.millis()))));
    }

    boolean isGood(String token) {
        return jooq.read(
                db -> db.fetchExists(db.selectOne().from(UD_SETUP_TOKEN).where(fits(token))));
    }

    /** Uses it up; false when it was no good, or another call was faster. */
    boolean use(DSLContext db, String token) {
        return db.deleteFrom(UD_SETUP_TOKEN).where(fits(token)).execute() == 1;
    }

    private Condition fits(String token) {
        return UD_SETUP_TOKEN.TOKEN_HASH.eq(Secrets.sha256(token)).and(UD_SETUP_TOKEN.EXPIRES_AT.gt(clock.millis()));
    }
}
