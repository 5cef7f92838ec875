package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A name for what people may do. Roles belong to the whole app; they are assigned in a tenant.
 *
 * @param name 1 to 255 characters without space at either end, none of which hides; compared exactly, case included. No two
 *     roles have names that differ only in case, width, space, kind of dash or apostrophe, or in what is not seen
 * @param description what it is for, null when nobody said
 * @param permissions what it gives, in alphabetical order
 * @param createdAt when it was created
 * @param changedAt when its name, description or permissions last changed, {@code createdAt} if never
 * @param version grows with each change
 * @param isProtected whether the app {@linkplain UserRolesRecipe#protectedRoles keeps it}: it can't be renamed or deleted,
 *     and the last who holds it can't lose it
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Role(
        String name,
        @Nullable String description,
        SortedSet<String> permissions,
        Instant createdAt,
        Instant changedAt,
        long version,
        boolean isProtected) {

    /** Copies the permissions. */
    public Role {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }
}
