package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a route that tells what an action takes with it.
 *
 * @param facts each with a number
 * @param confirm what has to be typed before the action, null for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Facts(List<Fact> facts, @Nullable String confirm) {

    /** Copies the list. */
    public Facts {
        facts = List.copyOf(facts);
    }
}
