package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.http.spi.Route;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A recipe that has started, with what it contributes.
 *
 * @param id the recipe's id
 * @param dashboard what it adds to the dashboard
 * @param authRoutes its routes for end users
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RunningRecipe(RecipeId id, DashboardContribution dashboard, List<Route> authRoutes) {

    /** Copies the list. */
    public RunningRecipe {
        authRoutes = List.copyOf(authRoutes);
    }
}
