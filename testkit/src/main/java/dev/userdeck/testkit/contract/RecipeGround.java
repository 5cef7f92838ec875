package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Rows;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the parts of {@link RecipeContract} stand on: the recipe, its rows, and some tenants. */
abstract class RecipeGround extends EngineContract {
    static final Operator OWNER = Operator.of("owner", Preset.OWNER);
    static final TenantId NORTH = new TenantId("tenant-north");
    static final TenantId EAST = new TenantId("tenant-east");
    static final TenantId SOUTH = new TenantId("tenant-south");

    /** The tables that are there without a recipe, by engine and by what it requires: the same for each test. */
    private static final Map<String, Set<String>> TABLES_OF_OTHERS = new ConcurrentHashMap<>();

    /** See {@link RecipeContract#recipe}. */
    protected abstract Recipe recipe();

    /** See {@link RecipeContract#someRows(Userdeck, UserId)}. */
    protected abstract void someRows(Userdeck userdeck, UserId user);

    /** See {@link RecipeContract#someRows(Userdeck, UserId, TenantId)}. */
    protected abstract void someRows(Userdeck userdeck, UserId user, TenantId tenant);

    /** See {@link RecipeContract#required}. */
    protected abstract List<Recipe> required();

    @Override
    protected final Userdeck.Builder configure(Userdeck.Builder builder) {
        required().forEach(builder::recipe);
        return builder.recipe(recipe());
    }

    final RunningRecipe running() {
        return userdeck.recipes().stream()
                .filter(running -> running.id().equals(recipe().id()))
                .findFirst()
                .orElseThrow();
    }

    final DashboardContribution dashboard() {
        return running().dashboard();
    }

    final Rows rows() {
        return Rows.of(database);
    }

    /** The tables that the recipe's scripts made, whatever they are called. */
    final SortedSet<String> itsTables() {
        var its = new TreeSet<>(rows().tables());
        its.removeAll(TABLES_OF_OTHERS.computeIfAbsent(
                database.engine() + " " + required().stream().map(Recipe::id).toList(), key -> tablesOfOthers()));
        return its;
    }

    private Set<String> tablesOfOthers() {
        var tables = new TreeSet<String>();
        try {
            withSchema(schema -> {
                Userdeck.Builder builder = builder().schema(schema);
                required().forEach(builder::recipe);
                builder.start().close();
                tables.addAll(Rows.of(database, schema).tables());
            });
        } catch (SQLException e) {
            throw new AssertionError("Could not start without the recipe", e);
        }
        return tables;
    }

    final SortedSet<String> itsRows() {
        return rows().of(itsTables());
    }

    /** The columns of its tables that hold this value. */
    final Set<String> mentionsInIts(UserId user) {
        Set<String> its = itsTables();
        var columns = new TreeSet<>(rows().mentions(user.value()).keySet());
        columns.removeIf(column -> !its.contains(column.substring(0, column.indexOf('.'))));
        return columns;
    }

    final void createTenants() {
        userdeck.tenants().create(NORTH, "North", Actor.system());
        userdeck.tenants().create(EAST, "East", Actor.system());
        userdeck.tenants().create(SOUTH, "South", Actor.system());
    }

    /** A user who is in these tenants, and in the default one. */
    final User member(String email, TenantId... tenants) {
        User user = created(userdeck, email);
        for (TenantId tenant : tenants) {
            assertThat(userdeck.users().addToTenant(user.id(), tenant, Actor.system()))
                    .isInstanceOf(AddToTenantResult.Added.class);
        }
        return userdeck.users().find(user.id()).orElseThrow();
    }
}
