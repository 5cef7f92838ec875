package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A question before an action.
 *
 * @param title the question; may hold {@code {label}}
 * @param text a sentence about what follows, null for none
 * @param facts a GET route of the same recipe that answers with {@link Facts}, null for none
 * @param button names the action, as in "Delete role"
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Confirm(
        Text title, @Nullable Text text, @Nullable Route facts, Text button) {

    /**
     * Checks the route.
     *
     * @throws IllegalArgumentException if it says that it answers something else
     */
    public Confirm {
        Fit.answers(facts, Facts.class);
    }
}
