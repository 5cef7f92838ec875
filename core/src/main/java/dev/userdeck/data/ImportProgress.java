package dev.userdeck.data;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The point that an import has come to; over all its runs, if it was interrupted.
 *
 * @param rows rows that are done with: the sum of the four below
 * @param created rows that made a new user
 * @param updated rows that changed a user who was there, maybe by an earlier row, or of which a recipe got something
 * @param unchanged rows that said what was there already, but for what {@code notes} counts as kept
 * @param refused rows that were not imported
 * @param finished whether the end of the file was reached
 * @param notes what else there is to know of these rows
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportProgress(
        long rows, long created, long updated, long unchanged, long refused, boolean finished, ImportNotes notes) {

    /** Checks that there are notes. */
    public ImportProgress {
        requireNonNull(notes, "notes");
    }

    /** One without anything to note. */
    public ImportProgress(long rows, long created, long updated, long unchanged, long refused, boolean finished) {
        this(rows, created, updated, unchanged, refused, finished, ImportNotes.none());
    }
}
