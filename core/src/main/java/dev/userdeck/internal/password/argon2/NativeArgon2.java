package dev.userdeck.internal.password.argon2;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import java.lang.reflect.InvocationTargetException;

/**
 * libargon2, the reference implementation, through argon2-jvm and JNA. Its memory is not of the heap.
 *
 * <p>From Java 24 on the JVM prints a warning when native code is loaded by who wasn't given {@code
 * --enable-native-access}, and later versions will refuse it (JEP 472). There it is left alone before that happens.
 */
final class NativeArgon2 implements Argon2Engine {
    private static final int ASKS_FOR_PERMISSION = 24;
    private static final int VERSION_OF_THE_RFC = 19;

    private final Argon2Advanced i;
    private final Argon2Advanced id;

    /**
     * Loads the library.
     *
     * @throws LinkageError if it, or one that it needs, is not there or can't be loaded
     * @throws IllegalStateException if it must not be
     */
    NativeArgon2() {
        if (!mayLoad()) {
            throw new IllegalStateException("Java was not started with --enable-native-access");
        }
        i = Argon2Factory.createAdvanced(Argon2Types.ARGON2i);
        id = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
    }

    private static boolean mayLoad() {
        if (Runtime.version().feature() < ASKS_FOR_PERMISSION) {
            return true;
        }
        try {
            Module jna = Class.forName("com.sun.jna.Native", false, NativeArgon2.class.getClassLoader())
                    .getModule();
            return (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(jna);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("JNA is not there", e);
        }
    }

    @Override
    public String name() {
        return "libargon2 (argon2-jvm)";
    }

    @Override
    public byte[] hash(Argon2Settings settings, Argon2Input input, int length) {
        Argon2Advanced function = settings.variant() == Argon2Variant.ID ? id : i;
        Argon2Version version = settings.version() == VERSION_OF_THE_RFC ? Argon2Version.V13 : Argon2Version.V10;
        try {
            return input.hasMore()
                    ? function.rawHashAdvanced(
                            settings.passes(),
                            settings.memory(),
                            settings.lanes(),
                            input.text(),
                            input.salt(),
                            input.secret(),
                            input.data(),
                            length,
                            version)
                    : function.hashAdvanced(
                                    settings.passes(),
                                    settings.memory(),
                                    settings.lanes(),
                                    input.text(),
                                    input.salt(),
                                    length,
                                    version)
                            .getRaw();
        } catch (IllegalStateException e) {
            throw lack(e); // of memory or of threads: all else is right about sane settings
        }
    }

    private static OutOfMemoryError lack(IllegalStateException cause) {
        var lack = new OutOfMemoryError(cause.getMessage());
        lack.initCause(cause);
        return lack;
    }
}
