package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what went wrong, sent as {@code application/problem+json} (RFC 9457).
 *
 * @param type which problem
 * @param detail this occurrence, for people; null for nothing beyond the title
 * @param errors what is wrong with which field of the body; sent with JSON Pointers (RFC 6901)
 * @param extras further members, of JDK types
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Problem(ProblemType type, @Nullable String detail, List<FieldError> errors, Map<String, Object> extras) {

    /** The member that says in how many seconds it is worth trying again; sent as {@code Retry-After} too. */
    public static final String RETRY_AFTER = "retryAfter";

    /** Copies the collections. */
    public Problem {
        errors = List.copyOf(errors);
        extras = Map.copyOf(extras);
    }

    /** A problem of this type. */
    public static Problem of(ProblemType type) {
        return new Problem(type, null, List.of(), Map.of());
    }

    /** The body was refused; errors say where and why. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID, null, errors, Map.of());
    }

    /** The body was refused for one field. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /**
     * Too many attempts: the next may be made after this time, which is told in whole seconds, rounded up, and to people in
     * minutes when it is more than two.
     */
    public static Problem tooManyAttempts(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        String wait =
                seconds > 120 ? (seconds + 59) / 60 + " minutes" : seconds + (seconds == 1 ? " second" : " seconds");
        return of(ProblemType.TOO_MANY_ATTEMPTS)
                .detail("Too many attempts. Next one in " + wait + ".")
                .with(RETRY_AFTER, seconds);
    }

    /** 409: the user is in tenants that the operator doesn't look after, too, and this concerns the whole user. */
    public static Problem partlyOutOfScope() {
        return of(ProblemType.CONFLICT)
                .detail("This user is in tenants that you don't look after, too."
                        + " It takes an operator for all of the user's tenants.")
                .with("reason", "partly-out-of-scope");
    }

    /** The same with words about this occurrence. */
    public Problem detail(String newDetail) {
        return new Problem(type, newDetail, errors, extras);
    }

    /** The same with one more member. */
    public Problem with(String name, Object value) {
        var more = new HashMap<>(extras);
        more.put(name, value);
        return new Problem(type, detail, errors, more);
    }

    /** This problem as something to throw out of a handler. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
