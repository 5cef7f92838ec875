package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Why rows of a job's file were refused, or would be, in the order of the file. Start with {@link #of}.
 *
 * @param job whose file
 * @param operator who asks; of a job that the operator may not see there are none
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportRefusalQuery(
        ImportJobId job,
        Operator operator,
        int size,
        @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 1_000;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public ImportRefusalQuery {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(operator, "operator");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " refusals, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} refusals of a job. */
    public static ImportRefusalQuery of(ImportJobId job, Operator operator) {
        return new ImportRefusalQuery(job, operator, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public ImportRefusalQuery size(int newSize) {
        return new ImportRefusalQuery(job, operator, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public ImportRefusalQuery cursor(@Nullable String newCursor) {
        return new ImportRefusalQuery(job, operator, size, newCursor);
    }
}
