package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures of the database apart, on every engine. */
public final class SqlFailure {
    private static final Set<Integer> MYSQL_UNIQUE = Set.of(1062, 1586);
    private static final Set<Integer> MYSQL_FOREIGN_KEY = Set.of(1216, 1217, 1451, 1452);
    /** Deadlock and lock wait of MySQL and MariaDB, a row that changed since MariaDB's snapshot, lock wait of H2. */
    private static final Set<Integer> LOST_A_RACE = Set.of(1213, 1205, 1020, 50200);
    /** Of these, waits for a lock, which undo their own statement alone: MySQL and MariaDB, and H2. */
    private static final Set<Integer> LOCK_WAIT = Set.of(1205, 50200);
    /** MySQL and MariaDB: a server, a transaction, an engine that only reads. */
    private static final Set<Integer> MYSQL_READ_ONLY = Set.of(1290, 1792, 1836);
    /** MySQL and MariaDB: interrupted, longer than MariaDB's and than MySQL's limit for a statement. */
    private static final Set<Integer> MYSQL_TIMED_OUT = Set.of(1317, 1969, 3024);
    /** MySQL and MariaDB: table, database; H2: table in three ways, schema. */
    private static final Set<Integer> NO_SUCH_TABLE = Set.of(1146, 1049, 42102, 42103, 42104, 90079);
    /** MySQL and MariaDB: of a database, a table, a column; H2: any. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 90096);

    private static final String PROTOCOL_VIOLATION = "08P01";
    /** PostgreSQL: ended by the server, as it idled or took too long within a transaction. */
    private static final Set<String> ENDED_IN_TRANSACTION = Set.of("25P03", "25P04");

    private SqlFailure() {}

    /** The exception for callers of what ran in a transaction of ours, or in none. */
    static RuntimeException toException(String action, SQLException failure) {
        boolean isUndone = lostARace(failure) || isConnection(failure) || isReadOnly(failure);
        return toException(action, isUndone, true, failure);
    }

    /** The exception for callers of what ran in the host's transaction: the same call alone would not mend that one. */
    static RuntimeException inHosts(String action, SQLException failure) {
        boolean isGivenUp =
                (lostARace(failure) && !LOCK_WAIT.contains(failure.getErrorCode())) || isConnection(failure);
        if (isGivenUp && !Damage.isSeenIn(failure)) {
            return new StorageException("go on in the host's transaction, which is lost", false, failure);
        }
        return toException(action, false, false, failure);
    }

    private static RuntimeException toException(
            String action, boolean retryable, boolean retryableLater, SQLException failure) {
        if (isUnique(failure)) {
            return new UniqueViolationException(failure);
        }
        if (isForeignKey(failure)) {
            return new ForeignKeyViolationException(failure);
        }
        if (Damage.isSeenIn(failure)) {
            return StorageException.damaged(action, failure);
        }
        if (Damage.isOutOfMemory(failure)) {
            return new StorageException(
                    action + ": the database, which runs within the app, had not enough of its memory", false, failure);
        }
        if (timedOut(failure)) {
            return new StorageException(action + ": it did not answer in time", retryableLater, failure);
        }
        return new StorageException(action, retryable, failure);
    }

    /** What to say of a table that isn't there, of a schema that was not looked at. */
    static StorageException tableMissing(String action, SQLException failure) {
        return new StorageException(
                action + ": a table isn't there, and with migration(NONE) nobody looked whether it is. Start once with"
                        + " migration(MIGRATE), which makes what is missing, or migration(VALIDATE), which names it",
                false,
                failure);
    }

    /** What to say when there is no connection to begin with; pools name what kept them from opening one as the cause. */
    static StorageException notConnected(SQLException failure) {
        if (Damage.isSeenIn(failure)) {
            return StorageException.damaged("get a connection to the database", failure);
        }
        boolean isExhausted = failure instanceof SQLTransientConnectionException && failure.getCause() == null;
        String action = isExhausted
                ? "get a connection: all of the pool were in use for as long as it waits"
                : "get a connection to the database";
        return new StorageException(action, true, failure);
    }

    /** A deadlock or a serialization failure: the same transaction may succeed when tried again. */
    public static boolean lostARace(SQLException failure) {
        String state = state(failure);
        return state.equals("40001") || state.equals("40P01") || LOST_A_RACE.contains(failure.getErrorCode());
    }

    /** A unique index or primary key refused a row. */
    public static boolean isUnique(SQLException failure) {
        return state(failure).equals("23505") || (isMySql(failure) && MYSQL_UNIQUE.contains(failure.getErrorCode()));
    }

    private static boolean isForeignKey(SQLException failure) {
        String state = state(failure);
        return state.equals("23503")
                || state.equals("23506")
                || (isMySql(failure) && MYSQL_FOREIGN_KEY.contains(failure.getErrorCode()));
    }

    /**
     * The connection is lost, and what was not committed with it. A violation of the protocol is none: a pooler that hands a
     * statement to the wrong server answers so, whatever became of it.
     */
    static boolean isConnection(SQLException failure) {
        String state = state(failure);
        return failure instanceof SQLTransientConnectionException
                || (state.startsWith("08") && !state.equals(PROTOCOL_VIOLATION))
                || state.startsWith("57P")
                || ENDED_IN_TRANSACTION.contains(state);
    }

    /** The table isn't there, or its schema. */
    public static boolean isNoSuchTable(SQLException failure) {
        return state(failure).equals("42P01") || NO_SUCH_TABLE.contains(failure.getErrorCode());
    }

    /** The account lacks a right. */
    public static boolean isDenied(SQLException failure) {
        return state(failure).equals("42501") || DENIED.contains(failure.getErrorCode());
    }

    /** A server that was demoted, or is there for reading alone: nothing was written, and soon it is another one's turn. */
    private static boolean isReadOnly(SQLException failure) {
        return state(failure).equals("25006") || MYSQL_READ_ONLY.contains(failure.getErrorCode());
    }

    /** The statement was cancelled, by our limit or another one, or did not get a lock. */
    private static boolean timedOut(SQLException failure) {
        String state = state(failure);
        return failure instanceof SQLTimeoutException
                || LOCK_WAIT.contains(failure.getErrorCode())
                || state.equals("57014")
                || state.equals("55P03")
                || MYSQL_TIMED_OUT.contains(failure.getErrorCode());
    }

    private static boolean isMySql(SQLException failure) {
        return state(failure).equals("23000");
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
