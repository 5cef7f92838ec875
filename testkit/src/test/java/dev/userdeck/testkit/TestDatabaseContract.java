package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's {@link TestDatabase} must do. */
abstract class TestDatabaseContract {
    private TestDatabase database;

    @BeforeEach
    void setUp(TestDatabase fresh) throws SQLException {
        database = fresh;
        execute("create table ud_thing (id varchar(36) primary key)");
    }

    @Test
    void eachTestFindsAnEmptyDatabase() throws SQLException {
        execute("insert into ud_thing values ('first')");

        assertThat(count("select count(*) from ud_thing")).isEqualTo(1);
    }

    @Test
    void eachOtherTestFindsItEmptyAgain() throws SQLException {
        execute("insert into ud_thing values ('second')");

        assertThat(count("select count(*) from ud_thing")).isEqualTo(1);
    }

    @Test
    void theUrlLeadsToTheSameDatabase() throws SQLException {
        execute("insert into ud_thing values ('third')");

        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from ud_thing")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("third");
        }
    }

    @Test
    void statementsAreCountedWhenExecuted() throws SQLException {
        database.statements().reset();

        try (Connection connection = database.dataSource().getConnection();
                var insert = connection.prepareStatement("insert into ud_thing values (?)")) {
            insert.setString(1, "a");
            insert.executeUpdate();
            insert.setString(1, "b");
            insert.executeUpdate();
        }

        assertThat(database.statements().statements())
                .containsExactly("insert into ud_thing values (?)", "insert into ud_thing values (?)");
    }

    @Test
    void sessionsLiveInAnOddTimeZone() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select cast(localtimestamp as char(19))")) {
            rows.next();
            String local = rows.getString(1);

            var offset = Duration.between(
                    LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC),
                    Timestamp.valueOf(local).toLocalDateTime());
            assertThat(offset.toMinutes()).isBetween(12 * 60L + 44, 13 * 60L + 46);
        }
    }

    @Test
    void aStoppedDatabaseComesBackWithItsData() throws SQLException {
        execute("insert into ud_thing values ('kept')");

        database.refuseConnections();
        assertThatThrownBy(() -> count("select count(*) from ud_thing")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl()))
                .isInstanceOf(SQLException.class);
        database.acceptConnections();

        assertThat(count("select count(*) from ud_thing")).isEqualTo(1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
