package dev.userdeck.internal.apikey;

import static dev.userdeck.internal.jooq.Tables.UD_API_KEY;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_SECRET;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_TENANT;

import dev.userdeck.apikey.VerifyApiKeyResult;
import dev.userdeck.internal.jooq.tables.records.UdApiKeySecretRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Record;
import dev.userdeck.operator.Operator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key of a token: by its hash, in one statement. Where an index stops to compare tells something of the hash of what
 * was sent, and nothing of a token that has it.
 */
final class ApiKeyVerification {
    /** Last use is noted at most this often. */
    private static final long NOTE_EVERY = Duration.ofMinutes(1).toMillis();

    private final JooqDatabase jooq;
    private final Clock clock;
    private final SignInThrottle throttle;

    private record Found(UdApiKeySecretRecord secret, Operator key) {}

    ApiKeyVerification(JooqDatabase jooq, Clock clock, SignInThrottle throttle) {
        this.jooq = jooq;
        this.clock = clock;
        this.throttle = throttle;
    }

    /** A good one is not counted, and gets in whatever else comes from its address. */
    VerifyApiKeyResult verify(@Nullable String sent, @Nullable String ip) {
        Optional<ApiKeyToken> token = ApiKeyToken.parse(sent);
        if (token.isEmpty()) {
            return new VerifyApiKeyResult.Refused();
        }
        Optional<Found> found = jooq.read(
                db -> find(db, UD_API_KEY_SECRET.TOKEN_HASH.eq(token.get().hash())));
        if (found.isPresent()) {
            noteUse(found.get().secret());
            return new VerifyApiKeyResult.Verified(found.get().key());
        }
        Attempt turn = throttle.refuseApiKey(ip);
        return turn.mustWait()
                ? new VerifyApiKeyResult.TooManyAttempts(turn.retryAfter())
                : new VerifyApiKeyResult.Refused();
    }

    Optional<Operator> findGood(String id) {
        return jooq.read(db -> find(db, UD_API_KEY.ID.eq(id))).map(Found::key);
    }

    /** A row for each secret and tenant. */
    private Optional<Found> find(DSLContext db, Condition which) {
        var k = UD_API_KEY;
        var s = UD_API_KEY_SECRET;
        var t = UD_API_KEY_TENANT;
        List<Record> rows = db.select(k.fields())
                .select(s.fields())
                .select(t.TENANT_ID)
                .from(s)
                .join(k)
                .on(k.ID.eq(s.KEY_ID))
                .leftJoin(t)
                .on(t.KEY_ID.eq(k.ID))
                .where(which)
                .and(s.EXPIRES_AT.gt(clock.millis()))
                .and(k.REVOKED_AT.isNull())
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> tenants = rows.stream()
                .map(row -> row.get(t.TENANT_ID))
                .flatMap(Stream::ofNullable)
                .toList();
        Record first = rows.get(0);
        return ApiKeyReader.operator(first.into(k), tenants).map(key -> new Found(first.into(s), key));
    }

    /** Of calls at the same time one writes; the others find it done. */
    private void noteUse(UdApiKeySecretRecord row) {
        long now = clock.millis();
        Long before = row.getLastUsedAt();
        if (before != null && now - before < NOTE_EVERY) {
            return;
        }
        var s = UD_API_KEY_SECRET;
        jooq.write(db -> db.update(s)
                .set(s.LAST_USED_AT, now)
                .where(s.TOKEN_HASH.eq(row.getTokenHash()))
                .and(before == null ? s.LAST_USED_AT.isNull() : s.LAST_USED_AT.eq(before))
                .execute());
    }
}
