package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A suspension that is to begin: why a user may not sign in, and how long. Start with {@link #of}.
 *
 * @param reason for operators, 1 to 500 characters; the user doesn't see it
 * @param until when the user may sign in again by itself, to the millisecond; null for never
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewSuspension(String reason, @Nullable Instant until) {

    /** Checks that the reason is there. */
    public NewSuspension {
        Objects.requireNonNull(reason, "reason");
    }

    /** A suspension without an end. */
    public static NewSuspension of(String reason) {
        return new NewSuspension(reason, null);
    }

    /** The same with an end, null for none. */
    public NewSuspension until(@Nullable Instant newUntil) {
        return new NewSuspension(reason, newUntil);
    }
}
