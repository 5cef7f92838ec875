package dev.userdeck.internal.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** For how long a mail is tried, and how long to wait in between. */
final class RetrySchedule {
    /** A mail that is good for ever is tried as long as mail servers do (RFC 5321, 4.5.4.1). */
    static final Duration LONGEST_TRYING = Duration.ofDays(5);
    /** After so many tries that did not end, the mail is what ends the nodes. */
    static final int MOST_UNFINISHED = 10;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    /** With what chance adds; longer than a node may take for a try. */
    static final Duration LONGEST = LONGEST_WAIT.multipliedBy(6).dividedBy(5);

    private RetrySchedule() {}

    /**
     * How long to wait after so many tries: twice as long each time, up to a fifth more or less, so that what failed at
     * once doesn't come back at once. Towards the end it is half of what is left, so that an outage that is over before
     * the end loses nothing.
     *
     * @param left how long it may still be tried
     * @return nothing when no other try is worth it
     */
    static Duration waitAfter(int tries, Duration left) {
        long millis = FIRST_WAIT.toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
        long bounded = Math.min(millis, LONGEST_WAIT.toMillis());
        long wait = bounded + ThreadLocalRandom.current().nextLong(-bounded / 5, bounded / 5 + 1);
        if (wait < left.toMillis()) {
            return Duration.ofMillis(wait);
        }
        Duration half = left.dividedBy(2);
        return half.compareTo(FIRST_WAIT) < 0 ? Duration.ZERO : half;
    }
}
