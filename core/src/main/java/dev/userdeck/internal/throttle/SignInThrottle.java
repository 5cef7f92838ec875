package dev.userdeck.internal.throttle;

import static dev.userdeck.internal.jooq.Tables.UD_THROTTLE;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.val;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;

import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.jooq.tables.UdThrottle;
import dev.userdeck.internal.jooq.tables.records.UdThrottleRecord;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.libs.org.jooq.impl.SQLDataType;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who tries passwords, in the database, so on all nodes together. A try is counted before the password is
 * looked at and taken back when it was right: of many at once no more get through than of as many one by one. What is
 * counted is what was typed, whether or not such an account exists.
 *
 * <p>Strangers can't lock an owner out: an address that the account has signed in from lately is held by what comes from
 * there for this account, and by nothing else.
 */
public final class SignInThrottle {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final int ROUNDS = 20;
    private static final Duration LOST = Duration.ofSeconds(1);
    private static final UdThrottle T = UD_THROTTLE;

    private final JooqDatabase jooq;
    private final Clock clock;

    /** Creates it. */
    public SignInThrottle(JooqDatabase jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /**
     * Counts a try in a transaction of its own, unless it must wait.
     *
     * @param realm where the account would be: accounts of two realms are counted apart
     * @param account what was typed, in one form for all its spellings
     * @param ip where the try comes from, null when not known
     */
    public Attempt begin(String realm, String account, @Nullable String ip) {
        return begin(Counter.of(realm, account, ip));
    }

    /**
     * Counts a refused API key in the same way.
     *
     * @param ip where it came from, null when not known: then it is not counted
     */
    public Attempt refuseApiKey(@Nullable String ip) {
        List<Counter> counters = Counter.ofApiKey(ip);
        return counters.isEmpty() ? Attempt.counted(counters, clock.millis()) : begin(counters);
    }

    private Attempt begin(List<Counter> all) {
        for (int round = 0; round < ROUNDS; round++) {
            long now = clock.millis();
            Map<String, UdThrottleRecord> rows = read(all);
            List<Counter> counters = thatHold(all, rows, now);
            long until = blockedUntil(counters, rows, now);
            if (until > now) {
                return Attempt.in(Duration.ofMillis(until - now));
            }
            if (count(counters, rows, now)) {
                return Attempt.counted(counters, now);
            }
        }
        return Attempt.in(LOST); // one of very many at once
    }

    /** Runs what looks at the password. A try that could not be made, as all were too busy, doesn't count. */
    public boolean check(Attempt turn, BooleanSupplier password) {
        try {
            return password.getAsBoolean();
        } catch (RuntimeException e) {
            try {
                jooq.write(db -> takeBack(db, turn).execute());
            } catch (UserdeckException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** Takes a try back at which no password was looked at. */
    public void takeBack(Attempt turn) {
        jooq.write(db -> takeBack(db, turn).execute());
    }

    /** Takes a try back that was right, forgets the wrong ones of this account from this address, and knows the address. */
    public void succeeded(DSLContext db, Attempt turn) {
        long now = clock.millis();
        long knownUntil = now + KNOWN_FOR.toMillis();
        Condition pair = T.COUNTER_KEY.in(turn.counters().stream()
                .filter(c -> c.kind() == CounterPolicy.PAIR)
                .map(Counter::key)
                .toList());
        db.update(T)
                .set(T.BLOCKED_UNTIL, when(pair.or(blockedBy(turn)), inline(0L)).otherwise(T.BLOCKED_UNTIL))
                .set(T.ATTEMPTS, when(pair, inline(0)).otherwise(oneLess()))
                .set(T.KNOWN_UNTIL, when(pair, bigint(knownUntil)).otherwise(T.KNOWN_UNTIL))
                .set(T.EXPIRES_AT, when(pair, bigint(knownUntil)).otherwise(T.EXPIRES_AT))
                .where(T.COUNTER_KEY.in(keys(turn.counters())))
                .execute();
    }

    /** Forgets the wrong tries of an account from one address: its owner has shown up in another way. */
    public void forgive(DSLContext db, String realm, String account, @Nullable String ip) {
        List<Counter> pair = Counter.of(realm, account, ip).stream()
                .filter(counter -> counter.kind() == CounterPolicy.PAIR)
                .toList();
        if (!pair.isEmpty()) {
            db.update(T)
                    .set(T.ATTEMPTS, 0)
                    .set(T.BLOCKED_UNTIL, 0L)
                    .where(T.COUNTER_KEY.in(keys(pair)))
                    .execute();
        }
    }

    /**
     * Removes counters that are forgotten, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        return ExpiredRows.ended(jooq, T.COUNTER_KEY, T.EXPIRES_AT, clock.millis(), batch);
    }

    private Map<String, UdThrottleRecord> read(List<Counter> counters) {
        return jooq.read(
                db -> db.selectFrom(T).where(T.COUNTER_KEY.in(keys(counters))).fetchMap(T.COUNTER_KEY));
    }

    private static List<Counter> thatHold(List<Counter> all, Map<String, UdThrottleRecord> rows, long now) {
        List<Counter> known = all.stream()
                .filter(counter -> counter.kind() == CounterPolicy.PAIR)
                .filter(counter -> {
                    UdThrottleRecord row = rows.get(counter.key());
                    return row != null && row.getKnownUntil() > now;
                })
                .toList();
        return known.isEmpty() ? all : known;
    }

    private static long blockedUntil(List<Counter> counters, Map<String, UdThrottleRecord> rows, long now) {
        long until = 0;
        for (Counter counter : counters) {
            UdThrottleRecord row = rows.get(counter.key());
            if (row != null && counter.kind().isBlocked(row.getBlockedUntil(), now)) {
                until = Math.max(until, row.getBlockedUntil());
            }
        }
        return until;
    }

    /** Whether it was counted; if not, another try was quicker, and the rows have to be read again. */
    private boolean count(List<Counter> counters, Map<String, UdThrottleRecord> rows, long now) {
        List<Counter> there =
                counters.stream().filter(c -> rows.containsKey(c.key())).toList();
        List<Counter> missing =
                counters.stream().filter(c -> !rows.containsKey(c.key())).toList();
        try {
            return jooq.write(db -> {
                if (!there.isEmpty() && countMore(db, there, now) < there.size()) {
                    throw new CountedMeanwhile();
                }
                if (!missing.isEmpty()) {
                    countFirst(db, missing, now);
                }
                return true;
            });
        } catch (CountedMeanwhile | UniqueViolationException e) {
            return false;
        }
    }

    /** The order of the columns matters: to MySQL and MariaDB a column that was set has its new value from there on. */
    private static int countMore(DSLContext db, List<Counter> counters, long now) {
        Condition forgotten = T.LAST_ATTEMPT_AT.le(now - FORGOTTEN_AFTER.toMillis());
        Field<Long> wait = inline(0L);
        Condition isOpen = DSL.noCondition();
        for (Counter counter : counters) {
            isOpen =
                    isOpen.and(T.COUNTER_KEY.ne(counter.key()).or(counter.kind().isOpen(T.BLOCKED_UNTIL, now)));
            wait = when(T.COUNTER_KEY.eq(counter.key()), counter.kind().waitAfter(T.ATTEMPTS))
                    .otherwise(wait);
        }
        Field<Long> end = bigint(now + FORGOTTEN_AFTER.toMillis());
        return db.update(T)
                .set(
                        T.BLOCKED_UNTIL,
                        when(forgotten, inline(0L)).otherwise(bigint(now).plus(wait)))
                .set(T.ATTEMPTS, when(forgotten, inline(1)).otherwise(T.ATTEMPTS.plus(inline(1))))
                .set(T.LAST_ATTEMPT_AT, now)
                .set(T.EXPIRES_AT, when(T.EXPIRES_AT.gt(end), T.EXPIRES_AT).otherwise(end))
                .where(T.COUNTER_KEY.in(keys(counters)))
                .and(isOpen)
                .execute();
    }

    private static void countFirst(DSLContext db, List<Counter> counters, long now) {
        long end = now + FORGOTTEN_AFTER.toMillis();
        var insert = db.insertInto(
                T, T.COUNTER_KEY, T.ATTEMPTS, T.LAST_ATTEMPT_AT, T.BLOCKED_UNTIL, T.KNOWN_UNTIL, T.EXPIRES_AT);
        for (Counter counter : counters) {
            insert = insert.values(counter.key(), 1, now, 0L, 0L, end);
        }
        insert.execute();
    }

    private static Query takeBack(DSLContext db, Attempt turn) {
        return db.update(T)
                .set(T.BLOCKED_UNTIL, when(blockedBy(turn), inline(0L)).otherwise(T.BLOCKED_UNTIL))
                .set(T.ATTEMPTS, oneLess())
                .where(T.COUNTER_KEY.in(keys(turn.counters())));
    }

    /** Whether the last to count was this try: then the wait, if there is one, is for it alone. */
    private static Condition blockedBy(Attempt turn) {
        return T.LAST_ATTEMPT_AT.eq(turn.at());
    }

    private static Field<Integer> oneLess() {
        return when(T.ATTEMPTS.gt(inline(0)), T.ATTEMPTS.minus(inline(1))).otherwise(inline(0));
    }

    /** A parameter whose type no engine has to guess. */
    private static Field<Long> bigint(long value) {
        return val(value).cast(SQLDataType.BIGINT);
    }

    private static List<String> keys(List<Counter> counters) {
        return counters.stream().map(Counter::key).sorted().toList();
    }
}
