package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The states of a job. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum BulkJobState {
    /** It goes on in the background. */
    RUNNING,
    /** Someone paused it; it goes on when it is resumed. */
    PAUSED,
    /** Over: everybody was reached. */
    FINISHED,
    /** Over: someone cancelled it. What was done stays done. */
    CANCELLED,
    /** Over: it stopped by itself, and {@link BulkJob#reason} says why. What was done stays done. */
    STOPPED;

    /** Whether nothing happens any more. */
    public boolean isOver() {
        return this != RUNNING && this != PAUSED;
    }
}
