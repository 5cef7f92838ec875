#!/usr/bin/env bash
# Java 17.0.15. The first call of a record's equals or hashCode has the JDK make it, by java.lang.runtime.ObjectMethods. Its constant
# method handles (OBJECT_EQ and others) remember the last type that they were adapted to, by a strong reference in a static of
# the JDK: the class loader of the last such record stays in memory for as long as the JVM runs, or until another record
# takes its place. A web app that has compared one record is never wholly gone after it was undeployed, though nothing of
# it is to blame. In Java 25 it is a soft reference, which goes when memory is short. Adapting the handles to a type of the
# JDK's own lets the class loader go.
# Seen on 17: "17: class loader gone: false; after ObjectMethods was called for String: true".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Keeps.java <<'JAVA'
import java.lang.invoke.*;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;

public class Keeps {
    static WeakReference<ClassLoader> compareRecords() throws Exception {
        var app = new ClassLoader(null) {
            Class<?> point() throws Exception {
                byte[] bytes = Keeps.class.getResourceAsStream("Point.class").readAllBytes();
                return defineClass("Point", bytes, 0, bytes.length);
            }
        };
        var point = app.point().getDeclaredConstructor(Integer.class, Integer.class);
        point.setAccessible(true);
        point.newInstance(1, 2).equals(point.newInstance(1, 2));
        return new WeakReference<>(app);
    }

    static boolean isGone(WeakReference<?> reference) {
        for (int i = 0; i < 30 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    public static void main(String[] args) throws Throwable {
        WeakReference<ClassLoader> app = compareRecords();
        boolean before = isGone(app);
        ObjectMethods.bootstrap(MethodHandles.lookup(), "equals", MethodType.methodType(boolean.class, String.class, Object.class),
                String.class, "text", MethodHandles.identity(String.class));
        boolean after = isGone(app);
        int java = Runtime.version().feature();
        System.out.printf("%d: class loader gone: %b; after ObjectMethods was called for String: %b%n", java, before, after);
        System.exit(!before && (after || java > 17) ? 0 : 1);
    }
}

record Point(Integer x, Integer y) {}
JAVA
javac Keeps.java
java Keeps
