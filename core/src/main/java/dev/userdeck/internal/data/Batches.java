package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.internal.data.RowReader.Read;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** The batches of a file: all that can be done with rows without the database. For one thread at a time. */
final class Batches {
    private final RowSource rows;
    private final RowReader reader;
    private final RowsDigest digest = new RowsDigest();
    /** The first row of the next batch. */
    private @Nullable Read kept;

    private volatile boolean isStopped;

    Batches(RowSource rows, RowReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    /** Of the rows so far. */
    String digest() {
        return digest.text();
    }

    /** Reads what was done before, and makes sure that it is the same. */
    void skip(Checkpoint checkpoint) throws IOException {
        for (long i = 0; i < checkpoint.progress().rows(); i++) {
            ImportRow row = rows.next();
            if (row == null || row.breaksOff()) {
                throw otherFile();
            }
            digest.add(row);
        }
        if (!digest.text().equals(checkpoint.digest())) {
            throw otherFile();
        }
    }

    private static ImportRefusedException otherFile() {
        return new ImportRefusedException(
                "other-file",
                "This is not the file that the import of this name began with: take that one, or another name.");
    }

    /** The next one; the last one may be empty. */
    ReadBatch next() throws IOException {
        var batch = new ImportBatch();
        if (kept != null) {
            add(kept, batch);
            kept = null;
        }
        for (ImportRow row = rows.next(); row != null; row = rows.next()) {
            if (isStopped) {
                throw new InterruptedIOException("Nobody waits for the rest of the file");
            }
            if (row.breaksOff()) {
                return new ReadBatch(batch.rows(), digest.text(), false, row);
            }
            Read read = reader.read(row);
            if (batch.isFull()) {
                kept = read;
                return new ReadBatch(batch.rows(), digest.text(), false, null);
            }
            add(read, batch);
        }
        return new ReadBatch(batch.rows(), digest.text(), true, null);
    }

    private void add(Read read, ImportBatch batch) {
        digest.add(read.row());
        batch.add(read);
    }

    /** Has a thread that reads the next one give up at the next row. */
    void stop() {
        isStopped = true;
    }
}
