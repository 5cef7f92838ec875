package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Some of the users of a job; see {@link BulkJobs#users}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum BulkPart {
    /** Those who were named when it was started; nobody for a job over all who match a filter. */
    NAMED,
    /** Those to whom it was done; nobody for a deletion. */
    DONE,
    /** Those to whom it couldn't be done. */
    REFUSED
}
