package dev.userdeck.about;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What runs here, as it was when it was asked for. It holds no secret: no address, no file and no password of a database.
 *
 * @param version of Userdeck, as {@code 0.1.0}
 * @param documentation the folder of the documentation of this version, with a slash at its end
 * @param database what the tables are in
 * @param pool where connections come from
 * @param components core and then the recipes that run, in the order of their start
 * @param absentRecipes the recipes that don't run: those that come with Userdeck, and others that the class path offers
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record About(
        String version,
        URI documentation,
        Database database,
        Pool pool,
        List<Component> components,
        List<AbsentRecipe> absentRecipes) {

    /** Copies the lists. */
    public About {
        components = List.copyOf(components);
        absentRecipes = List.copyOf(absentRecipes);
    }

    /**
     * What a connection leads to, as the driver tells it.
     *
     * @param product as {@code PostgreSQL}
     * @param version of the server
     * @param driver the JDBC driver's name
     * @param driverVersion the JDBC driver's version
     */
    public record Database(String product, String version, String driver, String driverVersion) {}

    /**
     * A pool of connections.
     *
     * @param isOurs whether we opened it; else the host handed it in
     * @param type the class of the {@code DataSource}
     * @param use how much of it is in use; null where it is another pool than HikariCP
     */
    public record Pool(
            boolean isOurs, String type, @Nullable PoolUse use) {}

    /**
     * How much of a pool of this node is in use.
     *
     * @param active connections that are lent
     * @param idle connections that wait to be lent
     * @param waiting threads that wait for a connection
     * @param most connections at most
     */
    public record PoolUse(int active, int idle, int waiting, int most) {}

    /**
     * Core, or a recipe that runs.
     *
     * @param id {@code core}, or the recipe's id
     * @param version null if its jar doesn't tell
     * @param schema how far its tables are
     * @param scripts its migration scripts, in the order to run
     */
    public record Component(String id, @Nullable String version, SchemaState schema, List<Script> scripts) {

        /** Copies the list. */
        public Component {
            scripts = List.copyOf(scripts);
        }
    }

    /** How far the tables of a component are. */
    public enum SchemaState {
        /** It has no tables. */
        NONE,
        /** All scripts ran. */
        UP_TO_DATE,
        /** Some scripts didn't run. */
        BEHIND,
        /** Scripts ran that this version doesn't know: another node has a newer one. */
        NEWER,
        /** Started with {@code migration(NONE)}: nobody looked. */
        NOT_LOOKED_AT
    }

    /**
     * A migration script.
     *
     * @param name as {@code V001__create_users.sql}
     * @param appliedAt when it had run; null if it didn't, or nobody looked
     * @param appliedBy the account at the database that ran it; null as there, and where the driver doesn't tell
     */
    public record Script(
            String name,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy) {}

    /**
     * A recipe that doesn't run.
     *
     * @param id null if it doesn't come with Userdeck: only the recipe itself can tell
     * @param type the class
     * @param artifact what to depend on, as {@code dev.userdeck:userdeck-recipe-userroles}; null if it is on the class path
     * @param hasTables whether its tables are there, from a time when it ran
     */
    public record AbsentRecipe(
            @Nullable String id, String type, @Nullable String artifact, boolean hasTables) {

        /** The call on {@code Userdeck.builder()} that adds it. */
        public String call() {
            return ".recipe(new " + type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "())";
        }
    }
}
