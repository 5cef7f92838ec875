package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * The metadata of a user.
 *
 * @param json a JSON object without white space between its parts; numbers as they were written, keys in the order they
 *     were added
 * @param version grows with each change, over a clear as well; never 0
 * @param changedAt when it was last changed
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Metadata(String json, long version, Instant changedAt) {

    /** Says the version only: what is in it is the user's. */
    @Override
    public String toString() {
        return "Metadata[version=" + version + "]";
    }
}
