package dev.userdeck.data;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a file is to be imported. Start with {@link #of}.
 *
 * @param format how the file is written
 * @param mode what becomes of a row about a user who is there already
 * @param dryRun whether all is rolled back: the report tells what would happen
 * @param name names the import, so that it can go on where it stopped; null for one that can't
 * @param tenant where users are who name no tenant
 * @param scope the tenants that the import may touch
 * @param ignored fields of the file that are not to be read
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserImport(
        DataFormat format,
        Mode mode,
        boolean dryRun,
        @Nullable String name,
        TenantId tenant,
        Scope scope,
        Set<String> ignored) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The ways to deal with a row about a user who is there already. */
    public enum Mode {
        /** The row is refused. */
        CREATE,
        /**
         * The user is changed. Who is meant is told by {@code id}, else by {@code externalId}, else by the email, a phone or
         * a login, each but the id within the tenants of the row; an id or an external id is enough. What the row has is
         * set; tenants, login methods, roles and members of the metadata are added, none is taken away.
         *
         * <p>{@code status} and {@code suspension} suspend the user, which ends all sessions, change the suspension or lift
         * it. A password, {@code joinedAt} and {@code lastSeenAt} stay: rows that say otherwise are counted in
         * {@link ImportProgress#notes}. A row that asks for anything else that isn't done is refused; from CSV also one whose
         * external id or name only a spreadsheet changed.
         *
         * <p>Several rows about one user are done in the order of the file.
         */
        UPSERT
    }

    /**
     * Checks the name and copies the set.
     *
     * @throws IllegalArgumentException if the name is not 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-', or a dry
     *     run has one
     */
    public UserImport {
        requireNonNull(format, "format");
        requireNonNull(mode, "mode");
        requireNonNull(tenant, "tenant");
        requireNonNull(scope, "scope");
        ignored = Set.copyOf(ignored);
        if (name != null && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An import is named by 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'");
        }
        if (name != null && dryRun) {
            throw new IllegalArgumentException("A dry run keeps nothing, so it can't go on: give it no name");
        }
    }

    /** Creates users, in the tenant {@code public} unless a row says otherwise. */
    public static UserImport of(DataFormat format) {
        return new UserImport(format, Mode.CREATE, false, null, TenantId.PUBLIC, Scope.all(), Set.of());
    }

    /** The same, changing who is there already; see {@link Mode#UPSERT}. */
    public UserImport upsert() {
        return new UserImport(format, Mode.UPSERT, dryRun, name, tenant, scope, ignored);
    }

    /**
     * The same, writing nothing. The report is that of the real run, though refusals come in another order: those of rows that have
     * to do with rows far before them at the end. Of more than one batch, it keeps what the rows say in an encrypted temporary file
     * until it is over.
     */
    public UserImport asDryRun() {
        return new UserImport(format, mode, true, name, tenant, scope, ignored);
    }

    /**
     * The same under a name. After a crash, the same call with the same file goes on behind the last batch that was
     * committed: no row is done twice, none is left out.
     */
    public UserImport name(String newName) {
        return new UserImport(format, mode, dryRun, requireNonNull(newName, "name"), tenant, scope, ignored);
    }

    /** The same, into another tenant where a row names none. */
    public UserImport tenant(TenantId newTenant) {
        return new UserImport(format, mode, dryRun, name, newTenant, scope, ignored);
    }

    /**
     * The same, refusing rows that touch other tenants. Within some tenants, rows with an {@code id} are refused as well, and
     * each alike: ids are unique in all tenants, so that a refusal would tell who is in others.
     */
    public UserImport scope(Scope newScope) {
        return new UserImport(format, mode, dryRun, name, tenant, newScope, ignored);
    }

    /** The same, passing over these fields of the file. */
    public UserImport ignoring(String... fields) {
        return new UserImport(format, mode, dryRun, name, tenant, scope, Set.of(fields));
    }
}
