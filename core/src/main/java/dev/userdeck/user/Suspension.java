package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A suspension: why a user may not sign in at present.
 *
 * @param reason for operators; the user doesn't see it
 * @param until when the user may sign in again, null for never; later than now
 * @param since when it began
 * @param by the name of who did it, null when that was the app
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Suspension(
        String reason,
        @Nullable Instant until,
        Instant since,
        @Nullable String by) {}
