package dev.userdeck.testkit.contract.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.BarePool;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.testkit.contract.Tables;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connector/J can be set to call a database a schema in JDBC's words; then it does nothing for a catalog. */
@ExtendWith(TestDatabase.MySql.class)
class MySqlSchemaTermTest extends EngineContract {

    @Test
    void theTablesComeIntoTheSchemaAndConnectionsGoBackToTheirs() throws SQLException {
        var tables = new Tables(database);
        String ofUrl = "information_schema.tables where table_schema = database()";
        int before = tables.count(ofUrl);

        withSchema(schema -> {
            try (var pool = new BarePool(database.jdbcUrl() + "&databaseTerm=SCHEMA", 2, connection -> {})) {
                Userdeck other = start(builder().dataSource(pool.dataSource()).schema(schema));
                created(other, "ada@example.org");
                other.close();

                assertThat(tables.count("information_schema.tables where table_schema = '" + schema + "'"))
                        .isEqualTo(before);
                assertThat(pool.states("select database()"))
                        .allSatisfy(state -> assertThat(state).doesNotContain(schema));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(tables.count(ofUrl)).isEqualTo(before);
    }
}
