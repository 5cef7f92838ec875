package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbTestDatabaseTest extends TestDatabaseContract {
    @Test
    void temporaryTablesAreWhereNoOtherServerDeletesThem(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select @@tmpdir")) {
            rows.next();
            assertThat(rows.getString(1))
                    .endsWith("mariadb-tmp-jvm-" + ProcessHandle.current().pid());
        }
    }
}
