package dev.userdeck.internal.operator;

import static java.util.Objects.requireNonNull;

import dev.userdeck.internal.jooq.tables.records.UdOperatorSessionRecord;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.PendingSignIn;
import dev.userdeck.operator.SignInStep;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that is still good.
 *
 * @param step what its sign-in lacks; null for nothing
 */
record FoundSession(
        UdOperatorSessionRecord row,
        Operator operator,
        @Nullable SignInStep step) {
    /** How long a password counts with which more is needed. */
    static final Duration PENDING = Duration.ofMinutes(10);

    String id() {
        return row.getId();
    }

    boolean isPending() {
        return step != null;
    }

    PendingSignIn pending() {
        return new PendingSignIn(
                operator,
                requireNonNull(step),
                Instant.ofEpochMilli(row.getProvedAt()).plus(PENDING));
    }

    OperatorSession session() {
        Long second = row.getSecondFactorAt();
        return new OperatorSession(
                row.getId(),
                operator,
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getLastUsedAt()),
                Instant.ofEpochMilli(row.getProvedAt()),
                second == null ? null : Instant.ofEpochMilli(second),
                row.getIp(),
                row.getUserAgent());
    }
}
