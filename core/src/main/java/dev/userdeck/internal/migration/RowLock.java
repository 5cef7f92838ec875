package dev.userdeck.internal.migration;

import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** H2's, MySQL's and MariaDB's: a row, on a connection of its own, as their DDL commits the transaction it runs in. */
final class RowLock extends MigrationLock {
    private static final int TRIES = 3;
    /** Lock timeout of H2; "nowait" of MySQL and MariaDB. */
    private static final int H2_LOCKED = 50200;

    private static final int MYSQL_NOWAIT = 3572;
    private static final int MARIADB_NOWAIT = 1205;

    private final String table;
    private final String nowait;

    RowLock(Connection connection, Dialect dialect, @Nullable String schema) {
        super(connection);
        this.table = schema == null ? "ud_schema_lock" : schema + ".ud_schema_lock";
        this.nowait = dialect.nowait();
    }

    @Override
    void prepare() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists " + table + " (id integer not null primary key)");
                statement.execute("insert into " + table + " (id) select 1 from (select 1 as one) one_row"
                        + " where not exists (select 1 from " + table + ")");
                return;
            } catch (SQLException e) {
                if (SqlFailure.isUnique(e)) {
                    return; // two nodes at once: the other one has made the row
                }
                if (attempt == TRIES || !SqlFailure.lostARace(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    boolean tryOnce() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select id from " + table + " where id = 1 for update" + nowait);
            return true;
        } catch (SQLException e) {
            if (isLocked(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isLocked(int code) {
        return code == H2_LOCKED || code == MYSQL_NOWAIT || code == MARIADB_NOWAIT;
    }
}
