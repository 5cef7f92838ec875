package dev.userdeck.internal.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/**
 * PostgreSQL's. {@code create index concurrently} waits for every transaction with a snapshot, and would wait for this one
 * for ever: READ COMMITTED keeps none between statements, and none of ours waits in the server.
 */
final class AdvisoryLock extends MigrationLock {
    private final long key;

    AdvisoryLock(Connection connection, String name) {
        super(connection);
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        this.key = 0x7564_0000_0000_0000L | crc.getValue();
    }

    @Override
    void prepare() {
        // the server keeps it without a table
    }

    @Override
    boolean tryOnce() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level read committed");
            // it idles as long as the scripts take; the second setting is there from PostgreSQL 17 on
            statement.execute("select set_config(name, '0', true) from pg_settings"
                    + " where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')");
        }
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return false;
                }
            }
        }
        letGoOfTheSnapshot();
        return true;
    }

    /** The server keeps the last query open, and with it its snapshot, until another statement takes its place. */
    private void letGoOfTheSnapshot() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }
}
