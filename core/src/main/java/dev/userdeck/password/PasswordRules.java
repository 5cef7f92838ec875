package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The bounds of a password's length, for people to be told before they choose one. Long ones are refused, too, if they
 * are easily guessed.
 *
 * @param min fewest characters, as Unicode code points
 * @param max most of them
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PasswordRules(int min, int max) {}
