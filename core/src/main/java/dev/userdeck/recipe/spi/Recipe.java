package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.http.spi.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A feature added to user management, such as roles or email verification.
 *
 * <p>The library calls, in this order and each at most once: {@link #schema}, {@link #start}, {@link #dashboard},
 * {@link #authRoutes}, {@link #listeners}, {@link #vetoes}, {@link #sessionRequirements}, {@link #dataFields}, {@link #close}; all on the
 * thread that starts or closes the library.
 * Recipes start after those they {@linkplain #requires require}, otherwise in the order they were added, and close in
 * reverse. {@code start} may throw; the library then closes what it had started.
 *
 * <p>Rows of its own that belong to a user should have a foreign key to {@code ud_user(id)} with
 * {@code on delete cascade}: then they go with the user, in the same transaction, even while the recipe is not registered.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Recipe extends AutoCloseable {

    /** The id, the same each time. */
    RecipeId id();

    /** Begins to work. The tables are there; the services of required recipes are too. */
    void start(RecipeContext context);

    /** The recipes that must be there and start first. */
    default Set<RecipeId> requires() {
        return Set.of();
    }

    /** The tables. */
    default Optional<SchemaScripts> schema() {
        return Optional.empty();
    }

    /** What it adds to the dashboard. */
    default DashboardContribution dashboard() {
        return DashboardContribution.none();
    }

    /** Routes for end users, mounted by {@code AuthServlet} alone, below {@code <recipe id>}. */
    default List<Route> authRoutes() {
        return List.of();
    }

    /** What wants to hear of changes to users. */
    default List<UserListener> listeners() {
        return List.of();
    }

    /** What is asked before a user is deleted or taken out of a tenant. */
    default List<UserVeto> vetoes() {
        return List.of();
    }

    /** What is asked before a session may be used. */
    default List<SessionRequirement> sessionRequirements() {
        return List.of();
    }

    /** Its parts in the import and export of users. */
    default List<UserDataField> dataFields() {
        return List.of();
    }

    /** Ends its work. May be called after a {@code start} that threw. */
    @Override
    default void close() {}
}
