package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Words for people: a key by which a translation is found, and the English words to use until there is one. They may
 * hold {@code {tenant}} or {@code {label}}, which the dashboard fills in, and {@code {count}} where they are
 * {@linkplain #counted counted}.
 *
 * @param key begins with the recipe's id and a dot
 * @param text the English words
 * @param one the English words where {@code {count}} is 1, null where they are the same; a translation has the plural
 *     forms of its own language
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Text(String key, String text, @Nullable String one) {

    /**
     * Checks that key and words are there.
     *
     * @throws IllegalArgumentException if words with a number have no form for one
     */
    public Text {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        if (one == null && text.contains("{count}")) {
            throw new IllegalArgumentException("Say how it is for one, too, by Text.counted(…): " + text);
        }
    }

    /** The words {@code text}, translated under {@code key}. */
    public static Text of(String key, String text) {
        return new Text(key, text, null);
    }

    /**
     * Words with a number among them or before them, right for one and for many; the same twice where nothing differs.
     *
     * @param key by which a translation, with its own plural forms, is found
     * @param one the words for 1: {@code "Delete {count} role"}
     * @param other the words for any other number: {@code "Delete {count} roles"}
     */
    public static Text counted(String key, String one, String other) {
        return new Text(key, other, Objects.requireNonNull(one, "one"));
    }

    /** The English words for so many. */
    public String text(long count) {
        return count == 1 && one != null ? one : text;
    }
}
