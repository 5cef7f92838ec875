package dev.userdeck.internal.password.argon2;

/** Something that computes Argon2. All of them compute the same; safe for use by many threads. */
public interface Argon2Engine {

    /** What it is called in logs and documentation. */
    String name();

    /**
     * Computes a hash. Takes the memory that the settings ask for, and gives it back.
     *
     * @param settings {@linkplain Argon2Settings#areSane sane} ones
     * @param length of the hash, in bytes, from 4
     * @throws OutOfMemoryError if there is no memory of that size right now
     */
    byte[] hash(Argon2Settings settings, Argon2Input input, int length);
}
