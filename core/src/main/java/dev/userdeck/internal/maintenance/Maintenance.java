package dev.userdeck.internal.maintenance;

import dev.userdeck.error.UserdeckException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does background work when it is due: on the one thread of our own, or when the host says so. */
public final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration TICK = Duration.ofSeconds(30);

    private final JooqLeases leases;
    private final List<Job> jobs;
    private @Nullable ScheduledExecutorService thread;

    /** Creates it; nothing runs yet. */
    public Maintenance(JooqLeases leases, List<Job> jobs) {
        this.leases = leases;
        this.jobs = List.copyOf(jobs);
    }

    /** Starts the thread {@code userdeck-maintenance}. */
    public void startThread() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "userdeck-maintenance");
            daemon.setDaemon(true);
            return daemon;
        });
        @SuppressWarnings("unused") // tick catches what its future would hold
        Future<?> ticks =
                thread.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does what is due and not being done on another node. */
    public void run() {
        for (Job job : jobs) {
            if (leases.take(job.name(), job.every())) {
                job.work().run();
            }
        }
    }

    private void tick() {
        try {
            run();
        } catch (UserdeckException e) {
            LOG.warn("Background work could not be done, it is tried again in {}: {}", TICK, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Background work failed, it is tried again in {}", TICK, e);
        }
    }

    @Override
    public void close() {
        ScheduledExecutorService running = thread;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Background work did not end within 10 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
