package dev.userdeck.paging;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by cursor.
 *
 * @param <T> what is listed
 * @param items the page, in the order that was asked for
 * @param nextCursor opaque cursor of the page after this one, null at the end
 * @param previousCursor opaque cursor of the page before this one, null at the start
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable String previousCursor) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** A page of a list that has no other. */
    public static <T> Page<T> single(List<T> items) {
        return new Page<>(items, null, null);
    }

    /** The same page with each item turned into another. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), nextCursor, previousCursor);
    }
}
