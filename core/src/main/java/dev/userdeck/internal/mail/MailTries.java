package dev.userdeck.internal.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often a mail is tried, and how long to wait in between. */
final class MailTries {
    static final int MOST = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** With what chance adds; longer than a node may take for a try. */
    static final Duration LONGEST = LONGEST_WAIT.multipliedBy(6).dividedBy(5);

    private MailTries() {}

    /**
     * How long to wait after so many tries: twice as long each time, up to a fifth more or less, so that what failed at
     * once doesn't come back at once.
     */
    static Duration waitAfter(int tries) {
        long millis = FIRST_WAIT.toMillis() << Math.min(tries - 1, MOST);
        long bounded = Math.min(millis, LONGEST_WAIT.toMillis());
        return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(-bounded / 5, bounded / 5 + 1));
    }
}
