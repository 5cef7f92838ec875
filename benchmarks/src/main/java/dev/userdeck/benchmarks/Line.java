package dev.userdeck.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param ours what a host or an operator does
 * @param raw the same rows by prepared statements on a connection that is held, null when there is nothing to compare with
 */
record Line(String name, Work ours, @Nullable Work raw, Bar bar) {}
