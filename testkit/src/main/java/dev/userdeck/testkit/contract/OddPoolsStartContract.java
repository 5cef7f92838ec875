package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.userdeck.Userdeck;
import dev.userdeck.Userdeck.Migration;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.UserFilter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How Userdeck must start on pools, accounts and clusters that are not as most are, on every engine. */
@Tag("slow")
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OddPoolsStartContract extends EngineContract {

    /** For subclasses. */
    protected OddPoolsStartContract() {}

    @Test
    void aPoolWithoutAutoCommitIsMigratedWholeAndGetsItsConnectionsBackAsTheyWere() throws SQLException {
        String schema = "userdeck_" + Long.toHexString(System.nanoTime());
        try (var pool = new BarePool(database.jdbcUrl(), 2, connection -> connection.setAutoCommit(false))) {
            List<String> before = pool.states(path());

            start(builder().dataSource(pool.dataSource()).schema(schema)).close();

            assertThat(pool.states(path())).isEqualTo(before);
            Userdeck again =
                    start(builder().dataSource(pool.dataSource()).schema(schema).migration(Migration.VALIDATE));
            assertThat(again.users().count(Scope.all(), UserFilter.none()).number())
                    .isZero();
            again.close();
            assertThat(pool.states(path())).isEqualTo(before);
        } finally {
            drop(schema);
        }
    }

    @Test
    void aPoolOfOneIsToldWhyItCannotMigrateAndServesAMigratedSchema() throws Exception {
        try (var pool = new BarePool(database.jdbcUrl(), 1, connection -> {})) {
            assertThatThrownBy(() -> start(builder().dataSource(pool.dataSource())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("two connections at once")
                    .hasMessageContaining("VALIDATE");
            assertThat(pool.allComeBack()).isTrue();

            Userdeck one = start(builder().dataSource(pool.dataSource()).migration(Migration.VALIDATE));
            created(one, "ada@example.org");

            assertThat(one.users().count(Scope.all(), UserFilter.none()).number())
                    .isEqualTo(1);
            one.close();
        }
    }

    @Test
    void anAccountThatMayNotReadTheHistoryIsToldThat() throws SQLException {
        String url = urlOfAReader();
        try (var pool = new BarePool(url, 1, connection -> {})) {
            assertThatThrownBy(
                            () -> start(builder().dataSource(pool.dataSource()).migration(Migration.VALIDATE)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("may not read the schema's history")
                    .hasMessageContaining("grant");
        } finally {
            dropReader();
        }
    }

    @Test
    void anAccountThatMayNotChangeTheSchemaIsToldTheWayOut() throws SQLException {
        String url = urlOfAReader();
        try (var pool = new BarePool(url, 2, connection -> {})) {
            assertThatThrownBy(() -> start(builder().dataSource(pool.dataSource())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("may not change the schema")
                    .hasMessageContaining("VALIDATE");
        } finally {
            dropReader();
        }
    }

    @Test
    void aTableOfSomebodyElsesIsRefusedAtEachStart() throws SQLException {
        String schema = "userdeck_" + Long.toHexString(System.nanoTime());
        boolean isDatabase = isMySqlOrMariaDb();
        execute(database.jdbcUrl(), (isDatabase ? "create database " : "create schema ") + schema);
        try {
            execute(database.jdbcUrl(), "create table " + schema + ".ud_tenant (other integer)");

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> start(builder().schema(schema)))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("V001__create_tenants.sql");
            }
        } finally {
            drop(schema);
        }
    }

    @Test
    void nodesWhoseLocksAreTheirOwnMigrateTogether() throws SQLException {
        assumeTrue(isMySqlOrMariaDb(), "Galera is of MySQL and MariaDB");
        String schema = "userdeck_" + Long.toHexString(System.nanoTime());
        try {
            List<Userdeck> nodes = AtOnce.run(() -> lonely(schema), () -> lonely(schema), () -> lonely(schema));

            nodes.forEach(
                    node -> assertThat(node.tenants().listAll(Scope.all())).hasSize(1));
            Userdeck later = start(builder().schema(schema).migration(Migration.VALIDATE));
            created(later, "ada@example.org");
            later.close();
            nodes.forEach(Userdeck::close);
        } finally {
            drop(schema);
        }
    }

    private Userdeck lonely(String schema) {
        return start(
                builder().dataSource(LonelyNode.over(database.dataSource())).schema(schema));
    }

    private @Nullable String path() {
        return database.engine() == Engine.POSTGRESQL ? "show search_path" : null;
    }

    private boolean isMySqlOrMariaDb() {
        return database.engine() == Engine.MYSQL || database.engine() == Engine.MARIADB;
    }

    /** Of an account that may read users, and nothing else of ours. */
    private String urlOfAReader() throws SQLException {
        String url = database.jdbcUrl();
        switch (database.engine()) {
            case POSTGRESQL -> {
                execute(url, "revoke all on ud_schema_history from userdeck");
                execute(url, "revoke create on schema public from pg_database_owner");
                return url;
            }
            case H2 -> {
                execute(url, "create user reader password 'reader'");
                execute(url, "grant select on ud_user to reader");
                return url.replace("userdeck;PASSWORD=userdeck", "reader;PASSWORD=reader");
            }
            case MYSQL, MARIADB -> {
                String admin = url.replace("user=userdeck&password=userdeck", "user=admin&password=admin");
                execute(admin, "create user 'reader'@'%' identified by 'reader'");
                execute(admin, "grant select on ud_user to 'reader'@'%'");
                return url.replace("user=userdeck&password=userdeck", "user=reader&password=reader");
            }
        }
        throw new AssertionError(database.engine());
    }

    private void dropReader() throws SQLException {
        if (isMySqlOrMariaDb()) {
            execute(
                    database.jdbcUrl().replace("user=userdeck&password=userdeck", "user=admin&password=admin"),
                    "drop user 'reader'@'%'");
        }
    }

    private void drop(String schema) throws SQLException {
        execute(
                database.jdbcUrl(),
                isMySqlOrMariaDb()
                        ? "drop database if exists " + schema
                        : "drop schema if exists " + schema + " cascade");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
