package dev.userdeck.benchmarks.cases;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table, measured.
 *
 * @param statements how many one call of ours sends to the database
 */
public record Result(String name, Pair ours, @Nullable Pair raw, int statements, Threshold bar) {

    /** With one worker, and with many. */
    public record Pair(Figures one, Figures many) {}
}
