package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A named set of permissions: one of the four built-in ones, of which each holds all that the one before it holds, or one
 * {@linkplain #of of one's own}. Two are equal if all that they tell is.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Preset {
    private static final int OWN = -1;

    /** Sees users and what belongs to them. */
    public static final Preset VIEWER = new Preset("viewer", "Viewer", 0, Set.of());
    /** Helps one user at a time: creates, edits and suspends users, ends sessions, assigns roles. */
    public static final Preset SUPPORT = new Preset("support", "Support", 1, Set.of());
    /** Changes what many users depend on: deletes users, edits roles. */
    public static final Preset ADMIN = new Preset("admin", "Admin", 2, Set.of());
    /** Decides who else may enter. */
    public static final Preset OWNER = new Preset("owner", "Owner", 3, Set.of());

    private static final List<Preset> BUILT_IN = List.of(VIEWER, SUPPORT, ADMIN, OWNER);

    private final String id;
    private final String name;
    private final int rank;
    private final Set<String> permissions;

    private Preset(String id, String name, int rank, Set<String> permissions) {
        this.id = id;
        this.name = name;
        this.rank = rank;
        this.permissions = permissions;
    }

    /**
     * A preset of one's own, which holds {@link Permission#DASHBOARD_ENTER}, these permissions and no others. A name that no permission has holds nothing.
     *
     * @param id 1 to 36 characters, and none of the built-in ones'
     * @param name what people see, 1 to 80 characters
     * @param permissions names of permissions, as in {@code users:read}
     * @throws IllegalArgumentException if the id or the name is another
     */
    public static Preset of(String id, String name, Set<String> permissions) {
        if (id.isBlank() || id.length() > 36 || BUILT_IN.stream().anyMatch(it -> it.id.equals(id))) {
            throw new IllegalArgumentException(
                    "The id of a preset has 1 to 36 characters and is not that of a built-in one: " + id);
        }
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("The name of a preset has 1 to 80 characters");
        }
        return new Preset(id, name, OWN, Set.copyOf(permissions));
    }

    /**
     * The built-in preset with this id, in small or capital letters.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Preset valueOf(String id) {
        String small = id.toLowerCase(Locale.ROOT);
        return BUILT_IN.stream()
                .filter(it -> it.id.equals(small))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A built-in preset is viewer, support, admin or owner, not " + id));
    }

    /** The built-in presets, the one that holds least first. */
    public static List<Preset> builtIn() {
        return BUILT_IN;
    }

    /** As in {@code admin}; of one's own, whatever it was made with. */
    public String id() {
        return id;
    }

    /** What people see; that of a built-in one is English. */
    public String name() {
        return name;
    }

    /** Whether it is one of the four that each dashboard has. */
    public boolean isBuiltIn() {
        return rank != OWN;
    }

    /** The names that one of one's own was made with; none for a built-in one, which holds by {@link #holds}. */
    public Set<String> permissions() {
        return permissions;
    }

    /** Tells whether it holds {@code permission}. */
    public boolean holds(Permission permission) {
        return isBuiltIn()
                ? rank >= permission.from().rank
                : permission.equals(Permission.DASHBOARD_ENTER) || permissions.contains(permission.name());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preset that
                && id.equals(that.id)
                && name.equals(that.name)
                && permissions.equals(that.permissions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, permissions);
    }

    @Override
    public String toString() {
        return id;
    }
}
