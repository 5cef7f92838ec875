package dev.userdeck.internal.password;

import dev.userdeck.error.BusyException;
import dev.userdeck.internal.password.argon2.Argon2Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How much may be hashed at once, in all of this JVM: by memory and by cores. Who comes first is served first, whatever the
 * others ask for; who has waited too long is refused with {@link BusyException}. Nothing is kept after use.
 */
final class HashingCapacity {
    /**
     * A third of the largest heap, which always is enough for a hash of our own, and as many cores as there are, at least
     * two. Memory of native engines is bounded in the same way: the JVM has set the heap by what the machine has, and what
     * lies beside it is no less scarce.
     */
    static final HashingCapacity OF_THIS_JVM = new HashingCapacity(
            share(Runtime.getRuntime().maxMemory()),
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Duration.ofSeconds(5));

    private static final int PARTS = 3;

    private final int most;
    private final Semaphore memory;
    private final Semaphore cores;
    private final Duration wait;

    /**
     * A capacity.
     *
     * @param memory in KiB
     */
    HashingCapacity(int memory, int cores, Duration wait) {
        this.most = memory;
        this.memory = new Semaphore(memory, true);
        this.cores = new Semaphore(cores, true);
        this.wait = wait;
    }

    /** Of a heap of so many bytes, in KiB. */
    static int share(long heap) {
        long share = Math.min(Integer.MAX_VALUE, heap / 1024 / PARTS);
        return Math.max((int) share, Argon2Hash.memory(Argon2Settings.CURRENT));
    }

    /** How large a heap to ask for, in KiB, for so many KiB to be had: some collectors keep a part of it for themselves. */
    static long heapFor(int kibibytes) {
        return (long) kibibytes * PARTS * 21 / 20;
    }

    /** The most that one hash may take, in KiB. */
    int most() {
        return most;
    }

    /**
     * Waits until it may run, and runs it.
     *
     * @param kibibytes the memory that it takes, {@link #most} at most
     * @throws BusyException if it has waited too long, or was interrupted
     */
    <T> T run(int kibibytes, Supplier<T> work) {
        return run(kibibytes, work, () -> true).orElseThrow();
    }

    /**
     * The same, unless it isn't needed any more when its turn comes.
     *
     * @param isStillNeeded asked once it has waited for others; not if there was nobody to wait for
     * @return empty if it wasn't needed
     */
    <T> Optional<T> run(int kibibytes, Supplier<T> work, BooleanSupplier isStillNeeded) {
        long deadline = System.nanoTime() + wait.toNanos();
        boolean hasWaited = acquire(memory, kibibytes, deadline);
        try {
            hasWaited |= acquire(cores, 1, deadline);
            try {
                return hasWaited && !isStillNeeded.getAsBoolean() ? Optional.empty() : Optional.of(work.get());
            } finally {
                cores.release();
            }
        } finally {
            memory.release(kibibytes);
        }
    }

    /** Whether it had to wait. */
    private static boolean acquire(Semaphore what, int count, long deadline) {
        try {
            if (what.tryAcquire(count, 0, TimeUnit.NANOSECONDS)) {
                return false;
            }
            if (what.tryAcquire(count, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException("Too many passwords are being checked; try again in a moment");
    }
}
