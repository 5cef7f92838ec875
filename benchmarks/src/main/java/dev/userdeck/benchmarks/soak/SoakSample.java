package dev.userdeck.benchmarks.soak;

import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How the process stands at one moment.
 *
 * @param seconds since the load began
 * @param calls made since then
 * @param errors among them
 * @param heapMegabytes in use after a full collection
 * @param active connections of the pool that are in use
 * @param connections of the pool in all
 * @param threads of the JVM
 * @param files that the process has open, 0 where the system doesn't say
 */
record SoakSample(
        long seconds,
        long calls,
        long errors,
        double heapMegabytes,
        int active,
        int connections,
        int threads,
        long files) {
    private static final double MEGABYTE = 1 << 20;
    private static final Path FILES = Path.of("/proc/self/fd");

    static SoakSample take(long seconds, long calls, long errors, HikariPoolMXBean pool) throws IOException {
        // the second one takes what the first has found to be finalised
        System.gc();
        System.gc();
        return new SoakSample(
                seconds,
                calls,
                errors,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                pool.getActiveConnections(),
                pool.getTotalConnections(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openFiles());
    }

    private static long openFiles() throws IOException {
        if (Files.notExists(FILES)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(FILES)) {
            return open.count();
        }
    }
}
