package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Some mails of the last 30 days, newest first, whatever tenants their users are in. Start with {@link #all} or {@link #of}.
 *
 * @param states mails in none of them are left out
 * @param user only mails about this user, null for mails about anybody and nobody
 * @param recipient only mails to addresses that begin with this, in any spelling of an address; null for any
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OutboxQuery(
        Set<OutboxMessageState> states,
        @Nullable UserId user,
        @Nullable String recipient,
        int size,
        @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Copies the states and checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public OutboxQuery {
        states = Set.copyOf(Objects.requireNonNull(states, "states"));
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " mails, not " + size);
        }
    }

    /** The newest {@value #DEFAULT_SIZE} mails. */
    public static OutboxQuery all() {
        return of(EnumSet.allOf(OutboxMessageState.class));
    }

    /** The newest {@value #DEFAULT_SIZE} mails in these states. */
    public static OutboxQuery of(Set<OutboxMessageState> states) {
        return new OutboxQuery(states, null, null, DEFAULT_SIZE, null);
    }

    /** Leaves out mails that are not about this user. Default: none is left out. */
    public OutboxQuery user(UserId newUser) {
        return new OutboxQuery(states, newUser, recipient, size, cursor);
    }

    /** Leaves out mails to addresses that begin otherwise. Default, and for null: none is left out. */
    public OutboxQuery recipient(@Nullable String start) {
        return new OutboxQuery(states, user, start, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public OutboxQuery size(int newSize) {
        return new OutboxQuery(states, user, recipient, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public OutboxQuery cursor(@Nullable String newCursor) {
        return new OutboxQuery(states, user, recipient, size, newCursor);
    }
}
