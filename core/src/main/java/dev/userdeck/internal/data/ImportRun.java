package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.JooqImports.Place;
import dev.userdeck.internal.data.RowReader.Read;
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
    private final RowReader reader;
    private final ImportWriter writer;
    private final JooqImports imports;
    private final ImportListener listener;
    private final Actor actor;
    private final RowsDigest digest = new RowsDigest();
    private long batches;
    private long tellsAt = 1;
    private ImportProgress progress = new ImportProgress(0, 0, 0, 0, 0, false);

    ImportRun(
            UserImport how,
            RowReader reader,
            ImportWriter writer,
            JooqImports imports,
            ImportListener listener,
            Actor actor) {
        this.how = how;
        this.reader = reader;
        this.writer = writer;
        this.imports = imports;
        this.listener = listener;
        this.actor = actor;
    }

    ImportProgress of(RowSource rows) throws IOException {
        String name = how.name();
        if (name != null) {
            Place place = imports.open(name, digest.text());
            progress = place.progress();
            if (progress.finished()) {
                return progress;
            }
            skip(rows, place);
        }
        var batch = new ImportBatch();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (row.breaksOff()) {
                write(batch, false);
                listener.refused(new RefusedRow(row.number(), row.errors()));
                return progress;
            }
            Read read = reader.read(row);
            if (batch.isFullFor(read)) {
                write(batch, false);
                batch = new ImportBatch();
            }
            digest.add(row);
            batch.add(read);
        }
        write(batch, true);
        return progress;
    }

    /** Reads what was done before, and makes sure that it is the same. */
    private void skip(RowSource rows, Place place) throws IOException {
        for (long i = 0; i < place.progress().rows(); i++) {
            Row row = rows.next();
            if (row == null || row.breaksOff()) {
                throw otherFile();
            }
            digest.add(row);
        }
        if (!digest.text().equals(place.digest())) {
            throw otherFile();
        }
    }

    private static ImportRefusedException otherFile() {
        return new ImportRefusedException(
                "other-file",
                "This is not the file that the import of this name began with: take that one, or another name.");
    }

    private void write(ImportBatch batch, boolean isLast) {
        Set<Long> told = new HashSet<>();
        progress = written(batch, isLast, row -> {
            if (told.add(row.row())) {
                listener.refused(row);
            }
        });
        batches++;
        if (!how.dryRun() && (batches == tellsAt ? !isLast : isLast && batches > 1)) {
            imports.countAnew();
            tellsAt *= TIMES;
        }
        listener.progressed(progress);
    }

    /** Again when someone else took something meanwhile: then it shows, and that row is refused. */
    private ImportProgress written(ImportBatch batch, boolean isLast, Consumer<RefusedRow> refused) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.write(batch.rows(), how, actor, refused, progress, isLast, digest.text());
            } catch (UniqueViolationException | ForeignKeyViolationException e) {
                if (attempt == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }
}
