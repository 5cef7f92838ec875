package dev.userdeck.testkit.pool;

import java.sql.Connection;
import javax.sql.DataSource;

/** A pool without a transaction manager: the host begins and ends by JDBC. */
final class PlainPool extends HostPool {
    private final DataSource pool;
    private final AutoCloseable closing;

    PlainPool(DataSource pool, AutoCloseable closing) {
        this.pool = pool;
        this.closing = closing;
    }

    static <T extends DataSource & AutoCloseable> PlainPool of(T pool) {
        return new PlainPool(pool, pool);
    }

    @Override
    DataSource pool() {
        return pool;
    }

    @Override
    boolean joins() {
        return false;
    }

    @Override
    void transaction(End end, Work work) throws Exception {
        try (Connection connection = pool.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            work.run(connection);
            if (end == End.COMMIT) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        }
    }

    @Override
    public void close() throws Exception {
        closing.close();
    }
}
