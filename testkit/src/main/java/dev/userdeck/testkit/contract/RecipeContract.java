package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * What every recipe must do, whatever the database. A subclass says how to make the recipe and some rows of it, and a
 * subclass of that for each engine names the engine:
 *
 * <pre>{@code
 * abstract class TagsContract extends RecipeContract {
 *     protected Recipe recipe() {
 *         return new TagsRecipe();
 *     }
 *
 *     protected void someRows(Userdeck userdeck, UserId user) {
 *         userdeck.recipe(Tags.class).add(user, "vip");
 *     }
 * }
 *
 * @ExtendWith(TestDatabase.Postgres.class)
 * class PostgresTagsTest extends TagsContract {}
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class RecipeContract extends RecipeRoutesContract {

    /** For subclasses. */
    protected RecipeContract() {}

    /** A new one each time, not yet started. */
    @Override
    protected abstract Recipe recipe();

    /**
     * Makes rows that belong to this user, who is in the tenant {@code public}; called at most once for each user. A recipe without
     * tables does nothing.
     */
    @Override
    protected abstract void someRows(Userdeck userdeck, UserId user);

    /**
     * Makes rows that belong to this user in this tenant, of which the user is a member; called at most once for each of both. What
     * belongs to the app as a whole, such as a role to be assigned, is made the same each time. A recipe without rows of tenants
     * leaves it at nothing.
     */
    @Override
    protected void someRows(Userdeck userdeck, UserId user, TenantId tenant) {}

    /**
     * Whether a user who is made one with another takes over rows like those of {@link #someRows(Userdeck, UserId)}. True unless
     * overridden.
     */
    @Override
    protected boolean keepsRowsOnMerge() {
        return true;
    }

    /**
     * Requests that change something of this user in this tenant, of which the user is a member: one at least for each route
     * that changes something and says that it {@linkplain dev.userdeck.http.spi.Route.Builder#handlesScope keeps to the scope
     * itself}. They are sent by an operator of another tenant, too, who must not get anywhere. None unless overridden.
     */
    @Override
    protected List<TestRequest> requestsWithin(Userdeck userdeck, User user, TenantId tenant) {
        return List.of();
    }

    /** New ones of the recipes that this one requires. None unless overridden. */
    @Override
    protected List<Recipe> required() {
        return List.of();
    }

    @Test
    final void itsRoutesAreWellFormed() {
        RunningRecipe running = running();

        Contributions.checkRoutes(running.dashboard().routes());
        Contributions.checkAuthRoutes(running.authRoutes());
    }

    @Test
    final void itsPanelsAreWellFormed() {
        RunningRecipe running = running();

        Contributions.checkPanels(running.dashboard());
    }

    @Test
    final void itsPermissionsAreItsOwn() {
        Contributions.checkPermissions(dashboard());
    }

    @Test
    final void itsSectionsAnswerForUsersWithAndWithoutRows() {
        User without = created(userdeck, "ada@example.org");
        User with = created(userdeck, "grace@example.org");
        someRows(userdeck, with.id());
        DashboardContribution dashboard = running().dashboard();

        for (User user : List.of(without, with)) {
            for (Scope scope : List.of(Scope.all(), Scope.of(user.tenants()))) {
                var request = new SectionRequest(user, scope, OWNER.scope(scope));
                Contributions.checkData(dashboard, request);
                Texts.checkKeys(recipe().id(), Contributions.data(dashboard, request));
            }
        }
    }

    @Test
    final void itsSectionsTakeOneStatementEach() {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());
        DashboardContribution dashboard = running().dashboard();
        var request = new SectionRequest(user, Scope.all(), OWNER);
        database.statements().reset();

        Contributions.data(dashboard, request);

        assertThat(database.statements().statements())
                .as("one for each section, and one for what goes with the user")
                .hasSizeLessThanOrEqualTo(dashboard.sections().size() + 1);
    }

    @Test
    final void itsColumnsTakeOneStatementAPage() {
        var users = new ArrayList<User>();
        for (int i = 0; i < 3; i++) {
            User user = created(userdeck, "user" + i + "@example.org");
            someRows(userdeck, user.id());
            users.add(user);
        }

        for (UsersColumn column : running().dashboard().columns()) {
            database.statements().reset();
            Map<UserId, ?> values = column.values().valuesFor(users, Scope.all());

            assertThat(database.statements().count())
                    .as(
                            "statements for column %s: %s",
                            column.column().id(), database.statements().statements())
                    .isLessThanOrEqualTo(1);
            assertThat(users).extracting(User::id).containsAll(values.keySet());
            values.values().forEach(value -> PartChecks.checkCell(column.column(), value));
        }
    }

    @Test
    final void itsFiltersAreConditionsThatRun() {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());

        for (UsersFilter filter : running().dashboard().filters()) {
            FilterChecks.run(userdeck, filter);
        }
    }

    @Test
    final void itsFiltersSelectTheIdsOfWhomTheyFind() {
        User user = created(userdeck, "ada@example.org");
        created(userdeck, "grace@example.org");
        someRows(userdeck, user.id());

        for (UsersFilter filter : running().dashboard().filters()) {
            FilterChecks.compare(userdeck, database, filter);
        }
    }
}
