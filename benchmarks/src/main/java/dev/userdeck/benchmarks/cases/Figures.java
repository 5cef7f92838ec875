package dev.userdeck.benchmarks.cases;

/**
 * What came out of measuring.
 *
 * @param count how many times it was done
 * @param p50 milliseconds that half of them took at most
 * @param perSecond of all workers together
 */
public record Figures(long count, double p50, double p95, double p99, double perSecond) {}
