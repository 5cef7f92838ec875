package dev.userdeck.benchmarks.typing;

/**
 * What somebody types to find somebody.
 *
 * @param kind of thing that it is, for the table
 */
record TypedWord(String kind, String text) {}
