package dev.userdeck.internal.password.argon2;

/** Prints which engine is found. */
final class NamesTheEngine {
    private NamesTheEngine() {}

    public static void main(String[] none) {
        System.out.println(Argon2Engines.best().name());
    }
}
