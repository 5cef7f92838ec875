package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What became of one user in a job. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface BulkOutcome {

    /** Done. */
    enum Done implements BulkOutcome {
        /** It was done. */
        DONE,
        /** There was nothing to do. */
        ALREADY
    }

    /**
     * It couldn't be done.
     *
     * @param code the same word for the same reason, at most 64 characters
     * @param why why, for people, at most 500 characters
     */
    record Refused(String code, String why) implements BulkOutcome {}
}
