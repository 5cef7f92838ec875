package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The id of a recipe; part of URLs and of the names of its scripts.
 *
 * @param value {@code [a-z][a-z0-9-]{0,39}}, but not {@code core}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RecipeId(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it has another form or is {@code core}
     */
    public RecipeId {
        if (!VALID.matcher(value).matches() || value.equals("core")) {
            throw new IllegalArgumentException(
                    "A recipe id has 1 to 40 characters of a-z, 0-9 and '-', begins with a letter and isn't 'core': "
                            + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
