package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.Work;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param ours what a host or an operator does
 * @param raw the same rows by prepared statements on a connection that is held, null when there is nothing to compare with
 */
record BenchmarkCase(String name, Work ours, @Nullable Work raw, Threshold bar) {}
