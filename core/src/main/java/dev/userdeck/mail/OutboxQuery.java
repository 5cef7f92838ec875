package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The mails in some states, newest first, whatever users they are about. Start with {@link #of}.
 *
 * @param states mails in none of them are left out
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OutboxQuery(
        Set<OutboxMessageState> states, int size, @Nullable String cursor) {
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

    /** The newest {@value #DEFAULT_SIZE} mails in these states. */
    public static OutboxQuery of(Set<OutboxMessageState> states) {
        return new OutboxQuery(states, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public OutboxQuery size(int newSize) {
        return new OutboxQuery(states, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public OutboxQuery cursor(@Nullable String newCursor) {
        return new OutboxQuery(states, size, newCursor);
    }
}
