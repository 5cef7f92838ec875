package dev.userdeck.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes down what was seen in a host: a row of the table in docs/hosts.md, in {@code target/hosts.md}. */
final class Report {
    private static final Path ROWS = Path.of("target", "rows");
    private static final String HEAD = """
            | Host | Version | Java | Places, without and with gzip | Checks over HTTP | Chromium |
            |---|---|---|---|---|---|
            """;

    private final Host host;
    private final Map<Cell, Integer> good = new LinkedHashMap<>();
    private final Map<Cell, List<String>> bad = new LinkedHashMap<>();
    private boolean chromium;

    Report(Host host) {
        this.host = host;
    }

    void run(Cell cell, String name, Consumer<Cell> check) {
        good.putIfAbsent(cell, 0);
        try {
            check.accept(cell);
            good.merge(cell, 1, Integer::sum);
        } catch (Throwable e) {
            bad.computeIfAbsent(cell, any -> new ArrayList<>()).add(name);
            throw e;
        }
    }

    void seenInChromium() {
        chromium = true;
    }

    /** Adds the host to the table. */
    void write() throws IOException {
        Files.createDirectories(ROWS);
        Files.writeString(ROWS.resolve(host.name().replaceAll("[^A-Za-z0-9.]+", "-") + ".md"), row());
        var table = new StringBuilder(HEAD);
        try (Stream<Path> rows = Files.list(ROWS)) {
            for (Path row : rows.sorted().toList()) {
                table.append(Files.readString(row));
            }
        }
        Files.writeString(Path.of("target", "hosts.md"), table);
    }

    private String row() {
        var places = new ArrayList<String>();
        good.keySet().stream().map(Cell::mount).distinct().forEach(mount -> places.add("`" + mount + "`"));
        int checks = good.values().stream().mapToInt(Integer::intValue).sum();
        String result = bad.isEmpty() ? checks + " good" : checks + " good, bad: " + bad;
        return "| %s | %s | %s | %s: %d | %s | %s |%n"
                .formatted(
                        host.name(),
                        host.version(),
                        host.java(),
                        String.join(", ", places),
                        good.size(),
                        result,
                        chromium ? "yes" : "–");
    }
}
