package dev.userdeck.benchmarks.cases;

import dev.userdeck.Userdeck;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it costs a host to start the library on a database that is full, in a JVM that did nothing before.
 *
 * @param millis to load its classes, open a pool, look at the schema
 * @param megabytes of heap that it holds from then on
 */
public record StartTime(double millis, double megabytes) {
    private static final int TIMES = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEGABYTE = 1 << 20;

    /** Starts it and prints what that took; the one argument is the URL of the database. */
    public static void main(String[] arguments) {
        long heap = usedHeap();
        long before = System.nanoTime();
        try (Userdeck userdeck =
                Fixture.builder().jdbcUrl(arguments[0], null, null).start()) {
            long after = System.nanoTime();
            double megabytes = (usedHeap() - heap) / MEGABYTE;
            System.out.printf(Locale.ROOT, "%f %f%n", (after - before) / NANOS_PER_MILLI, megabytes);
            userdeck.recipes();
        }
    }

    /** The median of some starts. */
    public static StartTime measure(String url) throws IOException {
        List<Double> millis = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String[] figures = runAlone(url).split(" ", -1);
            millis.add(Double.valueOf(figures[0]));
            megabytes.add(Double.valueOf(figures[1]));
        }
        millis.sort(null);
        megabytes.sort(null);
        return new StartTime(millis.get(TIMES / 2), megabytes.get(TIMES / 2));
    }

    private static String runAlone(String url) throws IOException {
        Process process = Jvm.start(StartTime.class, List.of(), url);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (output.isEmpty()) {
            throw new IOException("The library did not start in a JVM of its own");
        }
        return output;
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    public static String text(@Nullable StartTime start) {
        return start == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Start inside the host: %.0f ms (at most 1,000), %.1f MB of heap (at most 40).%n",
                        start.millis(),
                        start.megabytes());
    }
}
