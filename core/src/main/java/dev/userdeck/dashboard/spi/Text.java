package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Words for people: a key by which a translation is found, and the English words to use until there is one. They may
 * hold {@code {tenant}}, {@code {label}} or {@code {count}}, which the dashboard fills in.
 *
 * @param key begins with the recipe's id and a dot
 * @param text the English words
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Text(String key, String text) {

    /** Checks that both are there. */
    public Text {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }

    /** The words {@code text}, translated under {@code key}. */
    public static Text of(String key, String text) {
        return new Text(key, text);
    }
}
