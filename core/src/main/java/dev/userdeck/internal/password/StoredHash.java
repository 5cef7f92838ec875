package dev.userdeck.internal.password;

/** A password's hash as it is stored, which knows what it takes to compute it again. */
interface StoredHash {

    /**
     * Tells whether it was made of this text. Takes a core, and the time and memory that its settings ask for.
     *
     * @throws OutOfMemoryError if there is no memory of that size right now
     */
    boolean isOf(String text);

    /** The memory that {@link #isOf} takes while it runs, in KiB. */
    int memory();

    /** Whether it was made with today's settings. */
    default boolean isCurrent() {
        return false;
    }

    /** Whether a text that it {@linkplain #isOf is of} is the whole password: nothing that was cut off could differ. */
    default boolean isOfAll(String text) {
        return true;
    }
}
