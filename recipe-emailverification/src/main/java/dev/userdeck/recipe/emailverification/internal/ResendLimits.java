package dev.userdeck.recipe.emailverification.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How soon, and how often, another mail to one address may be asked for. */
final class ResendLimits {
    /** Between two mails. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** So long at most {@link #MAX_IN_WINDOW} are sent. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int MAX_IN_WINDOW = 5;

    private ResendLimits() {}

    /**
     * When the next may be sent. Links from before the clock was put back tell nothing.
     *
     * @param links when those of the last {@link #WINDOW} were sent, the newest first
     */
    static Instant retryAt(List<Instant> links, Instant now) {
        List<Instant> sent =
                links.stream().filter(at -> !at.isAfter(now.plus(PAUSE))).toList();
        Instant afterLast = sent.isEmpty() ? Instant.MIN : sent.get(0).plus(PAUSE);
        Instant afterMany = sent.size() < MAX_IN_WINDOW
                ? Instant.MIN
                : sent.get(MAX_IN_WINDOW - 1).plus(WINDOW);
        return afterLast.isAfter(afterMany) ? afterLast : afterMany;
    }
}
