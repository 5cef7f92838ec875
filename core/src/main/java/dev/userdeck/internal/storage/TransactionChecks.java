package dev.userdeck.internal.storage;

import dev.userdeck.recipe.spi.Database.Work;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is checked at the beginning of each transaction that the work at hand writes in, whoever opens it. */
final class TransactionChecks {
    @SuppressWarnings("ThreadLocalUsage") // two instances may meet on one thread, each with its own checks
    private final ThreadLocal<@Nullable Work<?>> current = new ThreadLocal<>();

    /** While {@code work} runs on this thread, {@code first} is checked, along with what was before. */
    <T> T during(Work<?> first, Supplier<T> work) {
        Work<?> outer = current.get();
        current.set(outer == null ? first : behind(outer, first));
        try {
            return work.get();
        } finally {
            current.set(outer);
        }
    }

    /** The same work behind the checks of this thread. */
    <T> Work<T> before(Work<T> work) {
        Work<?> first = current.get();
        return first == null ? work : behind(first, work);
    }

    private static <T> Work<T> behind(Work<?> first, Work<T> work) {
        return connection -> {
            first.run(connection);
            return work.run(connection);
        };
    }
}
