package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.recipe.spi.Database.Engine;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * Lets one node migrate at a time. The database drops the lock when the connection ends, so a killed node leaves none
 * behind.
 *
 * <p>PostgreSQL: an advisory lock, polled in auto-commit mode, as a waiting transaction would block
 * {@code create index concurrently}. Elsewhere: a row lock on a connection of its own, as DDL there commits.
 */
final class MigrationLock implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final Engine engine;
    private final String key;

    private MigrationLock(Connection connection, Engine engine, String key) {
        this.connection = connection;
        this.engine = engine;
        this.key = key;
    }

    /** Waits for the lock, at most five minutes. {@code connection} must not be used for anything else meanwhile. */
    static MigrationLock acquire(Connection connection, Engine engine, String key) throws SQLException {
        var lock = new MigrationLock(connection, engine, key);
        lock.prepare();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lock.tryOnce()) {
            if (System.nanoTime() > deadline) {
                throw new ConfigurationException(
                        "Another node has been migrating the schema for five minutes; look at its log, then start again");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return lock;
    }

    private void prepare() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            connection.setAutoCommit(true);
            return;
        }
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists ud_schema_lock (id integer not null primary key)");
            statement.execute("insert into ud_schema_lock (id) select 1 from (select 1 as one) one_row"
                    + " where not exists (select 1 from ud_schema_lock)");
        } catch (SQLException e) {
            // two nodes at once: the other one has made the row
            if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                throw e;
            }
        }
        connection.setAutoCommit(false);
    }

    private boolean tryOnce() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            return advisory("select pg_try_advisory_lock(?)");
        }
        try (Statement statement = connection.createStatement()) {
            String nowait = engine == Engine.H2 ? "" : " nowait";
            statement.executeQuery("select id from ud_schema_lock where id = 1 for update" + nowait);
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (isWaiting(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean advisory(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, advisoryKey());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private long advisoryKey() {
        var crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return 0x7564_0000_0000_0000L | crc.getValue();
    }

    /** Lock timeout of H2; "nowait" of MySQL and MariaDB. */
    private static boolean isWaiting(SQLException e) {
        return e.getErrorCode() == 50200 || e.getErrorCode() == 3572 || e.getErrorCode() == 1205;
    }

    @Override
    public void close() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            advisory("select pg_advisory_unlock(?)");
        } else {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
