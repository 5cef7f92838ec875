package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import dev.userdeck.internal.transaction.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a data source, told apart: those on which a transaction is ours to begin and end, and those of a
 * transaction that the host has begun. See docs/adr/0020.
 */
public final class Connections {
    private final Surroundings surroundings;
    private final boolean autoCommit;
    private volatile boolean isEnlistedWithAutoCommitOn;

    private Connections(Surroundings surroundings, boolean autoCommit) {
        this.surroundings = surroundings;
        this.autoCommit = autoCommit;
    }

    /**
     * Notes how the pool hands them out.
     *
     * @throws dev.userdeck.error.ConfigurationException inside of a transaction
     */
    public static Connections of(Surroundings surroundings) throws SQLException {
        return new Connections(surroundings, PoolSetting.autoCommit(surroundings));
    }

    /** Where they come from. */
    public DataSource dataSource() {
        return surroundings.dataSource();
    }

    /** Whether calls on this thread take part in a transaction of the host's. */
    boolean isSurrounded() {
        Connection lent = surrounding();
        if (lent != null) {
            release(lent, null);
        }
        return lent != null;
    }

    /** The connection of the transaction that surrounds this call, to be released; null if none does. */
    @Nullable
    Connection surrounding() {
        if (!surroundings.transaction().isActive(dataSource())) {
            return null;
        }
        Connection lent = lend();
        boolean takesPart;
        try {
            takesPart = takesPart(lent);
        } catch (SQLException e) {
            StorageException failure = notJoined(e);
            release(lent, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            release(lent, e);
            throw e;
        }
        if (takesPart) {
            return lent;
        }
        release(lent, null);
        return null;
    }

    private Connection lend() {
        try {
            return surroundings.transaction().connection(dataSource());
        } catch (SQLException e) {
            throw notJoined(e);
        }
    }

    private static StorageException notJoined(SQLException e) {
        return new StorageException("join the surrounding transaction", false, e);
    }

    private boolean takesPart(Connection lent) throws SQLException {
        if (!lent.getAutoCommit()) {
            if (autoCommit || surroundings.isDeclared()) {
                return true;
            }
            throw new IllegalStateException("A JTA transaction is active, and all connections of the pool come with"
                    + " auto-commit off, so nothing says whether this one takes part: name your transaction manager by"
                    + " surroundingTransaction(…) on the builder, SurroundingTransaction.none() if the pool has none");
        }
        if (isEnlistedWithAutoCommitOn) {
            return true;
        }
        try {
            // by JDBC without any effect where it is on, and refused while enlisted: MySQL's XA tells no other way
            lent.setAutoCommit(true);
            return false;
        } catch (SQLException e) {
            if (SqlFailure.isConnection(e)) {
                throw e;
            }
            isEnlistedWithAutoCommitOn = true; // asked once: pools throw a connection away on which it was refused
            return true;
        }
    }

    /** Gives back what {@link #surrounding} lent. */
    void release(Connection lent, @Nullable Throwable failure) {
        try {
            surroundings.transaction().release(lent, dataSource());
        } catch (SQLException e) {
            if (failure == null) {
                throw new StorageException("give back the surrounding transaction's connection", false, e);
            }
            failure.addSuppressed(e);
        }
    }

    /**
     * A connection to begin a transaction on.
     *
     * @throws IllegalStateException if it comes inside a transaction of nobody knows whom
     */
    Connection own() {
        Connection connection = connect();
        try {
            if (!connection.getAutoCommit()) {
                if (autoCommit) {
                    throw unidentified();
                }
                // the pool's own check or a careless borrower may have begun one: nobody's, as it was given back
                connection.rollback();
            }
            return connection;
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw SqlFailure.toException("begin", e);
        } catch (RuntimeException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private Connection connect() {
        try {
            return dataSource().getConnection();
        } catch (SQLException e) {
            throw SqlFailure.notConnected(e);
        }
    }

    private static void closeAfter(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static IllegalStateException unidentified() {
        return new IllegalStateException("A connection came with auto-commit off, which was on at start(), and nothing"
                + " says whose transaction it is in. If it is yours, pass the connection to inTransaction(…), or name your"
                + " transaction manager by surroundingTransaction(…) on the builder; if it is nobody's, let the pool reset"
                + " auto-commit when a connection is given back");
    }
}
