package dev.userdeck.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether what should be flat is flat: the lowest of the last quarter beside the lowest of the quarter before, when all is
 * warm and full. The lowest, as a password that is being checked takes 19 MB for that moment.
 */
final class SoakVerdict {
    /** What {@code docs/performance.md} says. */
    private static final double HEAP_SHARE = 0.1;

    private static final double HEAP_MEGABYTES = 4;
    private static final double THREADS = 4;
    private static final double CONNECTIONS = 0;
    private static final double FILES = 8;

    private SoakVerdict() {}

    /** What is wrong, a sentence each; nothing if all is well. */
    static List<String> of(List<SoakSample> samples) {
        var wrong = new ArrayList<String>();
        SoakSample last = samples.get(samples.size() - 1);
        if (last.errors() > 0) {
            wrong.add("%d calls failed".formatted(last.errors()));
        }
        double heap = before(samples, SoakSample::heapMegabytes);
        grown(wrong, "heap in MB", samples, SoakSample::heapMegabytes, HEAP_MEGABYTES + heap * HEAP_SHARE);
        grown(wrong, "connections", samples, SoakSample::connections, CONNECTIONS);
        grown(wrong, "threads", samples, SoakSample::threads, THREADS);
        grown(wrong, "open files", samples, SoakSample::files, FILES);
        return wrong;
    }

    private static void grown(
            List<String> wrong,
            String what,
            List<SoakSample> samples,
            ToDoubleFunction<SoakSample> figure,
            double tolerance) {
        double before = before(samples, figure);
        double after = lowest(samples.subList(samples.size() - quarter(samples), samples.size()), figure);
        if (after - before > tolerance) {
            wrong.add(String.format(
                    Locale.ROOT, "%s grew from %.1f to %.1f, %.1f more is allowed", what, before, after, tolerance));
        }
    }

    private static double before(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        int quarter = quarter(samples);
        int end = samples.size() - quarter;
        return lowest(samples.subList(Math.max(0, end - quarter), Math.max(1, end)), figure);
    }

    private static int quarter(List<SoakSample> samples) {
        return Math.max(1, samples.size() / 4);
    }

    private static double lowest(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        return samples.stream().mapToDouble(figure).min().orElseThrow();
    }
}
