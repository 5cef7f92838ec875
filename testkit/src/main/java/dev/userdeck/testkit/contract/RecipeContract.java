package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
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
public abstract class RecipeContract extends RecipeWallsContract {

    /** For subclasses. */
    protected RecipeContract() {}

    /** A new one each time, not yet started. */
    @Override
    protected abstract Recipe recipe();

    /** Makes rows that belong to this user; called at most once for each user. A recipe without tables does nothing. */
    @Override
    protected abstract void someRows(Userdeck userdeck, UserId user);

    /** New ones of the recipes that this one requires. None unless overridden. */
    protected List<Recipe> required() {
        return List.of();
    }

    @Override
    protected final Userdeck.Builder configure(Userdeck.Builder builder) {
        required().forEach(builder::recipe);
        return builder.recipe(recipe());
    }

    @Test
    final void theIdIsTheSameEachTime() {
        assertThat(recipe().id()).isEqualTo(recipe().id());
        assertThat(userdeck.recipes()).extracting(RunningRecipe::id).contains(recipe().id());
    }

    @Test
    final void startsAgainOnItsOwnSchema() {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());
        userdeck.close();

        Userdeck again = start(configure(builder()));

        assertThat(again.users().find(user.id())).isPresent();
        User other = created(again, "grace@example.org");
        assertThatCode(() -> someRows(again, other.id())).doesNotThrowAnyException();
    }

    @Test
    final void runsOnTwoNodesAtOnce() {
        Userdeck second = start(configure(builder()));
        User user = created(userdeck, "ada@example.org");

        someRows(second, user.id());

        assertThat(userdeck.users().find(user.id())).isPresent();
    }

    @Test
    final void worksInASchemaOfItsOwn() throws SQLException {
        withSchema(schema -> {
            Userdeck apart = start(configure(builder()).schema(schema));
            User user = created(apart, "ada@example.org");

            someRows(apart, user.id());

            assertThat(apart.users().delete(user.id())).isEqualTo(new DeleteUserResult.Deleted());
            apart.close();
        });
    }

    @Test
    final void startsAfterAStartThatFailed() {
        var failing = configure(builder()).recipe(new FailingRecipe());
        assertThatThrownBy(failing::start).hasStackTraceContaining(FailingRecipe.WORDS);

        Userdeck again = start(configure(builder()));

        assertThat(again.recipes()).extracting(RunningRecipe::id).contains(recipe().id());
    }

    @Test
    @SuppressWarnings("resource") // that is the point
    final void canBeClosedTwiceAndUnstarted() {
        Recipe recipe = recipe();

        assertThatCode(() -> {
                    recipe.close();
                    recipe.close();
                    userdeck.close();
                    userdeck.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    final void itsRowsGoWithTheUser() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        User other = created(userdeck, "grace@example.org");
        Map<String, Integer> before = mentions(user);
        someRows(userdeck, user.id());
        someRows(userdeck, other.id());
        Map<String, Integer> ofOther = mentions(other);
        if (recipe().schema().isPresent()) {
            assertThat(mentions(user)).as("rows made by someRows").isNotEqualTo(before);
        }

        userdeck.users().delete(user.id());

        // what happened is kept, with the id
        assertThat(mentions(user).keySet()).allMatch(column -> column.startsWith("ud_audit_event."));
        assertThat(mentions(other)).as("rows of another user").isEqualTo(ofOther);
    }

    @Test
    final void itsRowsGoWithTheHostsRollback() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        Map<String, Integer> before = mentions(user);

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> someRows(userdeck, user.id()));
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(mentions(user)).isEqualTo(before);
    }

    @Test
    final void itsRowsComeWithTheHostsCommit() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        User other = created(userdeck, "grace@example.org");
        someRows(userdeck, other.id());

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> someRows(userdeck, user.id()));
            connection.commit();
            connection.setAutoCommit(true);
        }

        assertThat(mentions(user)).isEqualTo(mentions(other));
    }

    @Test
    final void itsScriptsAreThereForEachEngine() {
        RecipeId id = recipe().id();
        SchemaScripts scripts = recipe().schema().orElse(SchemaScripts.of(RecipeContract.class));

        for (String name : scripts.names()) {
            for (List<String> folders : Contributions.FOLDERS) {
                assertThat(folders)
                        .as("a folder with %s", name)
                        .anyMatch(folder ->
                                scripts.owner().getResource("/META-INF/userdeck/" + id + "/" + folder + "/" + name)
                                        != null);
            }
        }
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

        Contributions.checkPanels(running.id(), running.dashboard());
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

        Contributions.checkData(dashboard, request);

        assertThat(database.statements().statements())
                .as("one for each section, and one for what goes with the user")
                .hasSizeLessThanOrEqualTo(dashboard.sections().size() + 1);
    }

    @Test
    final void theRowsOfItsPagesOpen() {
        someRows(userdeck, created(userdeck, "ada@example.org").id());

        running().dashboard().pages().forEach(PageChecks::open);
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
    final void whatCanBeChosenIsFoundByItsId() {
        someRows(userdeck, created(userdeck, "ada@example.org").id());

        running().dashboard().routes().stream().filter(OptionChecks::isById).forEach(OptionChecks::run);
    }

    @Test
    final void itsSessionRequirementsTakeOneStatementASession() {
        User user = created(userdeck, "ada@example.org");
        Session session = userdeck.sessions()
                .create(user.id(), SessionOrigin.of("contract"))
                .orElseThrow()
                .session();
        database.statements().reset();
        userdeck.sessions().check(session);
        int before = database.statements().count();
        someRows(userdeck, user.id());

        assertThatCode(() -> userdeck.sessions().check(session)).doesNotThrowAnyException();
        assertThat(before)
                .as("statements of its session requirements")
                .isLessThanOrEqualTo(1 + required().size());
    }

    @Test
    final void whatItExportsCanBeImported() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());
        byte[] exported = Exports.of(userdeck);

        withSchema(schema -> {
            Userdeck apart = start(configure(builder()).schema(schema));
            someRows(apart, created(apart, "grace@example.org").id()); // whatever else has to be there

            Exports.into(apart, exported);

            assertThat(Exports.lines(Exports.of(apart))).containsAll(Exports.lines(exported));
            apart.close();
        });
    }

    private Map<String, Integer> mentions(User user) throws SQLException {
        return new Mentions(database.dataSource()).of(user.id().value());
    }
}
