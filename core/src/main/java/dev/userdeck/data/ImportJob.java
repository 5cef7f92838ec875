package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An import job as it stood at one moment.
 *
 * @param id a UUID; audit events of what it did have it as their target or as the change {@code job}
 * @param fileName what people know the file by
 * @param how in which way it is imported
 * @param bytes how long the file is
 * @param received how many bytes of it are here: the upload goes on behind these
 * @param state how it stands
 * @param progress what would happen by what was checked so far, until it is started; then what has happened. Not {@linkplain
 *     ImportProgress#finished finished} behind the end of a check or run: the file breaks off
 * @param read how many bytes of the file the check or the run is done with, about
 * @param expectedRows how many rows the check found; null before it is started
 * @param operatorId who uploads the file, and may start it
 * @param operatorName what people see of that one
 * @param reason why it stopped by itself, or, when it is checked, why the file can't be imported as a whole; for people, null
 *     for neither
 * @param createdAt when it was created
 * @param endedAt when it was over, null if it isn't
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportJob(
        ImportJobId id,
        String fileName,
        UserImport how,
        long bytes,
        long received,
        ImportJobState state,
        ImportProgress progress,
        long read,
        @Nullable Long expectedRows,
        String operatorId,
        String operatorName,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Whether {@link ImportJobs#start} would start it: it is checked, and the file can be imported. */
    public boolean canStart() {
        return state == ImportJobState.CHECKED && reason == null;
    }
}
