package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The users to whom a job couldn't be done, in the order in which it came to them. Start with {@link #of}.
 *
 * @param job whose refusals
 * @param operator who asks; of a job that the operator may not see there are none
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BulkRefusalQuery(
        BulkJobId job,
        Operator operator,
        int size,
        @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public BulkRefusalQuery {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(operator, "operator");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " refusals, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} refusals of a job. */
    public static BulkRefusalQuery of(BulkJobId job, Operator operator) {
        return new BulkRefusalQuery(job, operator, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public BulkRefusalQuery size(int newSize) {
        return new BulkRefusalQuery(job, operator, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public BulkRefusalQuery cursor(@Nullable String newCursor) {
        return new BulkRefusalQuery(job, operator, size, newCursor);
    }
}
