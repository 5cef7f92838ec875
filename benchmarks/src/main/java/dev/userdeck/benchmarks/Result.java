package dev.userdeck.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table, measured.
 *
 * @param statements how many one call of ours sends to the database
 */
record Result(String name, Pair ours, @Nullable Pair raw, int statements, Bar bar) {

    /** With one worker, and with many. */
    record Pair(Figures one, Figures many) {}
}
