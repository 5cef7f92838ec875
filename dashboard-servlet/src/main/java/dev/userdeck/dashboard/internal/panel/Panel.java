package dev.userdeck.dashboard.internal.panel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section of the user page: its data, or why there is none.
 *
 * @param data what to draw, null when it failed
 * @param error with {@code detail}, null when it didn't fail
 */
public record Panel(@Nullable Object data, @Nullable Map<String, String> error) {

    static Panel of(Object data) {
        return new Panel(data, null);
    }

    static Panel failed(String words) {
        return new Panel(null, Map.of("detail", words));
    }
}
