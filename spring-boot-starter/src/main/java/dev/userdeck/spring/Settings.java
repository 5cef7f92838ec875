package dev.userdeck.spring;

import dev.userdeck.error.ConfigurationException;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How a property becomes a setting. */
final class Settings {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** 32 bytes. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");

    private Settings() {}

    /** What isn't said stays as the builder has it. */
    static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** A key of 256 bits in Base64. */
    static SecretKey secretKey(String base64) {
        if (KEY.matcher(base64.strip()).matches()) {
            return new SecretKeySpec(Base64.getDecoder().decode(base64.strip()), "AES");
        }
        throw new ConfigurationException(
                "userdeck.secret-key and userdeck.earlier-secret-keys take 32 random bytes in Base64,"
                        + " as 'openssl rand -base64 32' makes them");
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
