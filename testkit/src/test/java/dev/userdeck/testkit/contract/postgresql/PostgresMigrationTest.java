package dev.userdeck.testkit.contract.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.AtOnce;
import dev.userdeck.testkit.contract.BarePool;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.testkit.contract.Tables;
import dev.userdeck.testkit.contract.TransactionPooler;
import dev.userdeck.user.UserFilter;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Migrations through a pooler, and beside {@code create index concurrently}. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresMigrationTest extends EngineContract {

    @Test
    void manyStartsAtOnceThroughAPoolerMigrateOnceIntoTheirSchema() throws SQLException {
        var tables = new Tables(database);
        String inPublic = "pg_tables where schemaname = 'public'";
        int before = tables.count(inPublic);

        withSchema(schema -> {
            try (var pooler = new TransactionPooler(database.jdbcUrl(), 8)) {
                List<String> paths = pooler.ask("show search_path");

                List<Userdeck> nodes = AtOnce.run(
                        () -> start(builder().dataSource(pooler.dataSource()).schema(schema)),
                        () -> start(builder().dataSource(pooler.dataSource()).schema(schema)),
                        () -> start(builder().dataSource(pooler.dataSource()).schema(schema)));

                nodes.forEach(
                        node -> assertThat(node.tenants().listAll(Scope.all())).hasSize(1));
                created(nodes.get(0), "ada@example.org");
                assertThat(nodes.get(1)
                                .users()
                                .count(Scope.all(), UserFilter.none())
                                .number())
                        .isEqualTo(1);
                assertThat(tables.count("pg_tables where schemaname = '" + schema + "'"))
                        .isEqualTo(before);
                assertThat(tables.count("pg_locks where locktype = 'advisory'"
                                + " and database = (select oid from pg_database where datname = current_database())"))
                        .isZero();
                assertThat(pooler.ask("show search_path")).isEqualTo(paths);
                nodes.forEach(Userdeck::close);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(tables.count(inPublic)).isEqualTo(before);
    }

    @Test
    void anIndexIsBuiltConcurrentlyWhileOthersWaitForTheLock() throws SQLException {
        try (var pool = new BarePool(database.jdbcUrl(), 4, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session characteristics as transaction isolation level repeatable read");
            }
        })) {
            List<Userdeck> nodes = AtOnce.run(() -> indexed(pool), () -> indexed(pool));

            assertThat(new Tables(database).count("pg_indexes where indexname = 'indexed_ix'"))
                    .isEqualTo(1);
            nodes.forEach(Userdeck::close);
        }
    }

    private Userdeck indexed(BarePool pool) {
        return start(builder().dataSource(pool.dataSource()).recipe(new Indexed()));
    }

    private static final class Indexed implements Recipe {

        @Override
        public RecipeId id() {
            return new RecipeId("indexed");
        }

        @Override
        public Optional<SchemaScripts> schema() {
            return Optional.of(SchemaScripts.of(PostgresMigrationTest.class, "V001__index_users.sql"));
        }

        @Override
        public void start(RecipeContext context) {}
    }
}
