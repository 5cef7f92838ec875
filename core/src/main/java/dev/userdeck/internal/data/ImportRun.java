package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.JooqImports.Checkpoint;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** One run of an import, from where it stopped to the end of the file. */
final class ImportRun {
    private static final int MAX_TRIES = 5;
    /** The planner is told of new users after the first batch, and each time there are ten times as many. */
    private static final int TIMES = 10;

    private final UserImport how;
    private final ImportWriter writer;
    private final JooqImports imports;
    private final ImportListener listener;
    private final Actor actor;
    private long written;
    private long tellsAt = 1;
    private ImportProgress progress = new ImportProgress(0, 0, 0, 0, 0, false);

    ImportRun(UserImport how, ImportWriter writer, JooqImports imports, ImportListener listener, Actor actor) {
        this.how = how;
        this.writer = writer;
        this.imports = imports;
        this.listener = listener;
        this.actor = actor;
    }

    ImportProgress of(Batches batches) throws IOException {
        String name = how.name();
        if (name != null) {
            Checkpoint checkpoint = imports.open(name, batches.digest());
            progress = checkpoint.progress();
            if (progress.finished()) {
                return progress;
            }
            batches.skip(checkpoint);
        }
        try (var ahead = new ReadAhead(batches)) {
            while (true) {
                ReadBatch batch = ahead.next();
                write(batch);
                if (batch.brokenOff() != null) {
                    ImportRow broken = batch.brokenOff();
                    listener.refused(new RefusedRow(broken.number(), broken.errors()));
                }
                if (batch.isEnd()) {
                    return progress;
                }
            }
        }
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
}
