package dev.userdeck.testkit.contract.mariadb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.HostDefaultIsolationContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;

/** As MariaDB is by default from 11.6.2 on: who writes a row that changed since the snapshot loses the transaction. */
@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbSnapshotIsolationTest extends HostDefaultIsolationContract {

    @Override
    protected void isolate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("show variables like 'innodb_snapshot_isolation'")) {
                assumeTrue(known.next(), "This MariaDB has no innodb_snapshot_isolation");
            }
            statement.execute("set session innodb_snapshot_isolation = on");
            connection.rollback();
        }
    }
}
