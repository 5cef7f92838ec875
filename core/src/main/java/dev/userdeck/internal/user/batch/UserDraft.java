package dev.userdeck.internal.user.batch;

import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as a file tells, not yet checked.
 *
 * @param id the id the user is to have or has, null for none said
 * @param otherName the name of a user who has none, if {@code name} is null
 * @param joinedAt null for none said: as of the first login method, or else now
 * @param lastSeenAt null for never
 * @param tenants at least one
 * @param namesTenants whether they are the row's own
 */
public record UserDraft(
        @Nullable String id,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String otherName,
        @Nullable String email,
        @Nullable String phone,
        StatedSuspension suspension,
        @Nullable Instant joinedAt,
        @Nullable Instant lastSeenAt,
        Set<TenantId> tenants,
        boolean namesTenants,
        List<Method> methods) {

    /** Copies the collections. */
    public UserDraft {
        tenants = Set.copyOf(tenants);
        methods = List.copyOf(methods);
    }

    /** The same with a name for a user who has none. */
    public UserDraft orNamed(String other) {
        return new UserDraft(
                id,
                externalId,
                name,
                other,
                email,
                phone,
                suspension,
                joinedAt,
                lastSeenAt,
                tenants,
                namesTenants,
                methods);
    }

    /**
     * A login method of the draft.
     *
     * @param field where it stands in the file, as a prefix of its fields
     * @param createdAt null for when the user joined
     */
    public record Method(
            String field,
            LoginMethod.Kind kind,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String provider,
            @Nullable String subject,
            @Nullable String passwordHash,
            @Nullable Instant createdAt) {}
}
