package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The outcome of a job for one of its users. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface BulkOutcome {

    /** The outcomes that left nothing to do. */
    enum Done implements BulkOutcome {
        /** It was done. */
        DONE,
        /** There was nothing to do. */
        UNCHANGED
    }

    /**
     * A refusal: it couldn't be done to this user.
     *
     * @param code the same word for the same reason, at most 64 characters
     * @param reason why, for people, at most 500 characters
     */
    record Refused(String code, String reason) implements BulkOutcome {}
}
