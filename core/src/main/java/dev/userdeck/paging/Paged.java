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
 * @param next opaque cursor of the page after this one, null at the end
 * @param previous opaque cursor of the page before this one, null at the start
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Paged<T>(
        List<T> items, @Nullable String next, @Nullable String previous) {

    /** Copies the list. */
    public Paged {
        items = List.copyOf(items);
    }

    /** A page of a list that has no other. */
    public static <T> Paged<T> single(List<T> items) {
        return new Paged<>(items, null, null);
    }

    /** The same page with each item turned into another. */
    public <R> Paged<R> map(Function<? super T, ? extends R> mapper) {
        return new Paged<>(items.stream().<R>map(mapper).toList(), next, previous);
    }
}
