package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * What else is worth knowing of the rows of an import that were not refused. All numbers are of rows; one row may be in several.
 *
 * @param suspended rows that suspended a user who was there, or changed until when or why; the sessions of that user are over
 * @param activated rows that lifted a suspension
 * @param passwordHashKept rows with a password hash, about a user who has a password: that one stays
 * @param joinedAtKept rows with another {@code joinedAt} than that of the user, which stays
 * @param lastSeenAtKept rows with another {@code lastSeenAt} than that of the user, which stays
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportNotes(
        long suspended, long activated, long passwordHashKept, long joinedAtKept, long lastSeenAtKept) {

    /** Returns those of no rows. */
    public static ImportNotes none() {
        return new ImportNotes(0, 0, 0, 0, 0);
    }

    /** Returns those of the rows of both. */
    public ImportNotes plus(ImportNotes more) {
        return new ImportNotes(
                suspended + more.suspended,
                activated + more.activated,
                passwordHashKept + more.passwordHashKept,
                joinedAtKept + more.joinedAtKept,
                lastSeenAtKept + more.lastSeenAtKept);
    }
}
