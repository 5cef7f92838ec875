package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The states of an import job, in their order. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ImportJobState {
    /** Its file is not all here yet. */
    UPLOADING,
    /** The file is read in the background to tell what would happen; nothing is written. */
    CHECKING,
    /** It is known what would happen, and it waits to be started, checked anew or discarded. */
    CHECKED,
    /** Users are written in the background. */
    RUNNING,
    /** Over: the end of the file was reached. */
    FINISHED,
    /** Over: someone cancelled it. What was imported stays. */
    CANCELLED,
    /** Over: it stopped by itself, and {@link ImportJob#reason} says why. What was imported stays. */
    STOPPED;

    /** Whether nothing happens any more, and the file is deleted. */
    public boolean isOver() {
        return this == FINISHED || this == CANCELLED || this == STOPPED;
    }

    /** Whether the background is at it. */
    public boolean isAtWork() {
        return this == CHECKING || this == RUNNING;
    }
}
