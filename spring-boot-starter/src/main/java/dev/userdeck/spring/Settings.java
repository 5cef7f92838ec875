package dev.userdeck.spring;

import dev.userdeck.error.ConfigurationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a property becomes a setting. */
final class Settings {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private Settings() {}

    /** What isn't said stays as the builder has it. */
    static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** The mapping of a servlet: /auth and /auth/* are the same. */
    static String mapping(String property, String path) {
        String plain = path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
        if (!PATH.matcher(plain).matches()) {
            throw new ConfigurationException(property + " takes a path like /internal/users, not " + path);
        }
        return plain + "/*";
    }
}
