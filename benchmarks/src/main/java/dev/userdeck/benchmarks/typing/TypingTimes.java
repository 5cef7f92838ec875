package dev.userdeck.benchmarks.typing;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Where the time from the last key to the rows went, in milliseconds.
 *
 * @param kind of what was typed
 * @param waiting from the last key until the list was asked for: whether another key comes
 * @param asking from then until the answer began to come
 * @param drawing from then until the frame after the rows, or that there are none, was begun
 */
record TypingTimes(String kind, double waiting, double asking, double drawing) {
    private static final double BAR = 150;

    double whole() {
        return waiting + asking + drawing;
    }

    /** The table, in Markdown. */
    static String report(String database, int users, String chromium, List<TypingTimes> all) {
        double reached = percentile(sorted(all, TypingTimes::whole), 95);
        var table = new StringBuilder("""
                ## Typing among %,d users on %s

                Java %s, Chromium %s, %d processors. From the last key to rows on screen, 95 of 100: %.0f ms, \
                at most %.0f: **%s**.

                | typed | n | p50 | p95 | p99 | max | of it waiting p50 · p95 | asking | drawing |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """.formatted(
                        users,
                        database,
                        Runtime.version(),
                        chromium,
                        Runtime.getRuntime().availableProcessors(),
                        reached,
                        BAR,
                        reached <= BAR ? "reached" : "missed"));
        table.append(row("all", all));
        for (String kind : all.stream().map(TypingTimes::kind).distinct().toList()) {
            table.append(row(
                    kind,
                    all.stream().filter(times -> times.kind().equals(kind)).toList()));
        }
        return table.toString();
    }

    private static String row(String name, List<TypingTimes> all) {
        double[] whole = sorted(all, TypingTimes::whole);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %.0f ms | %s | %s | %s |%n",
                name,
                all.size(),
                percentile(whole, 50),
                percentile(whole, 95),
                percentile(whole, 99),
                whole[whole.length - 1],
                middleAndHigh(all, TypingTimes::waiting),
                middleAndHigh(all, TypingTimes::asking),
                middleAndHigh(all, TypingTimes::drawing));
    }

    private static String middleAndHigh(List<TypingTimes> all, ToDoubleFunction<TypingTimes> part) {
        double[] sorted = sorted(all, part);
        return String.format(Locale.ROOT, "%.0f · %.0f ms", percentile(sorted, 50), percentile(sorted, 95));
    }

    private static double[] sorted(List<TypingTimes> all, ToDoubleFunction<TypingTimes> part) {
        return all.stream().mapToDouble(part).sorted().toArray();
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }
}
