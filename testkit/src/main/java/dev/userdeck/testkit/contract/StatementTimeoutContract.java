package dev.userdeck.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.StorageException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a statement that does not end must leave behind on every engine. */
@Tag("slow")
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class StatementTimeoutContract extends EngineContract {
    private static final int SECONDS = 1;
    private static final int MANY_CALLS = 20;

    private final Probe probe = new Probe();

    /** For subclasses. */
    protected StatementTimeoutContract() {}

    @Override
    protected final Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(probe)
                .statementTimeout(Duration.ofSeconds(SECONDS))
                .emailSender((id, email) -> probe.limits.add(probe.limit()));
    }

    @Test
    void aReadWithoutEndIsCancelledAndMayBeTriedAgain() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> db().read(this::readWithoutEnd))
                    .isInstanceOfSatisfying(StorageException.class, e -> {
                        assertThat(e.retryable()).isTrue();
                        assertThat(e).hasMessageContaining("in time");
                    });
        }

        allConnectionsAreGood();
    }

    @Test
    void aWriteThatWaitsForALockIsUndoneAndMayBeTriedAgain() throws SQLException {
        User ada = created(userdeck, "ada@example.org");
        try (Connection host = database.dataSource().getConnection();
                Statement statement = host.createStatement()) {
            host.setAutoCommit(false);
            statement.execute("update ud_user set name = 'Held' where id = '" + ada.id() + "'");

            assertThatThrownBy(() -> rename(ada))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isTrue());
            host.rollback();
            host.setAutoCommit(true);
        }

        rename(ada);
        assertThat(userdeck.users().find(ada.id()).orElseThrow().name()).isEqualTo("Ada");
        allConnectionsAreGood();
    }

    @Test
    void theHostsTransactionGoesOnWithWhatCameBefore() throws SQLException {
        try (var pool = new BarePool(database.jdbcUrl(), 1, connection -> {});
                Connection host = pool.dataSource().getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("create table host_order (id integer not null primary key)");
            host.setAutoCommit(false);
            statement.execute("insert into host_order (id) values (1)");

            assertThatThrownBy(() -> userdeck.inTransaction(host, () -> db().write(this::readWithoutEnd)))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isFalse());
            try (Statement own = host.createStatement()) {
                assertThat(own.getQueryTimeout()).isZero();
            }
            host.commit();
        }

        assertThat(new Tables(database).count("host_order")).isEqualTo(1);
    }

    @Test
    void whatNobodyWaitsForMayTakeLonger() throws IOException {
        var file = new ByteArrayInputStream("email\nada@example.org\n".getBytes(StandardCharsets.UTF_8));

        created(userdeck, "bob@example.org");
        userdeck.data().importUsers(file, UserImport.of(DataFormat.CSV), ImportListener.none(), Actor.system());
        userdeck.outbox().send(NewEmail.of("test", "ada@example.org", EmailContent.of("Hello")));
        userdeck.runMaintenance();
        created(userdeck, "eve@example.org");

        assertThat(probe.limits).containsExactly(SECONDS, 3600, 3600, SECONDS);
    }

    private void allConnectionsAreGood() {
        for (int i = 0; i < MANY_CALLS; i++) {
            assertThat(userdeck.users().count(Scope.all(), UserFilter.none()).number())
                    .isLessThan(2);
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void rename(User user) {
        userdeck.users().update(user.id(), UserChange.unconditional().name("Ada"), Scope.all(), Actor.system());
    }

    private int readWithoutEnd(Connection connection) throws SQLException {
        String sql = switch (database.engine()) {
            case H2 -> "select count(*) from system_range(1, 1000000000000) where x + 1 = x";
            case POSTGRESQL -> "select pg_sleep(3600)";
            case MYSQL, MARIADB -> "select sleep(3600)";
        };
        try (Statement statement = connection.createStatement()) {
            return statement.executeQuery(sql).getFetchSize();
        }
    }

    private Database db() {
        return requireNonNull(probe.database, "not started");
    }

    private static final class Probe implements Recipe {
        private final List<Integer> limits = new ArrayList<>();
        private @Nullable Database database;

        @Override
        public RecipeId id() {
            return new RecipeId("probe");
        }

        @Override
        public void start(RecipeContext context) {
            database = context.database();
        }

        @Override
        public List<UserListener> listeners() {
            return List.of(new UserListener() {
                @Override
                public void created(User user) {
                    limits.add(limit());
                }
            });
        }

        private int limit() {
            return requireNonNull(database).read(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.getQueryTimeout();
                }
            });
        }
    }
}
