package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.error.BusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashingCapacityTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aThirdOfTheHeapIsForHashes() {
        assertThat(HashingCapacity.share(300L << 20)).isEqualTo(100 << 10);
        assertThat(HashingCapacity.share(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void oneOfOurOwnFitsIntoAnyHeap() {
        assertThat(HashingCapacity.share(8L << 20)).isBetween(19_456, 21_000);
    }

    /** G1 has all of -Xmx; the serial collector leaves a part of it out. */
    @Test
    void theHeapThatIsAskedForIsEnough() {
        int needed = 270_400;

        assertThat(HashingCapacity.share(HashingCapacity.heapFor(needed) * 1024 * 62 / 64))
                .isGreaterThan(needed);
    }

    @Test
    void neverIsMoreHandedOutThanThereIs() throws InterruptedException {
        var capacity = new HashingCapacity(100, 3, LONG);
        var memory = new AtomicInteger();
        var cores = new AtomicInteger();
        List<Integer> tooMuch = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int size = 10 + 15 * (i % 7);
            threads.add(new Thread(() -> {
                for (int round = 0; round < 200; round++) {
                    capacity.run(size, () -> {
                        if (memory.addAndGet(size) > 100 || cores.incrementAndGet() > 3) {
                            tooMuch.add(size);
                        }
                        Thread.onSpinWait();
                        memory.addAndGet(-size);
                        return cores.decrementAndGet();
                    });
                }
            }));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(tooMuch).isEmpty();
        assertThat(capacity.run(100, () -> "all is back")).isEqualTo("all is back");
    }

    @Test
    void whatIsNotNeededAnyMoreWhenItsTurnComesIsNotDone() throws InterruptedException {
        var capacity = new HashingCapacity(100, 1, LONG);
        var mayEnd = new CountDownLatch(1);
        Thread first = running(capacity, 10, mayEnd);
        var done = new ArrayList<Optional<String>>();

        Thread second = new Thread(() -> done.add(capacity.run(10, () -> "done", () -> false)));
        second.start();
        await(second);
        mayEnd.countDown();
        first.join();
        second.join();

        assertThat(done).containsExactly(Optional.empty());
        assertThat(capacity.run(10, () -> "done", () -> false))
                .as("without a wait it isn't asked")
                .contains("done");
    }

    @Test
    void whoNeedsMuchIsNotOvertakenForEver() throws InterruptedException {
        var capacity = new HashingCapacity(100, 8, LONG);
        var mayEnd = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = running(capacity, 60, mayEnd);

        Thread large = new Thread(() -> capacity.run(90, () -> order.add("large")));
        large.start();
        await(large);
        Thread small = new Thread(() -> capacity.run(30, () -> order.add("small")));
        small.start();
        await(small);
        mayEnd.countDown();
        first.join();
        large.join();
        small.join();

        assertThat(order).containsExactly("large", "small");
    }

    @Test
    void whoWaitsTooLongIsRefusedAndTakesNothing() {
        var capacity = new HashingCapacity(100, 1, Duration.ofMillis(1));

        assertThatThrownBy(() -> capacity.run(60, () -> capacity.run(60, () -> "no memory")))
                .isInstanceOf(BusyException.class);
        assertThatThrownBy(() -> capacity.run(60, () -> capacity.run(10, () -> "no core")))
                .isInstanceOf(BusyException.class);
        assertThat(capacity.run(100, () -> "all is back")).isEqualTo("all is back");
    }

    @Test
    void whatThrowsGivesBackWhatItHad() {
        var capacity = new HashingCapacity(100, 1, LONG);

        assertThatThrownBy(() -> capacity.run(100, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(capacity.run(100, () -> "all is back")).isEqualTo("all is back");
    }

    @Test
    void anInterruptIsKeptAndRefuses() {
        var capacity = new HashingCapacity(100, 1, LONG);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> capacity.run(10, () -> "done")).isInstanceOf(BusyException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static Thread running(HashingCapacity capacity, int size, CountDownLatch mayEnd)
            throws InterruptedException {
        var runs = new CountDownLatch(1);
        var thread = new Thread(() -> capacity.run(size, () -> {
            runs.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return size;
        }));
        thread.start();
        runs.await();
        return thread;
    }

    /** Until it stands in the queue. */
    private static void await(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
