package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * An operator who gave the password, and may do nothing yet.
 *
 * @param operator who it is to be
 * @param step what is left to do
 * @param expiresAt until when; then it takes the password once more
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PendingSignIn(Operator operator, SignInStep step, Instant expiresAt) {}
