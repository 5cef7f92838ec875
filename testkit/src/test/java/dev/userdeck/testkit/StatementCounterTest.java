package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.StatementCounter.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class StatementCounterTest {
    @Test
    void eachStatementIsToldWithItsValuesAsItIsSent(TestDatabase database) throws SQLException {
        List<Sent> told = new ArrayList<>();
        var counter = new StatementCounter(database.dataSource(), told::add);

        try (Connection connection = counter.dataSource().getConnection();
                var statement = connection.prepareStatement("select ? || ?")) {
            statement.setString(1, "a");
            statement.setString(2, "b");
            assertThat(told).isEmpty();
            statement.executeQuery().close();
        }

        assertThat(told).containsExactly(new Sent("select ? || ?", List.of("a", "b")));
        assertThat(counter.sent()).isEqualTo(told);
    }
}
