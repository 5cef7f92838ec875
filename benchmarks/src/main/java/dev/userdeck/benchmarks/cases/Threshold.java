package dev.userdeck.benchmarks.cases;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a line has to reach. Times differ from machine to machine, so nearly all bars are beside the raw limit of the same
 * run.
 *
 * @param times how many times the raw median ours may be, with one worker
 * @param share of the raw throughput with many workers that ours must be
 * @param beside how many milliseconds the median may be above the raw one
 * @param millis how many milliseconds the median may be
 */
record Threshold(
        @Nullable Double times,
        @Nullable Double share,
        @Nullable Double beside,
        @Nullable Double millis) {

    /** Nothing: the line is a limit itself. */
    static final Threshold NONE = new Threshold(null, null, null, null);

    static Threshold beside(double times, double share) {
        return new Threshold(times, share, null, null);
    }

    /** At least this share of the raw limit, in time and in throughput. */
    static Threshold share(double share) {
        return beside(1 / share, share);
    }

    static Threshold times(double times) {
        return new Threshold(times, null, null, null);
    }

    static Threshold atMostAbove(double millis) {
        return new Threshold(null, null, millis, null);
    }

    static Threshold atMost(double millis) {
        return new Threshold(null, null, null, millis);
    }

    /** Whether it is reached, null when there is nothing to reach. */
    @Nullable
    Boolean isReached(Result result) {
        if (equals(NONE)) {
            return null;
        }
        double ours = result.ours().one().p50();
        Result.Pair raw = result.raw();
        double limit = raw == null ? 0 : raw.one().p50();
        return (times == null || ours <= times * limit)
                && (share == null
                        || raw == null
                        || result.ours().many().perSecond()
                                >= share * raw.many().perSecond())
                && (beside == null || ours - limit <= beside)
                && (millis == null || ours <= millis);
    }

    @Override
    public String toString() {
        if (beside != null) {
            return "≤ raw + %s ms".formatted(plain(beside));
        }
        if (millis != null) {
            return "≤ %s ms".formatted(plain(millis));
        }
        if (times == null) {
            return "";
        }
        return share == null
                ? "≤ %s ×".formatted(plain(times))
                : "≤ %s ×, ≥ %s %%".formatted(plain(times), plain(100 * share));
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
    }
}
