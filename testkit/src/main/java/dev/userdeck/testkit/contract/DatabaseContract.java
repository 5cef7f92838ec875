package dev.userdeck.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.StorageException;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the {@link Database} that recipes are given must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class DatabaseContract extends EngineContract {
    private final Probe probe = new Probe();

    /** For subclasses. */
    protected DatabaseContract() {}

    @Override
    protected final Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(probe);
    }

    @BeforeEach
    final void createTables() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table probe (id integer not null primary key, amount integer not null)");
            statement.execute("create table probe_part (id integer not null primary key, probe_id integer not null,"
                    + " constraint probe_part_fk foreign key (probe_id) references probe (id))");
            statement.execute("insert into probe (id, amount) values (1, 0), (2, 0)");
        }
    }

    @Test
    void tellsTheEngine() {
        assertThat(db().engine().name()).isEqualTo(database.engine().name());
        assertThat(db().table("probe")).isEqualTo("probe");
    }

    @Test
    void whatFailsIsUndoneAsAWhole() {
        assertThatThrownBy(() -> db().write(connection -> {
                    run(connection, "insert into probe (id, amount) values (3, 0)");
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");

        assertThat(count("probe")).isEqualTo(2);
    }

    @Test
    void aDuplicateIsToldAsSuch() {
        assertThatThrownBy(() -> write("insert into probe (id, amount) values (1, 0)"))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void aMissingReferenceIsToldAsSuch() {
        assertThatThrownBy(() -> write("insert into probe_part (id, probe_id) values (1, 99)"))
                .isInstanceOf(ForeignKeyViolationException.class);
        write("insert into probe_part (id, probe_id) values (1, 1)");
        assertThatThrownBy(() -> write("delete from probe where id = 1"))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void damageIsToldAsSuchAndNotAsSomethingThatPasses() {
        String broken = switch (database.engine()) {
            case H2 -> "select * from ud_of_a_broken_part"; // H2 drops a table whose part of the file it can't read
            case POSTGRESQL -> "do $$ begin raise exception 'broken' using errcode = 'XX002'; end $$";
            case MYSQL, MARIADB -> "signal sqlstate 'HY000' set message_text = 'broken', mysql_errno = 1712";
        };

        assertThatThrownBy(() -> write(broken)).isInstanceOfSatisfying(StorageException.class, e -> {
            assertThat(e.damaged()).isTrue();
            assertThat(e.retryable()).isFalse();
            assertThat(e.code()).isEqualTo("storage-damaged");
        });
    }

    @Test
    void whatCannotBeReadIsAFailureWithoutTheStatement() {
        assertThatThrownBy(() -> db().read(connection -> run(connection, "select secret from nowhere")))
                .isInstanceOfSatisfying(StorageException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage()).doesNotContain("secret");
                });
    }

    @Test
    void aWriteInsideAWriteUndoesJustItsOwnPart() {
        db().write(outer -> {
            run(outer, "insert into probe (id, amount) values (3, 0)");
            assertThatThrownBy(() -> db().write(inner -> {
                        assertThat(inner).isSameAs(outer);
                        run(inner, "insert into probe (id, amount) values (4, 0)");
                        return run(inner, "insert into probe (id, amount) values (1, 0)");
                    }))
                    .isInstanceOf(UniqueViolationException.class);
            return run(outer, "insert into probe (id, amount) values (5, 0)");
        });

        assertThat(count("probe where id in (3, 5)")).isEqualTo(2);
        assertThat(count("probe where id = 4")).isZero();
    }

    @Test
    void aReadInsideAWriteSeesWhatWasWritten() {
        int seen = db().write(connection -> {
            run(connection, "insert into probe (id, amount) values (3, 0)");
            return count("probe");
        });

        assertThat(seen).isEqualTo(3);
    }

    @Test
    void aWriteInsideAReadIsRefused() {
        assertThatThrownBy(() -> db().read(connection -> db().write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin with the write");
    }

    @Test
    void whoLosesADeadlockIsTriedAgain() {
        var met = new CyclicBarrier(2);
        var tries = new AtomicInteger();

        AtOnce.run(() -> moveBoth(1, 2, met, tries), () -> moveBoth(2, 1, met, tries));

        assertThat(count("probe where amount = 2")).isEqualTo(2);
        assertThat(tries).hasValueGreaterThan(2);
    }

    @Test
    void whatTheHostsTransactionWritesIsUndoneWithIt() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> {
                write("insert into probe (id, amount) values (3, 0)");
            });
            connection.rollback();
        }

        assertThat(count("probe")).isEqualTo(2);
    }

    /** At the first try both hold one row before they ask for the other's. */
    private int moveBoth(int first, int second, CyclicBarrier met, AtomicInteger tries) {
        var mine = new AtomicInteger();
        return db().write(connection -> {
            tries.incrementAndGet();
            run(connection, "update probe set amount = amount + 1 where id = " + first);
            if (mine.incrementAndGet() == 1) {
                await(met);
            }
            return run(connection, "update probe set amount = amount + 1 where id = " + second);
        });
    }

    private static void await(CyclicBarrier met) {
        try {
            met.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Database db() {
        return requireNonNull(probe.database, "not started");
    }

    private int write(String sql) {
        return db().write(connection -> run(connection, sql));
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }

    private int count(String rows) {
        return db().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from " + rows)) {
                count.next();
                return count.getInt(1);
            }
        });
    }

    private static final class Probe implements Recipe {
        private @Nullable Database database;

        @Override
        public RecipeId id() {
            return new RecipeId("probe");
        }

        @Override
        public void start(RecipeContext context) {
            database = context.database();
        }
    }
}
