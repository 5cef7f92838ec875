package dev.userdeck.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on several threads that set off together. */
public final class AtOnce {

    private AtOnce() {}

    /** Returns what came out, in the order of {@code work}; what one throws fails the test. */
    @SafeVarargs
    @SuppressWarnings("varargs") // passed on to be read
    public static <T> List<T> run(Callable<? extends T>... work) {
        return run(List.of(work));
    }

    /** The same for as many as there are in a list. */
    public static <T> List<T> run(List<? extends Callable<? extends T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        var start = new CountDownLatch(work.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> each : work) {
                running.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(1, TimeUnit.MINUTES));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("A thread failed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
