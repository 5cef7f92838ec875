package dev.userdeck.benchmarks.soak;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fill;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Works for a long time, and looks whether heap, connections, threads and files stay what they are. */
public final class Soak {
    private static final String MINUTES = "--minutes";
    private static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar soak [option value]…
              --minutes  how long (30)
            and of the options of the table: --engine, --users (10000), --url, --data, --seed
            """;
    private static final int WORKERS = 8;
    private static final int POOL_SIZE = 10;
    /** Between two calls of a worker: a steady load, not the most that the machine bears. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int LEAST_SAMPLES = 8;
    private static final int ERRORS_TOLD = 5;

    private final Options options;
    private final Duration time;
    private final Consumer<String> progress;
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final CountDownLatch over = new CountDownLatch(1);

    /** The table, and whether all is well. */
    public record Outcome(String text, boolean isGood) {}

    Soak(Options options, Duration time, Consumer<String> progress) {
        this.options = options;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Works as the options say.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    public static Outcome run(List<String> arguments) throws Exception {
        var others = new ArrayList<>(arguments);
        Duration time = takeMinutes(others);
        if (!others.contains("--users")) {
            others.addAll(List.of("--users", "10000"));
        }
        return new Soak(Options.parse(others.toArray(String[]::new)), time, System.err::println).run();
    }

    static Duration takeMinutes(List<String> arguments) {
        int at = arguments.indexOf(MINUTES);
        if (at < 0) {
            return Duration.ofMinutes(30);
        }
        arguments.remove(at);
        String text = at < arguments.size() ? arguments.remove(at) : "";
        if (!text.matches("\\d{1,4}(\\.\\d)?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException(MINUTES + " is a number above 0\n" + USAGE);
        }
        return Duration.ofMillis((long) (Double.parseDouble(text) * 60_000));
    }

    Outcome run() throws Exception {
        // what a soak leaves behind is no population any more: none begins with it
        Path folder = options.data().resolve("soak");
        delete(folder);
        try (BenchmarkDatabase site = BenchmarkDatabase.open(options.in(folder));
                HikariDataSource pool = pool(site);
                Fixture stand = Fixture.living(pool)) {
            Fill.fill(options, site, stand, progress);
            List<SoakSample> samples = work(stand, pool);
            List<String> wrong = SoakVerdict.of(samples);
            String title = "## %d users on %s, %d workers for %d s\n\n"
                    .formatted(options.users(), site.version(), WORKERS, time.toSeconds());
            return new Outcome(title + table(samples) + "\n" + verdict(wrong), wrong.isEmpty());
        } finally {
            delete(folder);
        }
    }

    private static HikariDataSource pool(BenchmarkDatabase site) {
        var config = new HikariConfig();
        config.setJdbcUrl(site.url());
        config.setMaximumPoolSize(POOL_SIZE);
        return new HikariDataSource(config);
    }

    private List<SoakSample> work(Fixture stand, HikariDataSource pool) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        List<SoakLoad> workers = new ArrayList<>();
        List<SoakSample> samples = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (int i = 0; i < WORKERS; i++) {
                SoakLoad worker = new SoakLoad(stand, options.population(), i);
                workers.add(worker);
                threads.execute(() -> loop(worker));
            }
            Duration every =
                    Duration.ofMillis(Math.min(Duration.ofMinutes(1).toMillis(), time.toMillis() / LEAST_SAMPLES));
            long count = time.toMillis() / every.toMillis();
            for (int i = 1; i <= count; i++) {
                attempt(workers.get(0)::startJob);
                TimeUnit.NANOSECONDS.sleep(start + every.toNanos() * i - System.nanoTime());
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                samples.add(SoakSample.take(seconds, calls.sum(), errors.sum(), pool.getHikariPoolMXBean()));
                progress.accept(row(samples.get(samples.size() - 1)));
            }
        } finally {
            over.countDown();
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            for (SoakLoad worker : workers) {
                worker.close();
            }
        }
        return samples;
    }

    private void loop(SoakLoad worker) {
        try {
            while (!over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(worker::next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Step step) {
        calls.increment();
        try {
            step.run();
        } catch (Exception e) {
            errors.increment();
            if (errors.sum() <= ERRORS_TOLD) {
                progress.accept("failed: " + e);
            }
        }
    }

    /** A call. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static String table(List<SoakSample> samples) {
        var text = new StringBuilder("""
                | s | calls | errors | heap after GC, MB | connections in use | of | threads | open files |
                |---|---|---|---|---|---|---|---|
                """);
        samples.forEach(sample -> text.append(row(sample)).append('\n'));
        return text.toString();
    }

    private static String row(SoakSample sample) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %d | %d | %d | %d |",
                sample.seconds(),
                sample.calls(),
                sample.errors(),
                sample.heapMegabytes(),
                sample.active(),
                sample.connections(),
                sample.threads(),
                sample.files());
    }

    private static String verdict(List<String> wrong) {
        return wrong.isEmpty() ? "Flat." : "NOT GOOD: " + String.join("; ", wrong) + ".";
    }

    private static void delete(Path folder) throws Exception {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
