package dev.userdeck.data;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * An import job that is to be created, before its file is here.
 *
 * @param fileName what people know the file by; more than 255 characters are cut off
 * @param bytes how long the file is: the job goes on once so many are here
 * @param how in which way it is to be imported; without a name, as the job is one, and no dry run, as each job begins with one
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewImportJob(String fileName, long bytes, UserImport how) {

    /**
     * Checks the way.
     *
     * @throws IllegalArgumentException if it has a name or is a dry run
     */
    public NewImportJob {
        requireNonNull(fileName, "fileName");
        if (how.name() != null || how.dryRun()) {
            throw new IllegalArgumentException(
                    "A job names its import itself, and begins with a dry run: ask for neither");
        }
    }
}
