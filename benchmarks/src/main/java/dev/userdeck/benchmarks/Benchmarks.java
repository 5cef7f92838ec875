package dev.userdeck.benchmarks;

import static java.util.stream.Collectors.joining;

import dev.userdeck.benchmarks.cases.Measurement;
import dev.userdeck.benchmarks.cases.Report;
import dev.userdeck.benchmarks.cases.Result;
import dev.userdeck.benchmarks.cases.StartTime;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fill;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Options;
import dev.userdeck.benchmarks.move.Move;
import dev.userdeck.benchmarks.soak.Soak;
import dev.userdeck.benchmarks.typing.Typing;
import dev.userdeck.text.ConstantNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fills a database with made-up users, once, and measures what the library does with them beside what the database alone
 * does. See docs/performance.md.
 */
public final class Benchmarks {
    private static final int SLICES = 3;
    private static final int WORKERS = 16;

    private final Options options;
    private final Measurement measuring;
    private final Consumer<String> progress;

    Benchmarks(Options options, Measurement measuring, Consumer<String> progress) {
        this.options = options;
        this.measuring = measuring;
        this.progress = progress;
    }

    /** Measures what the first argument names, or else the table, as the options say. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        try {
            System.out.println(
                    switch (all.isEmpty() ? "" : all.get(0)) {
                        case "move" ->
                            move(Options.parse(all.subList(1, all.size()).toArray(String[]::new)));
                        case "typing" -> Typing.run(all.subList(1, all.size()));
                        case "soak" -> soak(all.subList(1, all.size()));
                        default -> table(Options.parse(arguments));
                    });
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static String soak(List<String> arguments) throws Exception {
        Soak.Outcome outcome = Soak.run(arguments);
        if (!outcome.isGood()) {
            System.out.println(outcome.text());
            System.exit(1);
        }
        return outcome.text();
    }

    private static String move(Options options) throws Exception {
        return new Move(options, System.err::println).run();
    }

    private static String table(Options options) throws Exception {
        var measuring = new Measurement(options.time(), SLICES, WORKERS, options.lines(), true);
        return new Benchmarks(options, measuring, System.err::println).run();
    }

    /** The report, which is also written to a file. */
    String run() throws Exception {
        try (BenchmarkDatabase site = BenchmarkDatabase.open(options)) {
            List<Result> results;
            try (Fixture stand = Fixture.open(site)) {
                Fill.fill(options, site, stand, progress);
                results = measuring.measure(site, stand, options.population(), progress);
            }
            progress.accept("start");
            StartTime start = measuring.withStart() ? StartTime.measure(site.url()) : null;
            String report = title(site) + "\n\n"
                    + new Report(measuring.workers(), smaller(), "%,d users".formatted(smallerSize())).table(results)
                    + "\n" + StartTime.text(start);
            write(results, report);
            return report;
        }
    }

    private String title(BenchmarkDatabase site) throws Exception {
        return "## %,d users on %s\n\nJava %s, %d processors, %s for each figure."
                .formatted(
                        options.users(),
                        site.version(),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        options.time().toString().substring(2).toLowerCase(Locale.ROOT));
    }

    private void write(List<Result> results, String report) throws IOException {
        Files.createDirectories(options.output());
        Files.writeString(file(options.users(), ".md"), report);
        Files.writeString(
                file(options.users(), ".tsv"),
                results.stream()
                        .map(result ->
                                result.name() + "\t" + result.ours().one().p50() + "\n")
                        .collect(joining()));
    }

    private Path file(int users, String extension) {
        return options.output().resolve(ConstantNames.of(options.engine()) + "-" + users + extension);
    }

    /** The medians of the largest run with fewer users on this engine, by line. */
    private Map<String, Double> smaller() throws IOException {
        var medians = new LinkedHashMap<String, Double>();
        if (smallerSize() > 0) {
            for (String line : Files.readAllLines(file(smallerSize(), ".tsv"))) {
                medians.put(
                        line.substring(0, line.indexOf('\t')), Double.valueOf(line.substring(line.indexOf('\t') + 1)));
            }
        }
        return medians;
    }

    private int smallerSize() throws IOException {
        if (Files.notExists(options.output())) {
            return 0;
        }
        String prefix = ConstantNames.of(options.engine()) + "-";
        try (Stream<Path> files = Files.list(options.output())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".tsv"))
                    .map(name -> Integer.valueOf(name.substring(prefix.length(), name.length() - ".tsv".length())))
                    .filter(size -> size < options.users())
                    .max(Comparator.naturalOrder())
                    .orElse(0);
        }
    }
}
