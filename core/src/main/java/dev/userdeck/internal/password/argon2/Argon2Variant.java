package dev.userdeck.internal.password.argon2;

/** The two variants that hashes of passwords are made by. Argon2d is not among them: what it does betrays the password. */
public enum Argon2Variant {
    /** Argon2i. */
    I(1),
    /** Argon2id, as RFC 9106 recommends. */
    ID(2);

    private final int number;

    Argon2Variant(int number) {
        this.number = number;
    }

    /** The type {@code y} of RFC 9106, section 3.1. */
    int number() {
        return number;
    }
}
