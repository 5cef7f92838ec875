package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Something an operator may do.
 *
 * @param name {@code resource:action}, as in {@code users:read}; a recipe's start with a resource of its own
 * @param from the lowest of the built-in presets that holds it
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Permission(String name, Preset from) {

    // First: the constants below are checked against it.
    private static final Set<String> READING = Set.of("read", "export", "enter");

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,39}:[a-z][a-z0-9-]{0,39}");

    /** Enters the dashboard, and is told what else one holds: whoever is an operator holds it, whatever the preset. */
    public static final Permission DASHBOARD_ENTER = new Permission("dashboard:enter", Preset.VIEWER);

    /** Sees users. */
    public static final Permission USERS_READ = new Permission("users:read", Preset.VIEWER);
    /** Creates users. */
    public static final Permission USERS_CREATE = new Permission("users:create", Preset.SUPPORT);
    /** Changes, suspends and activates users, their tenants and login methods. */
    public static final Permission USERS_WRITE = new Permission("users:write", Preset.SUPPORT);
    /** Deletes users, and makes one of two. */
    public static final Permission USERS_DELETE = new Permission("users:delete", Preset.ADMIN);
    /** Takes users away as a file, with all that is kept of them but hashes of passwords. */
    public static final Permission USERS_EXPORT = new Permission("users:export", Preset.ADMIN);
    /** Brings users in from a file, with their login methods, hashes of passwords, and recipes' parts such as roles. */
    public static final Permission USERS_IMPORT = new Permission("users:import", Preset.ADMIN);
    /** Sends users a link to choose a password. */
    public static final Permission PASSWORDS_RESET = new Permission("passwords:reset", Preset.SUPPORT);
    /** Sets users' passwords; hands over a link to choose one where no mail goes out. */
    public static final Permission PASSWORDS_SET = new Permission("passwords:set", Preset.ADMIN);
    /** Sees what mail was written of late, to whom, and what became of it; never what it says. */
    public static final Permission MAIL_READ = new Permission("mail:read", Preset.SUPPORT);
    /** Sends mail again that failed or waits. */
    public static final Permission MAIL_SEND = new Permission("mail:send", Preset.SUPPORT);
    /** Sees where users are signed in. */
    public static final Permission SESSIONS_READ = new Permission("sessions:read", Preset.VIEWER);
    /** Ends users' sessions. */
    public static final Permission SESSIONS_END = new Permission("sessions:end", Preset.SUPPORT);
    /** Ends the sessions of everyone in a tenant, or in all. */
    public static final Permission SESSIONS_END_EVERYONE = new Permission("sessions:end-everyone", Preset.ADMIN);
    /** Sees tenants, how many users they have, and how these sign in. */
    public static final Permission TENANTS_READ = new Permission("tenants:read", Preset.VIEWER);
    /** Creates, changes and deletes tenants. */
    public static final Permission TENANTS_WRITE = new Permission("tenants:write", Preset.ADMIN);
    /** Sees what was done, by whom and on whom. */
    public static final Permission AUDIT_READ = new Permission("audit:read", Preset.VIEWER);
    /** Takes the audit log away as a file. */
    public static final Permission AUDIT_EXPORT = new Permission("audit:export", Preset.ADMIN);
    /** Sees which versions and recipes run, and on which database. */
    public static final Permission ABOUT_READ = new Permission("about:read", Preset.VIEWER);
    /** Sees who works in the dashboard, what they may do, and where they are signed in. */
    public static final Permission OPERATORS_READ = new Permission("operators:read", Preset.OWNER);
    /** Invites operators, changes what they may do, disables and deletes them; makes presets. */
    public static final Permission OPERATORS_WRITE = new Permission("operators:write", Preset.OWNER);

    /** Sees which API keys there are, what they may do, and when they were used. */
    public static final Permission API_KEYS_READ = new Permission("api-keys:read", Preset.OWNER);
    /** Makes, rotates and revokes API keys. */
    public static final Permission API_KEYS_WRITE = new Permission("api-keys:write", Preset.OWNER);

    private static final List<Permission> CORE = List.of(
            USERS_READ,
            USERS_CREATE,
            USERS_WRITE,
            USERS_DELETE,
            USERS_EXPORT,
            USERS_IMPORT,
            PASSWORDS_RESET,
            PASSWORDS_SET,
            MAIL_READ,
            MAIL_SEND,
            SESSIONS_READ,
            SESSIONS_END,
            SESSIONS_END_EVERYONE,
            TENANTS_READ,
            TENANTS_WRITE,
            AUDIT_READ,
            AUDIT_EXPORT,
            ABOUT_READ,
            OPERATORS_READ,
            OPERATORS_WRITE,
            API_KEYS_READ,
            API_KEYS_WRITE);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code name} is not two words of a-z, 0-9 and - joined by a colon, or {@code from}
     *     is not a built-in preset
     */
    public Permission {
        Objects.requireNonNull(from, "from");
        if (!VALID.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A permission is named resource:action in a-z, 0-9 and '-', not " + name);
        }
        if (!from.isBuiltIn()) {
            throw new IllegalArgumentException(
                    "The permission " + name + " starts at a built-in preset, not at " + from);
        }
    }

    /** Whether it is for looking alone: its action is {@code read}, {@code export} or {@code enter}. */
    public boolean isReading() {
        return READING.contains(name.substring(name.indexOf(':') + 1));
    }

    /** The permissions that stand beside those of recipes: all that are named here, but {@link #DASHBOARD_ENTER}. */
    public static List<Permission> core() {
        return CORE;
    }

    @Override
    public String toString() {
        return name;
    }
}
