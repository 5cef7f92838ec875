package dev.userdeck.internal.throttle;

/** Undoes what an attempt has counted for, as one of its counters was blocked meanwhile. */
final class CountedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CountedMeanwhile() {
        super("counted meanwhile", null, false, false);
    }
}
