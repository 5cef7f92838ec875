package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.Operation;
import dev.userdeck.benchmarks.fixture.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Some workers who do the same, each one call after the other without a pause (a closed loop). What they measure adds up
 * over the slices of time they are given.
 */
final class WorkerPool implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int DIGITS = 3;

    private final Work work;
    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final Histogram histogram = new Histogram(DIGITS);
    private long nanos;

    private record Worker(Operation operation, SplittableRandom random) {}

    WorkerPool(Work work, int size) throws Exception {
        this.work = work;
        this.threads = Executors.newFixedThreadPool(size);
        work.prepare();
        for (int i = 0; i < size; i++) {
            workers.add(new Worker(work.open(), new SplittableRandom(i)));
        }
    }

    /** Works without measuring, until everything is compiled and cached. */
    void warmUp(Duration time) throws Exception {
        run(time);
    }

    /** Works and measures. */
    void work(Duration time) throws Exception {
        work.prepare();
        long start = System.nanoTime();
        for (Histogram measured : run(time)) {
            histogram.add(measured);
        }
        nanos += System.nanoTime() - start;
    }

    Figures figures() {
        return new Figures(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(95) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(99) / NANOS_PER_MILLI,
                histogram.getTotalCount() * NANOS_PER_SECOND / nanos);
    }

    private List<Histogram> run(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<Histogram>> tasks = new ArrayList<>();
        for (Worker worker : workers) {
            tasks.add(() -> loop(worker, end));
        }
        var done = new ArrayList<Histogram>();
        for (Future<Histogram> future : threads.invokeAll(tasks)) {
            try {
                done.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A worker failed: " + e.getCause(), e.getCause());
            }
        }
        return done;
    }

    private static Histogram loop(Worker worker, long end) throws Exception {
        var measured = new Histogram(DIGITS);
        long before = System.nanoTime();
        do {
            if (!worker.operation().run(worker.random())) {
                break;
            }
            long after = System.nanoTime();
            measured.recordValue(after - before);
            before = after;
        } while (before < end);
        return measured;
    }

    @Override
    public void close() throws Exception {
        threads.shutdown();
        for (Worker worker : workers) {
            worker.operation().close();
        }
    }
}
