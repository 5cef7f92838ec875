package dev.userdeck.testkit.contract.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserExport;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.StorageException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.AtOnce;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pool that is small, and one that has nothing left. */
@ExtendWith(TestDatabase.H2.class)
class H2PoolTest extends EngineContract {
    private static final int SIZE = 2;
    private static final int THREADS = 12;
    private static final Operator INES = Operator.of("ines", Preset.ADMIN);

    private final Mailbox mailbox = new Mailbox();
    private HikariDataSource pool;
    private Userdeck small;
    private User ada;

    @BeforeEach
    void startOnASmallPool() {
        pool = pool(Duration.ofSeconds(30));
        small = on(pool);
        ada = created(small, "ada@example.org");
    }

    private HikariDataSource pool(Duration patience) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setMaximumPoolSize(SIZE);
        config.setConnectionTimeout(patience.toMillis());
        return new HikariDataSource(config);
    }

    private Userdeck on(HikariDataSource connections) {
        return start(builder().dataSource(connections).emailSender(mailbox).hostOperators(id -> Optional.of(INES)));
    }

    @AfterEach
    void nothingIsLeaked() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        pool.close();
    }

    @Test
    void nothingLeftIsToldWithinThePoolsPatienceAndOverWhenOneIsBack() throws SQLException {
        pool.close();
        pool = pool(Duration.ofMillis(250));
        small = on(pool);
        String token = small.sessions()
                .create(ada.id(), SessionOrigin.of("sso"))
                .orElseThrow()
                .token();
        List<Callable<Object>> calls = List.of(
                () -> small.users().list(UserQuery.of(Scope.all())),
                () -> small.sessions().verify(token),
                () -> created(small, "bob@example.org"),
                () -> small.users().signIn("ada@example.org", PASSWORD),
                () -> small.users().delete(ada.id()));
        long start = System.nanoTime();

        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            assertThat(first).isNotSameAs(second);
            for (Object told :
                    AtOnce.run(calls.stream().map(H2PoolTest::failure).toArray(H2PoolTest::callables))) {
                assertThat(told).isInstanceOfSatisfying(StorageException.class, e -> {
                    assertThat(e).hasMessageContaining("all of the pool were in use");
                    assertThat(e.retryable()).isTrue();
                });
            }
            assertThatThrownBy(small::runMaintenance).isInstanceOf(StorageException.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(small.sessions().verify(token)).isPresent();
        assertThat(small.users().list(UserQuery.of(Scope.all())).items()).hasSize(1);
        small.runMaintenance();
    }

    @Test
    void oneConnectionIsEnoughForAnyCall() throws Exception {
        pool.close();
        pool = pool(Duration.ofSeconds(5));
        small = on(pool);
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            useAll();
        }
    }

    @Test
    void manyThreadsShareIt() {
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String name = "user" + i;
            calls.add(() -> {
                for (int j = 0; j < 5; j++) {
                    User user = created(small, name + "-" + j + "@example.org");
                    small.sessions().create(user.id(), SessionOrigin.of("sso"));
                    small.users().list(UserQuery.of(Scope.all()).size(5));
                    small.runMaintenance();
                    if (j % 2 == 0) {
                        small.users().delete(user.id());
                    }
                }
                return name;
            });
        }

        AtOnce.run(calls.toArray(H2PoolTest::callables));

        assertThat(small.users().count(Scope.all(), UserFilter.none()).number()).isEqualTo(1 + THREADS * 2);
    }

    @Test
    void whatIsThrownInTheMiddleGivesTheConnectionBack() {
        for (Throwable thrown : List.of(new IllegalStateException("no"), new AssertionError("no"))) {
            assertThatThrownBy(() -> small.users().create(NewUser.withEmail("bob@example.org"), Actor.system(), bob -> {
                        assertThat(small.users().find(bob.id())).isPresent();
                        created(small, "eve@example.org");
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) thrown;
                    }))
                    .isSameAs(thrown);
        }

        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(small.users().list(UserQuery.of(Scope.all())).items()).hasSize(1);
    }

    @Test
    void anInterruptedThreadIsToldAndStaysInterrupted() throws Exception {
        var call = new FutureTask<>(() -> {
            try {
                return small.users().list(UserQuery.of(Scope.all()));
            } catch (StorageException e) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return e;
            }
        });
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            assertThat(first).isNotSameAs(second);
            var thread = new Thread(call);
            thread.start();
            thread.interrupt();
            assertThat(call.get())
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isTrue());
        }
        Thread.currentThread().interrupt();
        User bob = created(small, "bob@example.org");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(small.users().find(bob.id())).isPresent();
    }

    private void useAll() throws IOException {
        User bob = ((CreateUserResult.Created) small.users().signUp("bob@example.org", PASSWORD)).user();
        TenantId blue = new TenantId("blue");
        small.tenants().create(blue, "Blue", Actor.system());
        small.users().addToTenant(bob.id(), blue, Actor.system());
        small.users().signIn("bob@example.org", PASSWORD);
        String token = small.sessions()
                .create(bob.id(), SessionOrigin.of("password"))
                .orElseThrow()
                .token();
        clock.advance(Duration.ofHours(6));
        small.sessions().refresh(token, Actor.system());
        small.users().merge(ada.id(), bob.id(), Scope.all(), Actor.system());
        small.outbox().send(NewEmail.of("test", "ada@example.org", EmailContent.of("Hello")));
        var job = NewBulkJob.of(NewBulkJob.END_SESSIONS, BulkSelection.matching(Scope.all(), UserFilter.none()));
        assertThat(small.bulk().start(job, INES)).isInstanceOf(StartBulkJobResult.Started.class);
        small.runMaintenance();
        assertThat(mailbox.mails()).hasSize(1);
        var file = new ByteArrayOutputStream();
        small.data().exportUsers(UserExport.of(UserQuery.of(Scope.all()), DataFormat.JSON_LINES), file, Actor.system());
        small.data()
                .importUsers(
                        new ByteArrayInputStream(file.toByteArray()),
                        UserImport.of(DataFormat.JSON_LINES).name("file"),
                        ImportListener.none(),
                        Actor.system());
        small.tenants().delete(blue, TenantUsers.delete(), 100, Actor.system());
        small.audit().list(AuditQuery.of(Scope.all()).size(100));
        small.statistics().users(7, ZoneOffset.UTC);
    }

    private static Callable<Object> failure(Callable<Object> call) {
        return () -> {
            try {
                return call.call();
            } catch (StorageException e) {
                return e;
            }
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no array of a generic type
    private static Callable<Object>[] callables(int size) {
        return new Callable[size];
    }
}
