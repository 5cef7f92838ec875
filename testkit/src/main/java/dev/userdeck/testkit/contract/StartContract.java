package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.about.About;
import dev.userdeck.about.About.AbsentRecipe;
import dev.userdeck.about.About.SchemaState;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.StorageException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UserQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** How Userdeck must start, migrate, lose its database and stop on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class StartContract extends EngineContract {

    /** For subclasses. */
    protected StartContract() {}

    @Test
    void aSecondStartFindsAllAsItWas() {
        signUp("ada@example.org");

        Userdeck again = start(builder());

        assertThat(users(again)).isEqualTo(1);
    }

    @Test
    void closingTwiceIsFineAndLeavesTheHostsPoolOpen() throws SQLException {
        userdeck.close();
        userdeck.close();

        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aPoolOfOurOwnServesAndIsClosed() {
        Userdeck own = Userdeck.builder()
                .jdbcUrl(database.jdbcUrl(), null, null)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();

        own.users().signUp("ada@example.org", PASSWORD);
        own.close();

        assertThat(users(userdeck)).isEqualTo(1);
        assertThatThrownBy(() -> users(own)).isInstanceOf(StorageException.class);
    }

    @Test
    void twoSchemasOfOneDatabaseDoNotMeet() throws SQLException {
        withSchema(schema -> {
            Userdeck other = start(builder().schema(schema));

            other.users().signUp("ada@example.org", PASSWORD);
            signUp("bob@example.org");
            signUp("eve@example.org");

            assertThat(users(other)).isEqualTo(1);
            assertThat(users(userdeck)).isEqualTo(2);
            assertThat(other.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
            other.close();
        });
    }

    @Test
    void manyStartsAtOnceMigrateOnce() throws SQLException {
        withSchema(schema -> {
            List<Userdeck> started = AtOnce.run(
                    () -> start(builder().schema(schema)),
                    () -> start(builder().schema(schema)),
                    () -> start(builder().schema(schema)));

            assertThat(started)
                    .allSatisfy(one ->
                            assertThat(one.tenants().listAll(Scope.all())).hasSize(1));
            started.forEach(Userdeck::close);
        });
    }

    @Test
    void aScriptThatWasEditedIsNamed() throws SQLException {
        execute("update ud_schema_history set checksum = 'another' where script = 'V002__create_users.sql'");

        assertThatThrownBy(() -> start(builder()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("V002__create_users.sql")
                .hasMessageContaining("edited");
    }

    @Test
    void aNewerSchemaIsNamed() throws SQLException {
        execute(
                "insert into ud_schema_history (component, script, statement_no, checksum, started_at, finished_at, run_by)"
                        + " values ('core', 'V999__of_the_future.sql', 0, 'x', 1, 1, '')");

        assertThatThrownBy(() -> start(builder()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("newer schema")
                .hasMessageContaining("V999__of_the_future.sql");
    }

    @Test
    void aStatementThatWasCutOffIsFinished() throws SQLException {
        // as after a kill: on engines whose DDL commits by itself the table is there, its row of history unfinished
        if (database.engine() == Engine.POSTGRESQL) {
            execute("delete from ud_schema_history where script = 'V007__create_leases.sql'");
            execute("drop table ud_lease");
        } else {
            execute("update ud_schema_history set finished_at = 0"
                    + " where script in ('V007__create_leases.sql', 'V008__create_throttle.sql')");
        }

        start(builder()).runMaintenance();

        assertThat(unfinished()).isZero();
    }

    @Test
    void validatingNamesWhatIsMissingAndChangesNothing() throws SQLException {
        execute("delete from ud_schema_history where script = 'V007__create_leases.sql'");

        assertThatThrownBy(() -> start(builder().migration(Userdeck.Migration.VALIDATE)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("V007__create_leases.sql");
    }

    @Test
    void validatingACompleteSchemaStarts() {
        assertThat(users(start(builder().migration(Userdeck.Migration.VALIDATE))))
                .isZero();
    }

    @Test
    void aDatabaseWithoutTablesIsToldAsSuchWhenTheSchemaIsNotLookedAt() throws SQLException {
        withSchema(schema -> {
            assertThatThrownBy(() -> start(builder().schema(schema).migration(Userdeck.Migration.NONE)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("tables of Userdeck are missing in the schema " + schema)
                    .hasMessageContaining("migration(MIGRATE)");

            start(builder().schema(schema)).close();
            Userdeck migrated = start(builder().schema(schema).migration(Userdeck.Migration.NONE));
            assertThat(users(migrated)).isZero();
            migrated.close();
        });
    }

    @Test
    void aTableThatIsMissedLaterIsNoDamageWhenTheSchemaWasNotLookedAt() throws SQLException {
        Userdeck unseen = start(builder().migration(Userdeck.Migration.NONE));
        execute("drop table ud_daily_statistics");

        assertThatThrownBy(() -> unseen.statistics().users(7, ZoneOffset.UTC))
                .isInstanceOfSatisfying(StorageException.class, e -> {
                    assertThat(e.damaged()).isFalse();
                    assertThat(e.retryable()).isFalse();
                    assertThat(e)
                            .hasMessageContaining("migration(MIGRATE)")
                            .hasMessageContaining("migration(VALIDATE)");
                });
    }

    @Test
    void tellsWhatRunsAndHowFarItsTablesAre() throws SQLException {
        About about = userdeck.about();

        assertThat(about.version()).matches("[0-9]+\\.[0-9]+\\..*");
        assertThat(about.documentation().toString()).endsWith("/docs/");
        assertThat(about.database().product()).isEqualTo(database.engine().title());
        assertThat(List.of(
                        about.database().version(),
                        about.database().driver(),
                        about.database().driverVersion()))
                .doesNotContain("");
        assertThat(about.pool().isOurs()).isFalse();
        assertThat(about.toString()).doesNotContain(database.jdbcUrl());
        About.Component core = about.components().get(0);
        assertThat(core.id()).isEqualTo("core");
        assertThat(core.version()).isEqualTo(about.version());
        assertThat(core.schema()).isEqualTo(SchemaState.UP_TO_DATE);
        assertThat(core.scripts()).allSatisfy(script -> {
            assertThat(script.appliedAt()).isEqualTo(clock.instant());
            assertThat(script.appliedBy()).containsIgnoringCase("userdeck");
        });
        assertThat(about.absentRecipes())
                .contains(new AbsentRecipe(
                        "userroles",
                        "dev.userdeck.recipe.userroles.UserRolesRecipe",
                        "dev.userdeck:userdeck-recipe-userroles",
                        false));
        assertThat(statements(userdeck::about)).isEqualTo(1);
    }

    @Test
    void tellsThatScriptsAreMissingOrOfANewerVersionOrThatNobodyLooked() throws SQLException {
        execute("update ud_schema_history set finished_at = 0 where script = 'V007__create_leases.sql'");
        About.Component behind = userdeck.about().components().get(0);
        assertThat(behind.schema()).isEqualTo(SchemaState.BEHIND);
        assertThat(behind.scripts().stream()
                        .filter(script -> script.appliedAt() == null)
                        .map(About.Script::name))
                .containsExactly("V007__create_leases.sql");

        execute("update ud_schema_history set finished_at = 1 where script = 'V007__create_leases.sql'");
        execute(
                "insert into ud_schema_history (component, script, statement_no, checksum, started_at, finished_at, run_by)"
                        + " values ('core', 'V999__of_the_future.sql', 0, 'x', 1, 1, '')");
        assertThat(userdeck.about().components().get(0).schema()).isEqualTo(SchemaState.NEWER);

        Userdeck unseen = start(builder().migration(Userdeck.Migration.NONE));
        assertThat(unseen.about().components().get(0).schema()).isEqualTo(SchemaState.NOT_LOOKED_AT);
    }

    @Test
    void aStoppedDatabaseIsToldAndComesBackWithoutARestart() {
        signUp("ada@example.org");
        database.refuseConnections();

        assertThatThrownBy(() -> users(userdeck)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> userdeck.users().signUp("bob@example.org", PASSWORD))
                .isInstanceOf(StorageException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("bob"));

        database.acceptConnections();
        assertThat(users(userdeck)).isEqualTo(1);
    }

    @Test
    void keysCompareByteByByte() throws SQLException {
        assertThat(collations()).isEmpty();
    }

    @Test
    void maintenanceRunsAndOnceANodeAtATime() {
        Userdeck otherNode = start(builder());
        userdeck.runMaintenance();
        database.statements().reset();

        otherNode.runMaintenance();

        assertThat(database.statements().statements()).noneMatch(sql -> sql.startsWith("delete"));
    }

    /** Text columns of ours whose collation is not binary. */
    private Set<String> collations() throws SQLException {
        String sql = switch (database.engine()) {
            case H2 -> "select 'none' from ud_tenant where 1 = 0";
            case POSTGRESQL ->
                "select table_name || '.' || column_name from information_schema.columns"
                        + " where table_name like 'ud\\_%' and data_type = 'character varying'"
                        + " and table_name <> 'ud_schema_history' and coalesce(collation_name, '') <> 'C'";
            case MYSQL, MARIADB ->
                "select concat(table_name, '.', column_name) from information_schema.columns"
                        + " where table_schema = database() and data_type = 'varchar'"
                        + " and collation_name not in ('utf8mb4_0900_bin', 'utf8mb4_nopad_bin')";
        };
        var found = new TreeSet<String>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private int unfinished() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from ud_schema_history where finished_at = 0")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int users(Userdeck userdeck) {
        return userdeck.users().list(UserQuery.of(Scope.all())).items().size();
    }
}
