package dev.userdeck.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.data.DataFormat;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.user.batch.ImportedUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The next batch is read meanwhile: one, in order, with its failures, and by nobody any more once it is closed. */
class ReadAheadTest {

    @Test
    void batchesComeInOrderAndEachRowOnce() throws Exception {
        try (var ahead = new ReadAhead(batches(users(0, 1_200)))) {
            assertThat(firstRows(ahead.next())).containsExactly(1L, 500L);
            assertThat(firstRows(ahead.next())).containsExactly(501L, 1_000L);
            ReadBatch last = ahead.next();

            assertThat(firstRows(last)).containsExactly(1_001L, 1_200L);
            assertThat(last.isLast()).isTrue();
        }
    }

    @Test
    void whatFailsFailsBehindTheBatchesBefore() throws Exception {
        var file = new SequenceInputStream(users(0, 1_100), new Reading() {
            @Override
            void end() throws IOException {
                throw new IOException("The disk is gone");
            }
        });
        try (var ahead = new ReadAhead(batches(file))) {
            assertThat(firstRows(ahead.next())).containsExactly(1L, 500L);
            assertThat(firstRows(ahead.next())).containsExactly(501L, 1_000L);

            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("The disk is gone");
        }
    }

    @Test
    void nobodyReadsTheFileOnceItIsClosed() throws Exception {
        var reads = new Reading() {
            private int count;

            @Override
            void end() {
                count++;
            }
        };
        var ahead = new ReadAhead(
                batches(new SequenceInputStream(users(0, 501), new SequenceInputStream(users(501, 9_000), reads))));
        ahead.next();

        ahead.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(ReadAhead.THREAD)) {
                thread.join(10_000); // it has nothing left to do, but may be at its last step
                assertThat(thread.isAlive()).isFalse();
            }
        }
        assertThat(reads.count).as("no more than one batch ahead").isZero();
    }

    @Test
    void anInterruptEndsTheWaitForTheFile() throws Exception {
        var stalled = new CountDownLatch(1);
        var ends = new CountDownLatch(1);
        var file = new SequenceInputStream(users(0, 600), new Reading() {
            @Override
            void end() throws IOException {
                stalled.countDown();
                try {
                    ends.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        });
        Thread caller = Thread.currentThread();
        try (var ahead = new ReadAhead(batches(file))) {
            ahead.next();
            stalled.await();
            caller.interrupt();

            assertThatThrownBy(ahead::next).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The end of a file, where something happens. */
    private abstract static class Reading extends InputStream {
        abstract void end() throws IOException;

        @Override
        public int read() throws IOException {
            end();
            return -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            end();
            return -1;
        }
    }

    private static Batches batches(InputStream file) throws IOException {
        var drafts = new ImportedUsers(Clock.systemUTC(), new Ids(Clock.systemUTC()), new PasswordHasher(null));
        var reader = new RowReader(UserImport.of(DataFormat.JSON_LINES), List.of(), drafts, Clock.systemUTC());
        return new Batches(new JsonLines(new Bytes(file)), reader);
    }

    private static InputStream users(int from, int to) {
        return new ByteArrayInputStream(IntStream.range(from, to)
                .mapToObj(number -> "{\"email\":\"user" + number + "@example.org\"}\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8));
    }

    private static List<Long> firstRows(ReadBatch batch) {
        return List.of(
                batch.rows().get(0).row().number(),
                batch.rows().get(batch.rows().size() - 1).row().number());
    }
}
