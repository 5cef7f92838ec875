package dev.userdeck.recipe.emailverification.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How soon, and how often, another mail to one address may be asked for. */
final class ResendLimits {
    /** Between two mails. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAX_IN_HOUR = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_IN_DAY = 10;

    /** How far back it has to be known when mails were sent. */
    static final Duration WINDOW = DAY;

    private ResendLimits() {}

    /**
     * When the next may be sent. Links from before the clock was put back tell nothing.
     *
     * @param links when those of the last {@link #WINDOW} were sent, the newest first
     */
    static Instant retryAt(List<Instant> links, Instant now) {
        List<Instant> sent =
                links.stream().filter(at -> !at.isAfter(now.plus(PAUSE))).toList();
        Instant afterLast = after(1, sent, PAUSE);
        Instant afterMany = latest(after(MAX_IN_HOUR, sent, HOUR), after(MAX_IN_DAY, sent, DAY));
        return latest(afterLast, afterMany);
    }

    /** When the last so many are as long ago. */
    private static Instant after(int many, List<Instant> sent, Duration time) {
        return sent.size() < many ? Instant.MIN : sent.get(many - 1).plus(time);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
