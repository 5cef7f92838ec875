package dev.userdeck.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of a pool. They end soon after it is closed; who undeploys a web app looks for them at once. */
final class PoolThreads implements ThreadFactory {
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public Thread newThread(Runnable work) {
        threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        var thread = new Thread(work, "userdeck:pool");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Waits for those that are ending, for a moment at most. */
    void awaitEnd() {
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
