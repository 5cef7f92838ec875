package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The migration scripts of a recipe, by name: {@code META-INF/userdeck/<recipe id>/common/<name>}, where a file of the
 * same name in {@code h2/}, {@code postgresql/}, {@code mysql/} or {@code mariadb/} (which falls back to
 * {@code mysql/}) replaces the common one. A released script is never edited: its checksum would no longer match.
 *
 * @param owner a class of the jar that holds the scripts
 * @param names in the order to run, as in {@code V001__create_roles.sql}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SchemaScripts(Class<?> owner, List<String> names) {
    private static final Pattern NAME = Pattern.compile("V[0-9]{3}__[a-z0-9_]+\\.sql");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if a name has another form, or they are not in rising order
     */
    public SchemaScripts {
        names = List.copyOf(names);
        String last = "";
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("A script is named like V001__create_roles.sql, not " + name);
            }
            if (name.substring(0, 4).compareTo(last) <= 0) {
                throw new IllegalArgumentException("Scripts need rising numbers: " + names);
            }
            last = name.substring(0, 4);
        }
    }

    /** The scripts {@code names} in the jar of {@code owner}. */
    public static SchemaScripts of(Class<?> owner, String... names) {
        return new SchemaScripts(owner, List.of(names));
    }
}
