package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of tenants; it lists them by name. Start with {@link #of}.
 *
 * @param scope which of them may be seen
 * @param search a part of the name or the id, without regard to case; empty for all
 * @param size how many at most, 1 to 100; 50 unless said otherwise
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TenantQuery(
        Scope scope, String search, int size, @Nullable String cursor) {

    /**
     * Strips the text and checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to 100
     */
    public TenantQuery {
        Objects.requireNonNull(scope, "scope");
        search = search.strip();
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 tenants, not " + size);
        }
    }

    /** The first 50 tenants within {@code scope}. */
    public static TenantQuery of(Scope scope) {
        return new TenantQuery(scope, "", 50, null);
    }

    /** Only those whose name or id has {@code newText} in it; null for all. */
    public TenantQuery search(@Nullable String newText) {
        return new TenantQuery(scope, newText == null ? "" : newText, size, cursor);
    }

    /** The same with pages of another size, 1 to 100. */
    public TenantQuery size(int newSize) {
        return new TenantQuery(scope, search, newSize, cursor);
    }

    /** The page that a cursor of this query leads to; null for the first. */
    public TenantQuery cursor(@Nullable String newCursor) {
        return new TenantQuery(scope, search, size, newCursor);
    }
}
