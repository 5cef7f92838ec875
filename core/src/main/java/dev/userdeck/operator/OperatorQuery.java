package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of built-in operators; it lists them by name. Start with {@link #of}.
 *
 * @param scope which of them may be seen: those who work in no tenant beyond it
 * @param search a part of the name or the email, without regard to case; empty for all
 * @param status whether they can sign in; null for any
 * @param preset the id of what they hold; null for any
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OperatorQuery(
        Scope scope,
        String search,
        @Nullable OperatorStatus status,
        @Nullable String preset,
        int size,
        @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Strips the text and checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public OperatorQuery {
        Objects.requireNonNull(scope, "scope");
        search = Objects.requireNonNull(search, "search").strip();
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " operators, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} operators who work in no tenant beyond {@code scope}. */
    public static OperatorQuery of(Scope scope) {
        return new OperatorQuery(scope, "", null, null, DEFAULT_SIZE, null);
    }

    /**
     * Specifies what the name or the email has in it. Default: anything.
     *
     * @param newText without regard to case; null or empty for all
     */
    public OperatorQuery search(@Nullable String newText) {
        return new OperatorQuery(scope, newText == null ? "" : newText, status, preset, size, cursor);
    }

    /**
     * Specifies whether they can sign in. Default: any.
     *
     * @param newStatus null for any
     */
    public OperatorQuery status(@Nullable OperatorStatus newStatus) {
        return new OperatorQuery(scope, search, newStatus, preset, size, cursor);
    }

    /**
     * Specifies what they hold. Default: anything.
     *
     * @param newPreset the id of a preset; null for any
     */
    public OperatorQuery preset(@Nullable String newPreset) {
        return new OperatorQuery(scope, search, status, newPreset, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public OperatorQuery size(int newSize) {
        return new OperatorQuery(scope, search, status, preset, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public OperatorQuery cursor(@Nullable String newCursor) {
        return new OperatorQuery(scope, search, status, preset, size, newCursor);
    }
}
