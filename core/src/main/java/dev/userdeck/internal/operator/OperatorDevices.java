package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_DEVICE;

import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.UdOperatorDevice;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The browsers that operators have signed in by. */
final class OperatorDevices {
    private static final UdOperatorDevice D = UD_OPERATOR_DEVICE;
    private static final long KEPT = Duration.ofDays(180).toMillis();
    /** What an update of a browser changes. */
    private static final Pattern VERSIONS = Pattern.compile("[ /]?[0-9][0-9._]*");

    private final Clock clock;

    OperatorDevices(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes that an operator signs in by a browser.
     *
     * @return whether it is a new one beside others; the first of all is no news
     */
    boolean note(DSLContext db, String operatorId, @Nullable String userAgent) {
        String browser = VERSIONS.matcher(userAgent == null ? "" : userAgent).replaceAll("");
        String hash = Secrets.sha256(operatorId + " " + browser);
        long now = clock.millis();
        int known = db.update(D)
                .set(D.LAST_USED_AT, now)
                .where(D.DEVICE_HASH.eq(hash))
                .execute();
        if (known > 0) {
            return false;
        }
        boolean others = db.fetchExists(db.selectOne().from(D).where(D.OPERATOR_ID.eq(operatorId)));
        db.insertInto(D)
                .set(D.DEVICE_HASH, hash)
                .set(D.OPERATOR_ID, operatorId)
                .set(D.LAST_USED_AT, now)
                .onConflictDoNothing()
                .execute();
        return others;
    }

    /** Forgets those that were not used for long, in transactions of at most {@code batch} rows; returns how many. */
    int sweep(JooqDatabase jooq, int batch) {
        return ExpiredRows.ended(jooq, D.DEVICE_HASH, D.LAST_USED_AT, clock.millis() - KEPT, batch);
    }
}
