package dev.userdeck.internal.throttle;

import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;

import dev.userdeck.libs.org.jooq.CaseConditionStep;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import java.time.Duration;

/**
 * What a counter counts, and how it slows tries down: not at all at first, then by a second, and by twice as much after
 * each further one.
 */
enum CounterPolicy {
    /** Tries of one account from one address: whoever guesses from one place, or forgot. */
    PAIR(5, Duration.ofMinutes(15)),
    /** Tries of one account from everywhere: many places guess one password. Loose, as strangers can drive it up. */
    ACCOUNT(50, Duration.ofMinutes(1)),
    /** Tries of all accounts from one address: one place guesses many. Loose, as an office is one address. */
    ADDRESS(100, Duration.ofMinutes(15)),
    /** Refused API keys from one address, apart from passwords: a script with an old key keeps nobody from signing in. */
    API_KEY(100, Duration.ofMinutes(15));

    private static final long FIRST_WAIT = 1_000;

    private final int free;
    private final Duration longest;

    CounterPolicy(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /** Whether a wait up to this moment is to be kept: one for longer is from before the clock was put back. */
    boolean isBlocked(long until, long now) {
        return until > now && until <= now + longest.toMillis();
    }

    /** {@link #isBlocked} in SQL, the other way round. */
    Condition isOpen(Field<Long> until, long now) {
        return until.le(now).or(until.gt(now + longest.toMillis()));
    }

    /** The wait in milliseconds after the next try, as SQL over how many there were. */
    Field<Long> waitAfter(Field<Integer> tries) {
        CaseConditionStep<Long> waits = when(tries.lt(inline(free - 1)), inline(0L));
        int before = free - 1;
        for (long wait = FIRST_WAIT; wait < longest.toMillis(); wait *= 2) {
            waits = waits.when(tries.eq(inline(before)), inline(wait));
            before++;
        }
        return waits.otherwise(inline(longest.toMillis()));
    }
}
