package dev.userdeck.benchmarks.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.Userdeck;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Jvm;
import dev.userdeck.benchmarks.fixture.Loader;
import dev.userdeck.benchmarks.fixture.Options;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.UsersFile;
import dev.userdeck.testkit.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checks a file that has half of the users twice, brings everybody in from another one, in a JVM with little memory that is
 * killed half-way, and in a second one that goes on; counts them; and writes them out again. Half-way the limit is measured on the same tables: rows of as many more users as
 * fit a slice, straight into the tables.
 */
public final class Move {
    private static final int HEAP_MEGABYTES = 96;
    private static final int MAX_SLICE = 50_000;
    private static final double SHARE = 0.4;
    private static final double PER_SECOND = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGABYTE = 1 << 20;

    private final Options options;
    private final Consumer<String> progress;
    private final int slice;
    /** Who is in the file, then who is in the slice. */
    private final Population everybody;

    public Move(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.slice = Math.min(MAX_SLICE, options.users() / 2);
        this.everybody = new Population(options.users() + slice, options.seed());
    }

    /** How many users took how long. */
    private record Leg(long users, long nanos, long peakHeap) {
        double perSecond() {
            return users * NANOS_PER_SECOND / nanos;
        }
    }

    /** The report, which is also written to a file. */
    public String run() throws Exception {
        try (BenchmarkDatabase site = BenchmarkDatabase.fresh(options)) {
            try (Userdeck userdeck =
                    Fixture.builder().jdbcUrl(site.url(), null, null).start()) {
                Loader.prepare(userdeck);
            }
            if (site.countUsers() != 0) {
                throw new IllegalStateException("There are users in this database: take an empty one");
            }
            Path in = Files.createTempFile(options.data(), "users", ".jsonl");
            Path out = Files.createTempFile(options.data(), "export", ".jsonl");
            try {
                String report = move(site, in, out);
                Files.createDirectories(options.output());
                Files.writeString(
                        options.output()
                                .resolve("move-%s-%d.md"
                                        .formatted(options.engine(), options.users())
                                        .toLowerCase(Locale.ROOT)),
                        report);
                return report;
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        }
    }

    private String move(BenchmarkDatabase site, Path in, Path out) throws Exception {
        var file = new UsersFile(everybody);
        file.write(in, options.users() / 2, 2);
        progress.accept("check of %,d MB".formatted(Files.size(in) >> 20));
        Leg check = run(MoveChild.CHECK, site, in);
        require(check.users() == options.users() && site.countUsers() == 0, "The check says " + check.users());
        file.write(in, options.users(), 1);
        progress.accept("import");
        long first = importUntilKilled(site, in);
        long atKill = site.number("select rows_done from ud_import");
        progress.accept("killed after %,d rows; raw rows".formatted(atKill));
        long raw = Loader.asImported(everybody).load(site, options.users(), everybody.size());
        progress.accept("import goes on");
        Leg second = run(MoveChild.IMPORT, site, in);
        check(site, second.users());
        progress.accept("export");
        Leg exported = run(MoveChild.EXPORT, site, out);
        try (Stream<String> lines = Files.lines(out)) {
            require(lines.count() == everybody.size() && exported.users() == everybody.size(), "Not all were exported");
        }
        var imported = new Leg(second.users(), first + second.nanos(), second.peakHeap());
        return report(site.version(), atKill, check, new Leg(slice, raw, 0), imported, exported);
    }

    /** How many nanoseconds it ran; all of it, if it was too quick for us. */
    private long importUntilKilled(BenchmarkDatabase site, Path file) throws IOException, InterruptedException {
        Process child = start(MoveChild.IMPORT, site, file);
        long before = 0;
        try (BufferedReader output = child.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("start")) {
                    before = System.nanoTime();
                }
                if (line.startsWith("rows ") && Integer.parseInt(line.substring(5)) >= options.users() / 2) {
                    child.destroyForcibly();
                    break;
                }
            }
        }
        long nanos = System.nanoTime() - before;
        child.waitFor();
        return nanos;
    }

    private Leg run(String what, BenchmarkDatabase site, Path file) throws IOException, InterruptedException {
        Process child = start(what, site, file);
        String last = "";
        try (BufferedReader output = child.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = line;
            }
        }
        require(child.waitFor() == 0 && last.startsWith("done "), "The " + what + " failed after: " + last);
        String[] figures = last.split(" ", -1);
        return new Leg(Long.parseLong(figures[1]), Long.parseLong(figures[2]), Long.parseLong(figures[3]));
    }

    private static Process start(String what, BenchmarkDatabase site, Path file) throws IOException {
        return Jvm.start(MoveChild.class, List.of("-Xmx" + HEAP_MEGABYTES + "m"), what, site.url(), file.toString());
    }

    private void check(BenchmarkDatabase site, long created) throws Exception {
        Totals expected = Totals.of(everybody);
        Totals there = Totals.in(site, everybody);
        require(there.equals(expected), "There are " + there + ", and ought to be " + expected);
        require(created == options.users(), "The import says that it created " + created);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    private String report(String version, long atKill, Leg check, Leg raw, Leg imported, Leg exported) {
        double share = imported.perSecond() / raw.perSecond();
        boolean isPostgres = options.engine() == Engine.POSTGRESQL;
        boolean isReached = share >= SHARE && (!isPostgres || imported.perSecond() >= PER_SECOND);
        return """
                ## Import and export of %,d users, %s

                Java %s, %d processors, a heap of %d MB.

                | | users | s | users/s | of raw | bar | reached | peak of the heap, MB |
                |---|--:|--:|--:|--:|---|---|--:|
                | check of a job's file, half of the rows again | %s | | | | %.0f |
                | raw: the same rows by %s, at half of the users | %s | | | | |
                | import, killed and gone on with | %s | %.0f %% | ≥ %.0f %%%s | %s | %.0f |
                | export | %s | | | | %.0f |

                SIGKILL came with %,d rows done. Counted at the end: none lost, none twice, of users, memberships,
                identifiers, passwords, roles, metadata and verified addresses.
                """.formatted(
                        options.users(),
                        version,
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        HEAP_MEGABYTES,
                        cells(check),
                        check.peakHeap() / MEGABYTE,
                        isPostgres ? "COPY" : "batches",
                        cells(raw),
                        cells(imported),
                        100 * share,
                        100 * SHARE,
                        isPostgres ? ", ≥ %,.0f/s".formatted(PER_SECOND) : "",
                        isReached ? "yes" : "no",
                        imported.peakHeap() / MEGABYTE,
                        cells(exported),
                        exported.peakHeap() / MEGABYTE,
                        atKill);
    }

    private static String cells(Leg leg) {
        return "%,d | %.1f | %,.0f".formatted(leg.users(), leg.nanos() / NANOS_PER_SECOND, leg.perSecond());
    }
}
