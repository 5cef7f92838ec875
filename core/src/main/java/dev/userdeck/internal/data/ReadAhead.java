package dev.userdeck.internal.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch on a thread of its own while the one before is written, so that file and database don't wait for each other.
 * Never more than one ahead, which bounds the memory. A file of one batch takes no thread.
 */
final class ReadAhead implements AutoCloseable {
    static final String THREAD = "userdeck-import-reader";

    private final Batches batches;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, THREAD);
        daemon.setDaemon(true);
        return daemon;
    });
    private @Nullable Future<ReadBatch> asked;

    ReadAhead(Batches batches) {
        this.batches = batches;
    }

    /**
     * The next batch; not after the last one.
     *
     * @throws InterruptedIOException if this thread is interrupted, and still is then
     */
    ReadBatch next() throws IOException {
        ReadBatch batch = asked == null ? batches.next() : read(asked);
        asked = batch.isEnd() ? null : thread.submit(batches::next);
        return batch;
    }

    private static ReadBatch read(Future<ReadBatch> asked) throws IOException {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("The import was interrupted: what was committed stays");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw asItWas(e.getCause());
        }
    }

    private static RuntimeException asItWas(@Nullable Throwable thrown) throws IOException {
        if (thrown instanceof IOException failure) {
            throw failure;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
    }

    /** Nobody reads the file any more when this returns. */
    @Override
    public void close() {
        batches.stop();
        thread.shutdown();
        boolean isInterrupted = false;
        boolean isOver = false;
        while (!isOver) {
            try {
                isOver = thread.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
