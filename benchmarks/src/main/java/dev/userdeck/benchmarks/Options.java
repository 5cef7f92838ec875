package dev.userdeck.benchmarks;

import dev.userdeck.testkit.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, from the command line.
 *
 * @param url of a database that is there, with user and password in it; null starts one
 * @param data where a database that we start keeps its files, for the next run too
 * @param output where the tables go
 * @param time how long each figure is measured
 * @param lines which lines, by a part of their names; empty for all
 */
record Options(
        Engine engine,
        int users,
        long seed,
        @Nullable String url,
        Path data,
        Path output,
        Duration time,
        String lines) {

    static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar [move] [option value]…
              move       import and export of the users, killed and gone on with; without it, the table of all lines
              --engine   postgresql, h2, mysql or mariadb (postgresql)
              --users    how many (100000)
              --url      of a database of this engine that is there, with user and password in it; without it one is started
              --data     folder of the database that is started; what is there is used again (benchmarks/target/data)
              --output   folder of the tables (benchmarks/target/results)
              --seconds  how long each figure is measured (6)
              --lines    only those whose name contains this
              --seed     other users for another number (1)
            In their place "typing", with options of its own, takes the time of searching in a browser; "soak" works for long.
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            boolean isOption = arguments[i].startsWith("--") && USAGE.contains("  " + arguments[i] + " ");
            if (!isOption || i + 1 == arguments.length) {
                throw new IllegalArgumentException("What is " + arguments[i] + "?\n" + USAGE);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        int users = (int) number(given, "--users", 100_000);
        if (users < 1_000) {
            throw new IllegalArgumentException("--users is 1000 or more");
        }
        return new Options(
                engine(given.getOrDefault("--engine", "postgresql")),
                users,
                (long) number(given, "--seed", 1),
                given.get("--url"),
                Path.of(given.getOrDefault("--data", "benchmarks/target/data")).toAbsolutePath(),
                Path.of(given.getOrDefault("--output", "benchmarks/target/results"))
                        .toAbsolutePath(),
                Duration.ofMillis((long) (1_000 * number(given, "--seconds", 6))),
                given.getOrDefault("--lines", ""));
    }

    /** The same with files elsewhere. */
    Options in(Path folder) {
        return new Options(engine, users, seed, url, folder, output, time, lines);
    }

    Population population() {
        return new Population(users, seed);
    }

    private static Engine engine(String name) {
        List<Engine> all = Arrays.asList(Engine.values());
        return all.stream()
                .filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--engine is one of " + all + ", in lower case"));
    }

    private static double number(Map<String, String> given, String option, double otherwise) {
        String text = given.get(option);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is a number, not " + text, e);
        }
    }
}
