package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Something that a deed takes with it, told before it is done: "61 users lose it".
 *
 * @param count how many
 * @param text the words after the number
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Fact(long count, Text text) {}
