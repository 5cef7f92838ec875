package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that ran, in {@code ud_schema_history}. */
final class History {
    private static final String CREATE = """
            create table if not exists %s (
                component    varchar(40)  not null,
                script       varchar(200) not null,
                statement_no integer      not null,
                checksum     varchar(64)  not null,
                started_at   bigint       not null,
                finished_at  bigint       not null,
                run_by       varchar(128) not null,
                constraint ud_schema_history_pk primary key (component, script, statement_no)
            )""";

    private static final int ACCOUNT_LENGTH = 128;

    private final Connection connection;
    private final String table;
    private final Clock clock;

    /** Names a statement. */
    record Key(String component, String script, int statement) {}

    /**
     * What is known of a statement.
     *
     * @param finishedAt in epoch milliseconds; 0 when a run was cut off in the middle of it
     * @param runBy the account at the database
     */
    record Entry(String checksum, long finishedAt, String runBy) {
        boolean done() {
            return finishedAt > 0;
        }
    }

    /**
     * Creates it.
     *
     * @param schema named with the table in each statement: what a connection takes for its own schema is not touched
     */
    History(Connection connection, @Nullable String schema, Clock clock) {
        this.connection = connection;
        this.table = schema == null ? "ud_schema_history" : schema + ".ud_schema_history";
        this.clock = clock;
    }

    void create(Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.adapt(CREATE.formatted(table)));
        }
    }

    boolean exists() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from " + table);
            return true;
        } catch (SQLException e) {
            if (SqlFailure.isNoSuchTable(e)) {
                return false;
            }
            throw e;
        }
    }

    Map<Key, Entry> read() throws SQLException {
        Map<Key, Entry> entries = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select component, script, statement_no, checksum, finished_at, run_by from " + table)) {
            while (rows.next()) {
                entries.put(
                        new Key(rows.getString(1), rows.getString(2), rows.getInt(3)),
                        new Entry(rows.getString(4), rows.getLong(5), rows.getString(6)));
            }
        }
        return entries;
    }

    static Key key(SqlScript script, int index) {
        return new Key(script.component(), script.name(), index);
    }

    static boolean isComplete(Map<Key, Entry> done, SqlScript script) {
        for (int i = 0; i < script.statements().size(); i++) {
            Entry entry = done.get(key(script, i));
            if (entry == null || !entry.done()) {
                return false;
            }
        }
        return true;
    }

    void refuseEdited(Map<Key, Entry> done, SqlScript script) {
        for (int i = 0; i < script.statements().size(); i++) {
            Entry entry = done.get(key(script, i));
            if (entry != null
                    && !entry.checksum()
                            .equals(SqlScript.checksum(script.statements().get(i)))) {
                throw new ConfigurationException(
                        "%s of %s was edited after it ran on this database (statement %d): put the change in a new script"
                                .formatted(script.name(), script.component(), i + 1));
            }
        }
    }

    void refuseNewer(Map<Key, Entry> done, List<SqlScript> scripts) {
        for (Key key : done.keySet()) {
            boolean ours =
                    scripts.stream().anyMatch(script -> script.component().equals(key.component()));
            boolean known = scripts.stream()
                    .anyMatch(script -> script.component().equals(key.component())
                            && script.name().equals(key.script()));
            if (ours && !known) {
                throw new ConfigurationException(
                        "The database holds a newer schema of %s (%s) than this version knows: start the newer version"
                                .formatted(key.component(), key.script()));
            }
        }
    }

    void begin(SqlScript script, int index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table
                + " (component, script, statement_no, checksum, started_at, finished_at, run_by)"
                + " values (?, ?, ?, ?, ?, 0, ?)")) {
            statement.setString(1, script.component());
            statement.setString(2, script.name());
            statement.setInt(3, index);
            statement.setString(4, SqlScript.checksum(script.statements().get(index)));
            statement.setLong(5, clock.millis());
            statement.setString(6, account());
            statement.executeUpdate();
        }
    }

    private String account() throws SQLException {
        String account = connection.getMetaData().getUserName();
        if (account == null) {
            return "";
        }
        return account.length() > ACCOUNT_LENGTH ? account.substring(0, ACCOUNT_LENGTH) : account;
    }

    void finish(SqlScript script, int index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + table + " set finished_at = ?"
                + " where component = ? and script = ? and statement_no = ?")) {
            statement.setLong(1, clock.millis());
            statement.setString(2, script.component());
            statement.setString(3, script.name());
            statement.setInt(4, index);
            statement.executeUpdate();
        }
    }

    void forget(SqlScript script, int index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from " + table + " where component = ? and script = ? and statement_no = ?")) {
            statement.setString(1, script.component());
            statement.setString(2, script.name());
            statement.setInt(3, index);
            statement.executeUpdate();
        }
    }
}
