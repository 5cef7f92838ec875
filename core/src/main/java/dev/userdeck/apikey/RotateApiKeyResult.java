package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link ApiKeys#rotate}. In all cases but {@link Rotated} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface RotateApiKeyResult {

    /**
     * The key has a new secret.
     *
     * @param issued the key with it, which nobody can tell again
     */
    record Rotated(IssuedApiKey issued) implements RotateApiKeyResult {}

    /** There is no such key within the caller's scope. */
    record Unknown() implements RotateApiKeyResult {}

    /** The key may do more than the caller, who would get to do it by the new secret. */
    record OutOfReach() implements RotateApiKeyResult {}

    /** It was revoked, which is for good: make another one. */
    record Revoked() implements RotateApiKeyResult {}

    /**
     * It was rotated lately, and the secret before is still good: a key has two at most. Wait, or rotate without an overlap, which
     * ends both.
     *
     * @param until when the secret before ends
     */
    record Overlapping(Instant until) implements RotateApiKeyResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, of the field {@code overlap} or {@code lifetime}
     */
    record Refused(List<FieldError> errors) implements RotateApiKeyResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
