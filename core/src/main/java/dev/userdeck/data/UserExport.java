package dev.userdeck.data;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserQuery;
import org.apiguardian.api.API;

/**
 * An export that is wanted: of which users, and how. Start with {@link #of}.
 *
 * @param query which, in which order; its size and cursor don't matter
 * @param format {@link DataFormat#JSON_LINES} or {@link DataFormat#CSV}
 * @param passwordHashes whether the hashes of passwords are written too
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserExport(UserQuery query, DataFormat format, boolean passwordHashes) {

    /**
     * Checks the format.
     *
     * @throws IllegalArgumentException if {@code format} can only be imported
     */
    public UserExport {
        requireNonNull(query, "query");
        if (requireNonNull(format, "format") == DataFormat.JSON_DOCUMENT) {
            throw new IllegalArgumentException("A document can only be imported: export JSON_LINES or CSV");
        }
    }

    /** The users of this query, without the hashes of their passwords. */
    public static UserExport of(UserQuery query, DataFormat format) {
        return new UserExport(query, format, false);
    }

    /**
     * The same with the hashes of passwords, to move users to another database. Whoever has the file can try passwords
     * against it: keep it as safe as the database.
     */
    public UserExport withPasswordHashes() {
        return new UserExport(query, format, true);
    }
}
