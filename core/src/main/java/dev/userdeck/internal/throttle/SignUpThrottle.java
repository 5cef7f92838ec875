package dev.userdeck.internal.throttle;

import static dev.userdeck.audit.AuditActions.USER_SIGN_UPS_LIMITED;
import static dev.userdeck.internal.jooq.Tables.UD_THROTTLE;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.val;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.UdThrottle;
import dev.userdeck.internal.jooq.tables.records.UdThrottleRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.SQLDataType;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many try to sign up within an hour, from one address and in all, in the database, so on all nodes together. What
 * was typed isn't looked at: who is known and who isn't get one answer. That a limit was reached is an audit event, once in
 * an hour.
 */
public final class SignUpThrottle {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int ROUNDS = 20;
    private static final Duration LOST = Duration.ofSeconds(1);
    private static final UdThrottle T = UD_THROTTLE;

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqAuditTrail audit;
    private final int perAddress;
    private final int inAll;

    /**
     * A counter and how far it goes.
     *
     * @param key the primary key of its row
     * @param name of the change in the audit event
     * @param most how many attempts there may be within the window
     */
    private record Limit(String key, String name, int most) {}

    /**
     * Creates it.
     *
     * @param perAddress how many attempts one address has within an hour
     * @param inAll how many all have together
     */
    public SignUpThrottle(JooqDatabase jooq, Clock clock, JooqAuditTrail audit, int perAddress, int inAll) {
        this.jooq = jooq;
        this.clock = clock;
        this.audit = audit;
        this.perAddress = perAddress;
        this.inAll = inAll;
    }

    /**
     * Counts an attempt in a transaction of its own, unless there were too many.
     *
     * @param actor who tries, with the client's address; without one it counts among all alone
     * @return how long to wait if it must; empty if it may be made
     */
    public Optional<Duration> begin(Actor actor) {
        List<Limit> limits = limits(actor.ip());
        for (int round = 0; round < ROUNDS; round++) {
            long now = clock.millis();
            Map<String, UdThrottleRecord> rows = read(limits);
            long until = rows.values().stream()
                    .mapToLong(UdThrottleRecord::getBlockedUntil)
                    .filter(end -> isWithinWindow(end, now))
                    .max()
                    .orElse(now);
            if (until > now) {
                return Optional.of(Duration.ofMillis(until - now));
            }
            if (count(limits, rows.keySet(), actor, now)) {
                return Optional.empty();
            }
        }
        return Optional.of(LOST); // one of very many at once
    }

    /** The one that all have in common comes last, so that its row is held for the shortest time. */
    private List<Limit> limits(@Nullable String ip) {
        var limits = new ArrayList<Limit>();
        if (ip != null) {
            limits.add(new Limit(Counter.keyOf("SIGN_UP_ADDRESS", Counter.network(ip)), "perAddress", perAddress));
        }
        limits.add(new Limit(Counter.keyOf("SIGN_UP_ALL"), "inAll", inAll));
        return limits;
    }

    private Map<String, UdThrottleRecord> read(List<Limit> limits) {
        return jooq.read(
                db -> db.selectFrom(T).where(T.COUNTER_KEY.in(keys(limits))).fetchMap(T.COUNTER_KEY));
    }

    /** An end that is further away is from before the clock was put back. */
    private static boolean isWithinWindow(long end, long now) {
        return end > now && end <= now + WINDOW.toMillis();
    }

    /** Whether it was counted by all; if not, another attempt was quicker, and the rows have to be read again. */
    private boolean count(List<Limit> limits, Set<String> there, Actor actor, long now) {
        try {
            return jooq.write(db -> {
                for (Limit limit : limits) {
                    if (!there.contains(limit.key())) {
                        insert(db, limit, now);
                    } else if (!update(db, limit, now)) {
                        throw new CountedMeanwhile();
                    }
                }
                tellReached(db, limits, actor, now);
                return true;
            });
        } catch (CountedMeanwhile | UniqueViolationException e) {
            return false;
        }
    }

    private static void insert(DSLContext db, Limit limit, long now) {
        long end = now + WINDOW.toMillis();
        db.insertInto(T, T.COUNTER_KEY, T.ATTEMPTS, T.LAST_ATTEMPT_AT, T.BLOCKED_UNTIL, T.KNOWN_UNTIL, T.EXPIRES_AT)
                .values(limit.key(), 1, now, limit.most() == 1 ? end : 0L, 0L, end)
                .execute();
    }

    /**
     * Begins a new window if the last is over. The order of the columns matters: to MySQL and MariaDB a column that was set has
     * its new value from there on.
     */
    private static boolean update(DSLContext db, Limit limit, long now) {
        long latest = now + WINDOW.toMillis();
        Condition isOver = T.EXPIRES_AT.le(now).or(T.EXPIRES_AT.gt(latest));
        Condition isOpen = T.BLOCKED_UNTIL.le(now).or(T.BLOCKED_UNTIL.gt(latest));
        Field<Long> end = bigint(latest);
        return db.update(T)
                        .set(
                                T.BLOCKED_UNTIL,
                                when(isOver, limit.most() == 1 ? end : bigint(0L))
                                        .when(T.ATTEMPTS.ge(inline(limit.most() - 1)), T.EXPIRES_AT)
                                        .otherwise(inline(0L)))
                        .set(T.ATTEMPTS, when(isOver, inline(1)).otherwise(T.ATTEMPTS.plus(inline(1))))
                        .set(T.LAST_ATTEMPT_AT, now)
                        .set(T.EXPIRES_AT, when(isOver, end).otherwise(T.EXPIRES_AT))
                        .where(T.COUNTER_KEY.eq(limit.key()))
                        .and(isOpen)
                        .execute()
                == 1;
    }

    /** By the one attempt that reached it, so once in a window, whoever is refused after that. */
    private void tellReached(DSLContext db, List<Limit> limits, Actor actor, long now) {
        Set<String> reached = db.select(T.COUNTER_KEY)
                .from(T)
                .where(T.COUNTER_KEY.in(keys(limits)))
                .and(T.BLOCKED_UNTIL.gt(now))
                .fetchSet(T.COUNTER_KEY);
        for (Limit limit : limits) {
            if (reached.contains(limit.key())) {
                audit.record(NewAuditEvent.of(USER_SIGN_UPS_LIMITED, actor)
                        .change(limit.name(), null, Integer.toString(limit.most())));
            }
        }
    }

    /** A parameter whose type no engine has to guess. */
    private static Field<Long> bigint(long value) {
        return val(value).cast(SQLDataType.BIGINT);
    }

    private static List<String> keys(List<Limit> limits) {
        return limits.stream().map(Limit::key).sorted().toList();
    }
}
