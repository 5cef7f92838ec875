package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.StorageException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the library must make of a server that dies in the middle of all it does and is started again on its data. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class KilledServerContract extends EngineContract {
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);
    private static final int USERS = 60;
    /** In the second batch of 25. */
    private static final int JOB_STANDS_AT = 40;

    private static final int ROWS = 600;
    /** In the second batch of 500. */
    private static final int BAD_ROW = 550;

    private static final int ACTIONS = 3;

    /** Each action waits in its transaction until the server is dead. */
    private final CountDownLatch standing = new CountDownLatch(ACTIONS);

    private final CountDownLatch dead = new CountDownLatch(1);
    private final CountDownLatch missed = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);
    private final AtomicInteger updated = new AtomicInteger();
    private @Nullable HikariDataSource pool;

    /** For subclasses. */
    protected KilledServerContract() {}

    /** On a pool as an app has it, which nobody tells that the server was away. */
    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setConnectionTimeout(1_000);
        var connections = new HikariDataSource(config);
        pool = connections;
        return builder.dataSource(connections)
                .hostOperators(id -> Optional.of(INES))
                .recipe(new Stands());
    }

    @AfterEach
    void closeThePool() {
        if (pool != null) {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            pool.close();
        }
    }

    @Test
    void whatWasUnderWayIsUndoneAndGoneOnWithOnce() throws IOException {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(created(userdeck, "user" + i + "@example.org"));
        }
        var suspending = NewBulkJob.of(NewBulkJob.SUSPEND, BulkSelection.matching(Scope.all(), UserFilter.none()))
                .values(List.of("A leak"));
        BulkJob job = ((StartBulkJobResult.Started) userdeck.bulk().start(suspending, INES)).job();
        clock.advance(Duration.ofMillis(2));
        String token = userdeck.sessions()
                .create(created(userdeck, "late@example.org").id(), SessionOrigin.of("sso"))
                .orElseThrow()
                .token();

        AtOnce.run(
                () -> lost(() -> {
                    userdeck.runMaintenance();
                    return "maintained";
                }),
                () -> lost(this::load),
                () -> lost(() -> userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system(), ada -> {
                    stand();
                    created(userdeck, "bob@example.org");
                })),
                () -> checksThroughout(token),
                this::killAndStartAgain);

        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isEmpty();
        clock.advance(Duration.ofSeconds(31));
        userdeck.runMaintenance();
        BulkJob end = userdeck.bulk().find(job.id(), INES).orElseThrow();
        assertThat(end.state()).isEqualTo(BulkJobState.FINISHED);
        assertThat(List.of(end.done(), end.unchanged(), end.refused())).containsExactly((long) USERS, 0L, 0L);
        assertThat(users).allSatisfy(user -> assertThat(suspensions(user)).isEqualTo(1));
        assertThat(load()).isEqualTo(new ImportProgress(ROWS, ROWS - 1, 0, 0, 1, true));
        assertThat(new Tables(database).count("ud_user")).isEqualTo(USERS + ROWS);
        assertThat(new Tables(database).count("ud_identifier")).isEqualTo(USERS + ROWS);
    }

    private boolean killAndStartAgain() throws InterruptedException {
        assertThat(standing.await(30, TimeUnit.SECONDS)).isTrue();
        database.killServer();
        dead.countDown();
        try {
            assertThatThrownBy(() -> created(userdeck, "eve@example.org"))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isTrue());
            assertThat(missed.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            database.acceptConnections();
            back.countDown();
        }
        return true;
    }

    /** A session that can't be looked up has not ended, and is there again when the server is. */
    private boolean checksThroughout(String token) throws InterruptedException {
        while (true) {
            boolean isBack = back.getCount() == 0;
            try {
                assertThat(userdeck.sessions().verify(token)).isPresent();
                if (isBack) {
                    return true;
                }
            } catch (StorageException e) {
                assertThat(e.retryable()).as("%s of %s", e, e.getCause()).isTrue();
                missed.countDown();
            }
            // a pool takes what was used half a second ago for alive without a look, and at most all of it is dead
            back.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean lost(Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.retryable()).isTrue());
        return true;
    }

    private ImportProgress load() throws IOException {
        var rows = new StringBuilder();
        for (int i = 1; i <= ROWS; i++) {
            rows.append(i == BAD_ROW ? "[]" : "{\"email\":\"row" + i + "@example.org\"}")
                    .append('\n');
        }
        var file = new ByteArrayInputStream(rows.toString().getBytes(UTF_8));
        // heard of in the transaction that the row would have been written in
        var stands = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                stand();
            }
        };
        return userdeck.data()
                .importUsers(file, UserImport.of(DataFormat.JSON_LINES).name("crm"), stands, Actor.system());
    }

    private long suspensions(User user) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).user(user.id())).items().stream()
                .filter(event -> event.action().equals(USER_SUSPENDED))
                .count();
    }

    private void stand() {
        standing.countDown();
        try {
            assertThat(dead.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the job stand still in the middle of its second batch. */
    private final class Stands implements Recipe, UserListener {
        @Override
        public RecipeId id() {
            return new RecipeId("stands");
        }

        @Override
        public void start(RecipeContext context) {
            // it needs nothing
        }

        @Override
        public List<UserListener> listeners() {
            return List.of(this);
        }

        @Override
        public void updated(User before, User after) {
            if (updated.incrementAndGet() == JOB_STANDS_AT) {
                stand();
            }
        }
    }
}
