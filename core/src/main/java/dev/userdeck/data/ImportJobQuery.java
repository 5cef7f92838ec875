package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The import jobs that an operator may see, newest first. Start with {@link #of}.
 *
 * @param operator who asks
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportJobQuery(
        Operator operator, int size, @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public ImportJobQuery {
        Objects.requireNonNull(operator, "operator");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " jobs, not " + size);
        }
    }

    /** The newest {@value #DEFAULT_SIZE} jobs that {@code operator} may see. */
    public static ImportJobQuery of(Operator operator) {
        return new ImportJobQuery(operator, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public ImportJobQuery size(int newSize) {
        return new ImportJobQuery(operator, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public ImportJobQuery cursor(@Nullable String newCursor) {
        return new ImportJobQuery(operator, size, newCursor);
    }
}
