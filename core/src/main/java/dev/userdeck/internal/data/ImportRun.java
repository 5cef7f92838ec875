package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** One run of an import, from where it stopped to the end of the file, batch by batch. Nobody reads the file once it is closed. */
final class ImportRun implements AutoCloseable {
    private static final int MAX_TRIES = 5;
    /** The planner is told of new users after the first batch, and each time there are ten times as many. */
    private static final int TIMES = 10;

    private final UserImport how;
    private final ImportWriter writer;
    private final JooqImports imports;
    private final ImportListener listener;
    private final Actor actor;
    private final ReadAhead ahead;
    private long written;
    private long tellsAt = 1;
    private ImportProgress progress;

    private ImportRun(
            ImportProgress progress,
            ReadAhead ahead,
            UserImport how,
            ImportWriter writer,
            JooqImports imports,
            ImportListener listener,
            Actor actor) {
        this.progress = progress;
        this.ahead = ahead;
        this.how = how;
        this.writer = writer;
        this.imports = imports;
        this.listener = listener;
        this.actor = actor;
    }

    /** Reads over what is done, unless that is all. */
    static ImportRun begin(
            Batches batches,
            Checkpoints checkpoints,
            UserImport how,
            ImportWriter writer,
            JooqImports imports,
            ImportListener listener,
            Actor actor)
            throws IOException {
        Checkpoint checkpoint = checkpoints.open(batches.digest());
        ImportProgress progress = checkpoint.progress();
        if (!progress.finished()) {
            batches.skip(checkpoint);
        }
        return new ImportRun(progress, new ReadAhead(batches), how, writer, imports, listener, actor);
    }

    /** How far it is. */
    ImportProgress progress() {
        return progress;
    }

    /** Writes the next batch; tells whether there is one more. */
    boolean step() throws IOException {
        if (progress.finished()) {
            return false;
        }
        ReadBatch batch = ahead.next();
        write(batch);
        if (batch.brokenOff() != null) {
            ImportRow broken = batch.brokenOff();
            listener.refused(new RefusedRow(broken.number(), broken.errors()));
        }
        return !batch.isEnd();
    }

    private void write(ReadBatch batch) {
        Set<Long> told = new HashSet<>();
        progress = written(batch, row -> {
            if (told.add(row.row())) {
                listener.refused(row);
            }
        });
        written++;
        if (!how.dryRun() && (written == tellsAt ? !batch.isLast() : batch.isLast() && written > 1)) {
            imports.countAnew();
            tellsAt *= TIMES;
        }
        listener.progressed(progress);
    }

    /** Again when someone else took something meanwhile: then it shows, and that row is refused. */
    private ImportProgress written(ReadBatch batch, Consumer<RefusedRow> refused) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.write(batch, how, actor, refused, progress);
            } catch (UniqueViolationException | ForeignKeyViolationException e) {
                if (attempt == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        ahead.close();
    }
}
