package dev.userdeck.benchmarks.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table, in Markdown. */
public final class Report {
    private static final String HEADER = """
            | line | statements | ours p50 · p95 · p99 | ours a second, at 1 · at %d | raw p50 · a second at %d \
            | ours ÷ raw | bar | reached |%s
            |---|--:|--:|--:|--:|--:|--:|---|%s
            """;

    private final int workers;
    /** The medians of a run with fewer users, by line. */
    private final Map<String, Double> smaller;

    private final String smallerTitle;

    public Report(int workers, Map<String, Double> smaller, String smallerTitle) {
        this.workers = workers;
        this.smaller = smaller;
        this.smallerTitle = smallerTitle;
    }

    public String table(List<Result> results) {
        boolean isCompared = !smaller.isEmpty();
        var table = new StringBuilder(HEADER.formatted(
                workers, workers, isCompared ? " ÷ " + smallerTitle + " |" : "", isCompared ? "--:|" : ""));
        for (Result result : results) {
            table.append(row(result));
            if (isCompared) {
                Double before = smaller.get(result.name());
                table.append(" ")
                        .append(
                                before == null
                                        ? ""
                                        : text("%.2f", result.ours().one().p50() / before))
                        .append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String row(Result result) {
        Figures one = result.ours().one();
        Figures many = result.ours().many();
        return text(
                "| %s | %s | %s · %s · %s ms | %s · %s | %s | %s | %s | %s |",
                result.name(),
                result.statements() == 0 ? "" : result.statements(),
                millis(one.p50()),
                millis(one.p95()),
                millis(one.p99()),
                whole(one.perSecond()),
                whole(many.perSecond()),
                raw(result),
                ratio(result),
                result.bar(),
                verdict(result.bar().isReached(result)));
    }

    private static String raw(Result result) {
        Result.Pair raw = result.raw();
        return raw == null
                ? ""
                : millis(raw.one().p50()) + " ms · " + whole(raw.many().perSecond());
    }

    private static String ratio(Result result) {
        Result.Pair raw = result.raw();
        return raw == null
                ? ""
                : text(
                        "%.2f × · %.0f %%",
                        result.ours().one().p50() / raw.one().p50(),
                        100 * result.ours().many().perSecond() / raw.many().perSecond());
    }

    private static String verdict(@Nullable Boolean isReached) {
        if (isReached == null) {
            return "";
        }
        return isReached ? "yes" : "**no**";
    }

    static String millis(double millis) {
        return text(millis < 1 ? "%.3f" : "%.2f", millis);
    }

    private static String whole(double number) {
        return text("%,.0f", number);
    }

    private static String text(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
