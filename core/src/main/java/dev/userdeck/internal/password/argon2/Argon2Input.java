package dev.userdeck.internal.password.argon2;

/** What goes into a hash. None of the arrays is changed or copied. */
public final class Argon2Input {
    private static final byte[] NONE = {};

    private final byte[] text;
    private final byte[] salt;
    private final byte[] secret;
    private final byte[] data;

    /**
     * Everything that the function takes, none of it empty.
     *
     * @param secret a key that is kept elsewhere
     * @param data further data that the hash depends on
     */
    Argon2Input(byte[] text, byte[] salt, byte[] secret, byte[] data) {
        this.text = text;
        this.salt = salt;
        this.secret = secret;
        this.data = data;
    }

    /**
     * Of a password and its salt alone, as all hashes are that can be read.
     *
     * @param text may be empty
     * @param salt of at least eight bytes
     */
    public static Argon2Input of(byte[] text, byte[] salt) {
        return new Argon2Input(text, salt, NONE, NONE);
    }

    /** Whether there is a secret and further data. */
    boolean hasMore() {
        return secret.length > 0;
    }

    byte[] text() {
        return text;
    }

    byte[] salt() {
        return salt;
    }

    byte[] secret() {
        return secret;
    }

    byte[] data() {
        return data;
    }
}
