package dev.userdeck.internal.storage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class H2LeftoversTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWasCommittedAsTheProcessWasKilledCanBeChanged() throws Exception {
        Path killed = killedWhileCommitting();

        try (Connection connection = open(killed);
                Statement statement = connection.createStatement()) {
            H2File.of(connection);

            assertThat(number(statement, "select count(*) from note where text = 'new'"))
                    .isEqualTo(100);
            assertThat(statement.executeUpdate("update note set text = 'newer'"))
                    .isEqualTo(100);
        }
        try (Connection connection = open(killed);
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from note where text = 'newer'"))
                    .isEqualTo(100);
        }
    }

    @Test
    void aTransactionThatIsOpenGoesOn() throws Exception {
        Path file = folder.resolve("open");
        try (Connection one = open(file);
                Statement statement = one.createStatement();
                Connection other = open(file)) {
            statement.execute("create table note (text varchar(10))");
            one.setAutoCommit(false);
            statement.execute("insert into note values ('mine')");

            H2File.of(other);

            one.rollback();
            assertThat(number(statement, "select count(*) from note")).isZero();
        }
    }

    /** A copy of a file as a kill leaves it: its transaction is marked as committed, and not cleared up after. */
    private Path killedWhileCommitting() throws Exception {
        Path file = folder.resolve("alive");
        Path copy = folder.resolve("killed");
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id int primary key, text varchar(10))");
            statement.execute("insert into note select x, 'old' from system_range(1, 100)");
            connection.setAutoCommit(false);
            statement.execute("update note set text = 'new'");
            var store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession())
                    .getDatabase()
                    .getStore();
            var mark = store.getTransactionStore()
                    .getClass()
                    .getDeclaredMethod("markUndoLogAsCommitted", int.class, long.class);
            mark.setAccessible(true);
            for (Transaction transaction : store.getTransactionStore().getOpenTransactions()) {
                mark.invoke(store.getTransactionStore(), transaction.getId(), 1L);
            }
            store.getMvStore().commit();
            Files.copy(folder.resolve("alive.mv.db"), folder.resolve("killed.mv.db"));
        }
        return copy;
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + file + ";WRITE_DELAY=0");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
