package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures of the database apart, on every engine. */
final class SqlFailure {
    private static final Set<Integer> MYSQL_UNIQUE = Set.of(1062, 1586);
    private static final Set<Integer> MYSQL_FOREIGN_KEY = Set.of(1216, 1217, 1451, 1452);
    /** Deadlock and lock wait of MySQL and MariaDB, lock wait of H2. */
    private static final Set<Integer> LOST_A_RACE = Set.of(1213, 1205, 50200);

    private SqlFailure() {}

    /** The exception for callers. */
    static RuntimeException toException(String action, SQLException failure) {
        if (isUnique(failure)) {
            return new UniqueViolationException(failure);
        }
        if (isForeignKey(failure)) {
            return new ForeignKeyViolationException(failure);
        }
        if (Damage.isSeenIn(failure)) {
            return StorageException.damaged(action, failure);
        }
        return new StorageException(action, lostARace(failure) || isConnection(failure), failure);
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
    static boolean lostARace(SQLException failure) {
        String state = state(failure);
        return state.equals("40001") || state.equals("40P01") || LOST_A_RACE.contains(failure.getErrorCode());
    }

    private static boolean isUnique(SQLException failure) {
        return state(failure).equals("23505") || (isMySql(failure) && MYSQL_UNIQUE.contains(failure.getErrorCode()));
    }

    private static boolean isForeignKey(SQLException failure) {
        String state = state(failure);
        return state.equals("23503")
                || state.equals("23506")
                || (isMySql(failure) && MYSQL_FOREIGN_KEY.contains(failure.getErrorCode()));
    }

    /** The connection is lost, and what was not committed with it. */
    static boolean isConnection(SQLException failure) {
        String state = state(failure);
        return failure instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P");
    }

    private static boolean isMySql(SQLException failure) {
        return state(failure).equals("23000");
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
