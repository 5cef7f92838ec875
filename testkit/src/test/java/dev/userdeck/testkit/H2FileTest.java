package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Userdeck does for an H2 file, of its own or of the host, so that a kill loses nothing. */
@Tag("slow")
class H2FileTest {
    private static final int WRITERS = 6;
    private static final int WRITES = 15;

    @TempDir
    private Path folder;

    @Test
    void eachCommitIsThereInTheFileThatAKillWouldLeave() throws Exception {
        try (var userdeck = file(folder.resolve("users"), new Overlaps());
                Connection connection = DriverManager.getConnection(url("users"));
                var statement = connection.createStatement()) {
            // no gap waits for 45 seconds until it is written to
            statement.execute("set retention_time 0");
            for (int i = 1; i <= 20; i++) {
                create(userdeck, "user" + i + "@example.org");
                assertThat(users(copyOfTheFile())).as("after %s commits", i).isEqualTo(i);
            }
        }
    }

    private Path copyOfTheFile() throws IOException {
        Path copy = folder.resolve("copy");
        Files.copy(folder.resolve("users.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    @Test
    void oneWritesAtATime() throws Exception {
        var overlaps = new Overlaps();
        try (var userdeck = file(folder.resolve("users"), overlaps)) {
            writeAtOnce(List.of(userdeck));
        }

        assertThat(overlaps.most.get()).isEqualTo(1);
    }

    @Test
    void oneWritesAtATimeToAFileOfTheHostWithTwoInstances() throws Exception {
        var overlaps = new Overlaps();
        var config = new HikariConfig();
        config.setJdbcUrl(url("host"));
        try (var pool = new HikariDataSource(config);
                var one = start(Userdeck.builder().dataSource(pool).schema("one"), overlaps);
                var other = start(Userdeck.builder().dataSource(pool).schema("other"), overlaps)) {
            writeAtOnce(List.of(one, other));
        }

        assertThat(overlaps.most.get()).isEqualTo(1);
    }

    @Test
    void whoReadsDoesNotWaitForWhoWrites() throws Exception {
        var isWriting = new CountDownLatch(1);
        var hasRead = new CountDownLatch(1);
        try (var userdeck = file(folder.resolve("users"), new Listening(() -> {
            isWriting.countDown();
            await(hasRead);
        }))) {
            var write = inAThread(() -> create(userdeck, "ada@example.org"));
            isWriting.await();

            assertThat(userdeck.users().list(UserQuery.of(Scope.all())).items()).isEmpty();

            hasRead.countDown();
            write.get();
        }
        assertThat(users(folder.resolve("users"))).isEqualTo(1);
    }

    @Test
    void startsBesideAWriterWaitForItWithoutTheConnectionsThatItNeeds() throws Exception {
        var isWriting = new CountDownLatch(1);
        var hasSeenThemWait = new CountDownLatch(1);
        try (var pool = poolOfTwo();
                var writer = start(Userdeck.builder().dataSource(pool), new Listening(() -> {
                    isWriting.countDown();
                    await(hasSeenThemWait);
                }))) {
            var write = inAThread(() -> create(writer, "ada@example.org"));
            isWriting.await();
            List<FutureTask<Userdeck>> starts = Stream.of("one", "other")
                    .map(schema -> new FutureTask<>(
                            () -> start(Userdeck.builder().dataSource(pool).schema(schema), new Overlaps())))
                    .toList();
            starts.stream().map(Thread::new).peek(Thread::start).toList().forEach(H2FileTest::untilItWaitsForALock);
            hasSeenThemWait.countDown();

            write.get();
            for (FutureTask<Userdeck> started : starts) {
                try (Userdeck userdeck = started.get()) {
                    create(userdeck, "bob@example.org");
                }
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** Or has ended. */
    private static void untilItWaitsForALock(Thread thread) {
        while (thread.isAlive()
                && !(thread.getState() == Thread.State.TIMED_WAITING
                        && LockSupport.getBlocker(thread) instanceof AbstractQueuedSynchronizer)) {
            Thread.onSpinWait();
        }
    }

    private HikariDataSource poolOfTwo() {
        var config = new HikariConfig();
        config.setJdbcUrl(url("host"));
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static void writeAtOnce(List<Userdeck> instances) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        List<FutureTask<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> inAThread(() -> {
                    await(start);
                    for (int i = 0; i < WRITES; i++) {
                        create(instances.get(writer % instances.size()), "user" + writer + "." + i + "@example.org");
                    }
                }))
                .toList();
        start.countDown();
        for (FutureTask<Void> writer : writers) {
            writer.get();
        }
    }

    private static FutureTask<Void> inAThread(Runnable work) {
        var task = new FutureTask<Void>(work, null);
        new Thread(task).start();
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name).toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static Userdeck file(Path file, Recipe recipe) {
        return start(Userdeck.builder().h2File(file), recipe);
    }

    private static Userdeck start(Userdeck.Builder builder, Recipe recipe) {
        return builder.maintenance(Userdeck.Maintenance.MANUAL).recipe(recipe).start();
    }

    private static void create(Userdeck userdeck, String email) {
        assertThat(userdeck.users().create(NewUser.withEmail(email), Actor.system()))
                .isInstanceOf(CreateUserResult.Created.class);
    }

    private static int users(Path file) {
        try (var userdeck = file(file, new Overlaps())) {
            return userdeck.users().list(UserQuery.of(Scope.all())).items().size();
        }
    }

    /** Does something inside of each transaction that creates a user. */
    private static class Listening implements Recipe, UserListener {
        private final Runnable work;

        Listening(Runnable work) {
            this.work = work;
        }

        @Override
        public RecipeId id() {
            return new RecipeId("listening");
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
        public void created(User user) {
            work.run();
        }
    }

    /** Counts how many are within such a transaction at once. */
    private static final class Overlaps extends Listening {
        private final AtomicInteger most;

        Overlaps() {
            this(new AtomicInteger(), new AtomicInteger());
        }

        private Overlaps(AtomicInteger now, AtomicInteger most) {
            super(() -> {
                int writing = now.incrementAndGet();
                most.accumulateAndGet(writing, Math::max);
                for (int i = 0; i < 100_000; i++) {
                    Thread.onSpinWait(); // for those who shall not come
                }
                now.decrementAndGet();
            });
            this.most = most;
        }
    }
}
