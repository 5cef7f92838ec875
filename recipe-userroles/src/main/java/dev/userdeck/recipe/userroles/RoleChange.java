package dev.userdeck.recipe.userroles;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A change that is to be made to a role; what isn't mentioned stays. Start with {@link #ifVersion} or {@link #unconditional}.
 *
 * <pre>{@code
 * roles.update("refund-agent", RoleChange.ifVersion(role.version()).name("refund-desk").grant("ticket:read"), actor);
 * }</pre>
 *
 * @param version the change is refused when the role has another; null for whatever version
 * @param name the new name, null for the same
 * @param description the new description, empty for none, null for the same
 * @param permissions all it gives from now on, null for what it gives already
 * @param granted given in addition
 * @param revoked taken away at the end
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleChange(
        @Nullable Long version,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> permissions,
        List<String> granted,
        List<String> revoked) {

    /** Copies the lists. */
    public RoleChange {
        permissions = permissions == null ? null : List.copyOf(permissions);
        granted = List.copyOf(granted);
        revoked = List.copyOf(revoked);
    }

    /** A change of the role as it was read, by its {@linkplain Role#version() version}. */
    public static RoleChange ifVersion(long version) {
        return new RoleChange(version, null, null, null, List.of(), List.of());
    }

    /** A change of the role however it is by then. */
    public static RoleChange unconditional() {
        return new RoleChange(null, null, null, null, List.of(), List.of());
    }

    /** The same with another name; who holds the role keeps it. */
    public RoleChange name(String newName) {
        requireNonNull(newName, "name");
        return new RoleChange(version, newName, description, permissions, granted, revoked);
    }

    /** The same with another description; null for none. */
    public RoleChange description(@Nullable String newDescription) {
        String text = newDescription == null ? "" : newDescription;
        return new RoleChange(version, name, text, permissions, granted, revoked);
    }

    /** The same with just these permissions. */
    public RoleChange permissions(Collection<String> all) {
        return new RoleChange(version, name, description, List.copyOf(all), granted, revoked);
    }

    /** The same with these permissions in addition. */
    public RoleChange grant(Collection<String> more) {
        return new RoleChange(version, name, description, permissions, List.copyOf(more), revoked);
    }

    /** The same without these permissions. */
    public RoleChange revoke(Collection<String> fewer) {
        return new RoleChange(version, name, description, permissions, granted, List.copyOf(fewer));
    }
}
