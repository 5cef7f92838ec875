package dev.userdeck.internal.maintenance;

import dev.userdeck.error.UserdeckException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does background work when it is due: on the one thread of our own, or when the host says so. */
public final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration TICK = Duration.ofSeconds(30);

    private final JooqLeases leases;
    private final List<MaintenanceTask> jobs;
    private final Set<Wake> asked = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService thread;

    /** A job that is to be done after a delay. */
    private record Wake(String job, Duration delay) {}

    /** Creates it; nothing runs yet. */
    public Maintenance(JooqLeases leases, List<MaintenanceTask> jobs) {
        this.leases = leases;
        this.jobs = List.copyOf(jobs);
    }

    /** Starts the thread {@code userdeck-maintenance}. */
    public void startThread() {
        var executor = new ScheduledThreadPoolExecutor(1, work -> {
            var daemon = new Thread(work, "userdeck-maintenance");
            daemon.setDaemon(true);
            return daemon;
        });
        // what was to be done soon is done by another node, or after the next start
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        @SuppressWarnings("unused") // tick catches what its future would hold
        Future<?> ticks =
                executor.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        thread = executor;
    }

    /** Does what is due and not being done on another node. */
    public void run() {
        jobs.forEach(this::runIfDue);
    }

    /** Does a job on the thread after {@code delay}, once for all who asked meanwhile; nothing if the host does the work. */
    public void wake(String name, Duration delay) {
        ScheduledExecutorService running = thread;
        var wake = new Wake(name, delay);
        if (running == null || !asked.add(wake)) {
            return;
        }
        try {
            @SuppressWarnings("unused") // attempt catches what its future would hold
            Future<?> soon = running.schedule(() -> answer(wake), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            asked.remove(wake); // closing
        }
    }

    private void answer(Wake wake) {
        asked.remove(wake); // first, so that who asks from now on is not missed
        jobs.stream().filter(job -> job.name().equals(wake.job())).forEach(this::attempt);
    }

    private void tick() {
        jobs.forEach(this::attempt);
    }

    private void runIfDue(MaintenanceTask job) {
        if (job.every().isZero() || leases.take(job.name(), job.every())) {
            job.work().run();
        }
    }

    private void attempt(MaintenanceTask job) {
        try {
            runIfDue(job);
        } catch (UserdeckException e) {
            LOG.warn("{} could not be done, it is tried again in {}: {}", job.name(), TICK, e.getMessage());
        } catch (RuntimeException | Error e) {
            // an error too: what escapes from here ends all background work
            LOG.error("{} failed, it is tried again in {}", job.name(), TICK, e);
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
