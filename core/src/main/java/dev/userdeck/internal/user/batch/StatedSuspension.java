package dev.userdeck.internal.user.batch;

import dev.userdeck.user.Suspension;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a suspension.
 *
 * @param state whether there is to be one
 * @param isDetailed whether it says until when, as a status alone doesn't
 * @param reason null for none said
 * @param until null for good
 * @param since null for none said
 * @param by null for none said
 */
public record StatedSuspension(
        State state,
        boolean isDetailed,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable Instant since,
        @Nullable String by) {
    private static final String REASON = "Suspended where the user came from";

    /** Whether there is to be one. */
    public enum State {
        /** Nothing is said. */
        UNSAID,
        /** There is none. */
        ACTIVE,
        /** There was one, which has ended by itself. */
        OVER,
        /** There is one. */
        SUSPENDED
    }

    /** One of this state, and no more. */
    public static StatedSuspension of(State state) {
        return new StatedSuspension(state, false, null, null, null, null);
    }

    /** The suspension of a new user; null for none. */
    @Nullable
    Suspension ofNewUser(Instant now) {
        return state == State.SUSPENDED ? replacing(null, now, null) : null;
    }

    /** Whether this is how it is already. */
    boolean isSo(@Nullable Suspension there) {
        return switch (state) {
            case UNSAID -> true;
            case ACTIVE, OVER -> there == null;
            case SUSPENDED -> there != null && isSameAs(there);
        };
    }

    private boolean isSameAs(Suspension there) {
        return (reason == null || reason.strip().equals(there.reason()))
                && (!isDetailed || Objects.equals(until, there.until()))
                && (since == null || since.equals(there.since()))
                && (by == null || by.equals(there.by()));
    }

    /** What is to be in the place of the one that is there. */
    Suspension replacing(@Nullable Suspension there, Instant now, @Nullable String actor) {
        String kept = there == null ? REASON : there.reason();
        Instant end = isDetailed || there == null ? until : there.until();
        return new Suspension(
                reason == null ? kept : reason.strip(), end, since == null ? now : since, by == null ? actor : by);
    }
}
