package dev.userdeck.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What recipes expose, by type. */
final class ServiceRegistry {
    private final Map<Class<?>, Object> byType = new ConcurrentHashMap<>();

    <T> void expose(Class<T> type, T service) {
        if (byType.putIfAbsent(type, type.cast(service)) != null) {
            throw new IllegalArgumentException("Another recipe exposes " + type.getName() + " already");
        }
    }

    <T> T get(Class<T> type) {
        Object service = byType.get(type);
        if (service == null) {
            throw new IllegalArgumentException(
                    "No running recipe offers %s: add its recipe with Userdeck.builder().recipe(…)"
                            .formatted(type.getName()));
        }
        return type.cast(service);
    }
}
