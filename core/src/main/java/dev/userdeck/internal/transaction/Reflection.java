package dev.userdeck.internal.transaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of public methods whose types we don't compile against. */
final class Reflection {
    private Reflection() {}

    static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has another shape than we know", e);
        }
    }

    /**
     * Calls it.
     *
     * @param failure what it may throw that isn't a runtime exception
     */
    static <E extends Exception> @Nullable Object call(
            Class<E> failure, Method method, @Nullable Object target, @Nullable Object... arguments) throws E {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (failure.isInstance(cause)) {
                throw failure.cast(cause);
            }
            throw cause instanceof RuntimeException known ? known : new IllegalStateException(method.getName(), cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " may not be called", e);
        }
    }
}
