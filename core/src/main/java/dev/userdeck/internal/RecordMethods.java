package dev.userdeck.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the JDK keeps of our records. It makes their {@code equals}, {@code hashCode} and {@code toString} when they are first
 * called, and Java 17 holds on to the types that it made the last ones for: an undeployed web app stays in memory for them. (Later
 * versions hold them softly.)
 */
final class RecordMethods {
    private static final Logger LOG = LoggerFactory.getLogger(RecordMethods.class);

    private RecordMethods() {}

    /** Has them made once more for a type of the JDK's own, which takes the place of ours. */
    static void letGo() {
        make("equals", MethodType.methodType(boolean.class, String.class, Object.class));
        make("hashCode", MethodType.methodType(int.class, String.class));
        make("toString", MethodType.methodType(String.class, String.class));
    }

    private static void make(String method, MethodType type) {
        MethodHandle component = MethodHandles.identity(String.class);
        try {
            ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, String.class, "text", component);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            LOG.debug("This Java makes no {} for what is no record, and keeps its own if any", method, e);
        }
    }
}
