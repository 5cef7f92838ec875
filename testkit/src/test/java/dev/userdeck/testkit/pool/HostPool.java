package dev.userdeck.testkit.pool;

import dev.userdeck.Userdeck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A pool as a host has it, what the host gives Userdeck of it, and the host's way to a transaction. */
abstract class HostPool implements AutoCloseable {
    /** How many connections each has. */
    static final int SIZE = 4;

    /** How long each waits for one. */
    static final int PATIENCE_MILLIS = 5_000;

    /** What a host does in a transaction. */
    interface Work {
        void run(Connection connection) throws Exception;
    }

    /** How a host ends one. */
    enum End {
        COMMIT,
        ROLLBACK
    }

    /** The settings of a connection. */
    record Setting(boolean autoCommit, int isolation) {}

    /** The pool itself. */
    abstract DataSource pool();

    /** Gives it to Userdeck. */
    Userdeck.Builder given(Userdeck.Builder builder) {
        return builder.dataSource(pool());
    }

    /** Whether calls take part in the host's transaction; else they run beside it. */
    abstract boolean joins();

    /** Runs {@code work} in a transaction of the host's. */
    abstract void transaction(End end, Work work) throws Exception;

    /** The settings of all connections at once; fails if one is not there. */
    final List<Setting> settings() throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        try {
            for (int i = 0; i < SIZE; i++) {
                Connection connection = pool().getConnection();
                all.add(connection);
                settings.add(new Setting(connection.getAutoCommit(), connection.getTransactionIsolation()));
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return settings;
    }
}
