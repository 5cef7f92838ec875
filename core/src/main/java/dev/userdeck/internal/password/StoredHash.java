package dev.userdeck.internal.password;

/** A password's hash as it is stored, which knows what it takes to compute it again. */
interface StoredHash {

    /** Tells whether it was made of this text. Takes a core, and the time and memory that its settings ask for. */
    boolean isOf(String text);

    /** Whether it was made with today's settings; then always of the text as {@link PasswordPolicy#normalize} has it. */
    default boolean isCurrent() {
        return false;
    }
}
