package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_CHUNK;
import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_JOB;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The files of import jobs, in the database: in parts that every engine and its driver take as they are configured. */
final class ImportFiles {
    /** Of a part, in bytes. */
    static final int CHUNK = 256 * 1024;

    /** Few, as an embedded database keeps what a transaction deletes in the app's memory until it is committed. */
    private static final int CHUNKS_A_TRANSACTION = 4;

    private final JooqDatabase jooq;

    ImportFiles(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    /** Writes a part, in the open transaction. */
    void add(DSLContext db, String job, long start, byte[] buffer, int length) {
        var c = UD_IMPORT_CHUNK;
        db.insertInto(c, c.JOB_ID, c.START_BYTE, c.CONTENT)
                .values(job, start, length == buffer.length ? buffer : Arrays.copyOf(buffer, length))
                .execute();
    }

    /**
     * The whole file, of which one part is in memory.
     *
     * @param onChunk called before each part is read
     */
    StoredFile open(String job, long length, Runnable onChunk) {
        return new StoredFile(length, start -> {
            onChunk.run();
            return chunk(job, start);
        });
    }

    private byte @Nullable [] chunk(String job, long start) {
        var c = UD_IMPORT_CHUNK;
        return jooq.read(db -> db.select(c.CONTENT)
                .from(c)
                .where(c.JOB_ID.eq(job))
                .and(c.START_BYTE.eq(start))
                .fetchOne(c.CONTENT));
    }

    /** Deletes the file of a job, in small transactions, and notes that it is gone. */
    void delete(String job) {
        var c = UD_IMPORT_CHUNK;
        int last;
        do {
            last = jooq.write(db -> {
                List<Long> starts = db.select(c.START_BYTE)
                        .from(c)
                        .where(c.JOB_ID.eq(job))
                        .orderBy(c.START_BYTE)
                        .limit(CHUNKS_A_TRANSACTION)
                        .fetch(c.START_BYTE);
                return starts.isEmpty()
                        ? 0
                        : db.deleteFrom(c)
                                .where(c.JOB_ID.eq(job))
                                .and(c.START_BYTE.in(starts))
                                .execute();
            });
        } while (last > 0);
        jooq.write(db -> db.update(UD_IMPORT_JOB)
                .set(UD_IMPORT_JOB.FILE_PURGE_AT, Long.MAX_VALUE)
                .where(UD_IMPORT_JOB.ID.eq(job))
                .execute());
    }

    /** A file that is read part by part. */
    static final class StoredFile extends InputStream {
        private final long length;
        private final Chunks chunks;
        private byte[] chunk = new byte[0];
        private int at;
        /** Read by the thread that writes. */
        private final AtomicLong loaded = new AtomicLong();

        /** Finds a part by its place in the file. */
        private interface Chunks {
            byte @Nullable [] at(long start);
        }

        private StoredFile(long length, Chunks chunks) {
            this.length = length;
            this.chunks = chunks;
        }

        /** How many bytes were read, up to a part more. */
        long position() {
            return loaded.get();
        }

        private boolean isAtEnd() throws FileGoneException {
            if (at < chunk.length) {
                return false;
            }
            if (loaded.get() >= length) {
                return true;
            }
            byte[] next = chunks.at(loaded.get());
            if (next == null || next.length == 0) {
                throw new FileGoneException();
            }
            chunk = next;
            at = 0;
            loaded.addAndGet(next.length);
            return false;
        }

        @Override
        public int read() throws FileGoneException {
            return isAtEnd() ? -1 : chunk[at++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws FileGoneException {
            if (count == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int some = Math.min(count, chunk.length - at);
            System.arraycopy(chunk, at, buffer, offset, some);
            at += some;
            return some;
        }
    }

    /** The file was deleted while it was read. */
    static final class FileGoneException extends java.io.IOException {
        private static final long serialVersionUID = 1L;

        FileGoneException() {
            super("The file of the import is gone");
        }
    }
}
