package dev.userdeck.recipe.userroles.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Where the next page of a list begins.
 *
 * @param query what is listed, without line breaks; a cursor of another query is refused
 * @param back whether the page before it is meant, not the one after
 * @param key of the row next to it, not on the page; empty for the start
 */
record RoleCursor(String query, boolean back, String key) {
    private static final String FORWARD = "1>";
    private static final String BACK = "1<";

    static RoleCursor start(String query) {
        return new RoleCursor(query, false, "");
    }

    /** Reads a cursor that was made for the same query. */
    static RoleCursor parse(String text, String query) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        boolean known = parts.length == 3
                && (parts[0].equals(FORWARD) || parts[0].equals(BACK))
                && parts[1].equals(query)
                && RoleRules.isName(parts[2]);
        if (!known) {
            throw new InvalidCursorException();
        }
        return new RoleCursor(query, parts[0].equals(BACK), parts[2]);
    }

    /**
     * Makes a page.
     *
     * @param found up to {@code size + 1} rows, in the order of reading
     * @param keyOf the key of a row
     */
    <T> Page<T> page(List<T> found, int size, Function<T, String> keyOf) {
        boolean more = found.size() > size;
        var items = new ArrayList<>(more ? found.subList(0, size) : found);
        if (back) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return back
                    ? new Page<>(items, start(query).text(), null)
                    : new Page<>(items, null, key.isEmpty() ? null : before(key).text());
        }
        String first = keyOf.apply(items.get(0));
        String last = keyOf.apply(items.get(items.size() - 1));
        boolean hasNext = back || more;
        boolean hasPrevious = back ? more : !key.isEmpty();
        return new Page<>(
                items,
                hasNext ? new RoleCursor(query, false, last).text() : null,
                hasPrevious ? before(first).text() : null);
    }

    private RoleCursor before(String row) {
        return new RoleCursor(query, true, row);
    }

    private String text() {
        String plain = (back ? BACK : FORWARD) + "\n" + query + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
