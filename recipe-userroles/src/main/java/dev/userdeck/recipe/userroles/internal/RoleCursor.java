package dev.userdeck.recipe.userroles.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Paged;
import dev.userdeck.recipe.userroles.Role;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A place in the list of roles.
 *
 * @param search how names begin, folded; empty for all
 * @param back whether the page before it is meant, not the one after
 * @param name the role next to it, not on the page; empty for the start
 */
record RoleCursor(String search, boolean back, String name) {
    private static final String FORWARD = "1>";
    private static final String BACK = "1<";

    static RoleCursor start(String search) {
        return new RoleCursor(search, false, "");
    }

    /** Reads a cursor that was made for the same search. */
    static RoleCursor parse(String text, String search) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        boolean known = parts.length == 3
                && (parts[0].equals(FORWARD) || parts[0].equals(BACK))
                && parts[1].equals(search)
                && RoleRules.isName(parts[2]);
        if (!known) {
            throw new InvalidCursorException();
        }
        return new RoleCursor(search, parts[0].equals(BACK), parts[2]);
    }

    /**
     * Makes a page.
     *
     * @param found up to {@code size + 1} roles, in the order of reading
     */
    Paged<Role> page(List<Role> found, int size) {
        boolean more = found.size() > size;
        var items = new ArrayList<>(more ? found.subList(0, size) : found);
        if (back) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return back
                    ? new Paged<>(items, start(search).text(), null)
                    : new Paged<>(
                            items, null, name.isEmpty() ? null : before(name).text());
        }
        String first = items.get(0).name();
        String last = items.get(items.size() - 1).name();
        boolean hasNext = back || more;
        boolean hasPrevious = back ? more : !name.isEmpty();
        return new Paged<>(
                items,
                hasNext ? new RoleCursor(search, false, last).text() : null,
                hasPrevious ? before(first).text() : null);
    }

    private RoleCursor before(String role) {
        return new RoleCursor(search, true, role);
    }

    private String text() {
        String plain = (back ? BACK : FORWARD) + "\n" + search + "\n" + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
