package dev.userdeck.recipe.userroles.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role's name as a segment of a path. Plain names stay as they are; others, such as {@code team/lead} or {@code ..},
 * are encoded, because servers and proxies refuse or rewrite them even when escaped.
 */
final class RoleKey {
    /** Of the longest name: 255 characters of 3 bytes. */
    static final int MAX_LENGTH = 1 + 255 * 4;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]*");
    private static final String ENCODED = "~";

    private RoleKey() {}

    static String of(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : ENCODED + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
    }

    /** The name that a key stands for; empty when it is no key. */
    static Optional<String> name(String key) {
        if (!key.startsWith(ENCODED)) {
            return Optional.of(key);
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(key.substring(1)), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
