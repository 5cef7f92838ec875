package dev.userdeck.internal.data;

import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import java.io.IOException;

/** One run of an import, from where it stopped to the end of the file, batch by batch. Nobody reads the file once it is closed. */
final class ImportRun implements AutoCloseable {
    /** The planner is told of new users after the first batch, and each time there are ten times as many. */
    private static final int TIMES = 10;

    private final UserImport how;
    private final BatchTarget target;
    private final JooqImports imports;
    private final ImportListener listener;
    private final ReadAhead ahead;
    private long written;
    private long tellsAt = 1;
    private long rowsRead;
    private boolean isRead;
    private ImportProgress progress;

    private ImportRun(
            ImportProgress progress,
            ReadAhead ahead,
            UserImport how,
            BatchTarget target,
            JooqImports imports,
            ImportListener listener) {
        this.progress = progress;
        this.rowsRead = progress.rows();
        this.ahead = ahead;
        this.how = how;
        this.target = target;
        this.imports = imports;
        this.listener = listener;
    }

    /** Reads over what is done, unless that is all. */
    static ImportRun begin(
            Batches batches,
            Checkpoints checkpoints,
            UserImport how,
            BatchTarget target,
            JooqImports imports,
            ImportListener listener)
            throws IOException {
        Checkpoint checkpoint = checkpoints.open(batches.digest());
        ImportProgress progress = checkpoint.progress();
        if (!progress.finished()) {
            batches.skip(checkpoint);
        }
        return new ImportRun(progress, new ReadAhead(batches), how, target, imports, listener);
    }

    /** How far it is. */
    ImportProgress progress() {
        return progress;
    }

    /** How many rows were read, of which some may not be done with yet. */
    long rowsRead() {
        return rowsRead;
    }

    /** Writes the next batch, or does what waits behind the last one; tells whether there is more. */
    boolean step() throws IOException {
        if (progress.finished()) {
            return false;
        }
        if (isRead) {
            progress = target.goOn(progress);
            listener.progressed(progress);
            return target.hasMore();
        }
        ReadBatch batch = ahead.next();
        write(batch);
        if (batch.brokenOff() != null) {
            ImportRow broken = batch.brokenOff();
            listener.refused(new RefusedRow(broken.number(), broken.errors()));
        }
        isRead = batch.isEnd();
        return !isRead || target.hasMore();
    }

    private void write(ReadBatch batch) throws IOException {
        progress = target.write(batch, progress);
        rowsRead += batch.rows().size();
        written++;
        if (!how.dryRun() && (written == tellsAt ? !batch.isLast() : batch.isLast() && written > 1)) {
            imports.countAnew();
            tellsAt *= TIMES;
        }
        listener.progressed(progress);
    }

    @Override
    public void close() {
        ahead.close();
        target.close();
    }
}
