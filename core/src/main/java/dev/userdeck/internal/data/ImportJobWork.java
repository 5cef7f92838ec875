package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.ImportFiles.StoredFile;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The check or the run of a job that this node is at, with its file open. For one thread at a time. */
final class ImportJobWork implements AutoCloseable {
    /** How many parts of the file are read over before the others are told that this node still lives. */
    private static final int CHUNKS_A_SIGN = 16;

    private final JooqDatabase jooq;
    private final JooqImportJobs rows;
    private final AuditTrail audit;
    private final String id;
    private final ImportJobState state;
    private final List<RefusedRow> refused = new ArrayList<>();
    private final StoredFile file;
    private final ImportRun run;
    private volatile boolean isReadingOver = true;
    private int chunks;

    /** The job isn't where it was: it was cancelled or discarded, or another node is at it. What this one did is undone. */
    static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostException() {
            super("The job is somewhere else", null, false, false);
        }
    }

    ImportJobWork(
            JooqDatabase jooq,
            JooqImportJobs rows,
            ImportFiles files,
            DefaultUserData data,
            AuditTrail audit,
            UdImportJobRecord row,
            UserImport how)
            throws IOException {
        this.jooq = jooq;
        this.rows = rows;
        this.audit = audit;
        this.id = row.getId();
        this.state = JooqImportJobs.state(row);
        this.file = files.open(id, row.getBytesExpected(), this::tellOthers);
        Actor actor = ImportJobRequest.actor(row);
        this.run = state == ImportJobState.CHECKING
                ? data.begin(file, how.asDryRun(), fromTheStart(), collecting(), actor)
                : data.begin(file, how.name(id), inTheBatch(), ImportListener.none(), actor);
        isReadingOver = false;
    }

    /** Reading over what is done takes as long as reading it did, and writes nothing that shows a sign of life. */
    private void tellOthers() {
        if (isReadingOver && ++chunks % CHUNKS_A_SIGN == 0 && !rows.take(id)) {
            throw new LostException();
        }
    }

    ImportJobState state() {
        return state;
    }

    /** Does a batch; tells whether there is one more. */
    boolean step() throws IOException {
        refused.clear();
        boolean more = run.step();
        if (state == ImportJobState.CHECKING) {
            jooq.write(db -> noteChecked(db, more));
        } else if (!more && !run.progress().finished()) {
            jooq.write(this::endBrokenOff);
        }
        return more;
    }

    /** A check keeps no place: whoever goes on with it begins anew. */
    private Checkpoints fromTheStart() {
        return new Checkpoints() {
            @Override
            public Checkpoint open(String emptyDigest) {
                jooq.write(db -> {
                    rows.restart(db, held(db));
                    return true;
                });
                return NONE.open(emptyDigest);
            }

            @Override
            public void move(DSLContext db, ImportProgress before, Checkpoint after, List<RefusedRow> more) {}
        };
    }

    private ImportListener collecting() {
        return new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                if (refused.size() < ImportJobs.REFUSALS_KEPT) {
                    refused.add(row);
                }
            }

            @Override
            public void progressed(ImportProgress progress) {
                if (!rows.take(id)) {
                    throw new LostException();
                }
            }
        };
    }

    private boolean noteChecked(DSLContext db, boolean more) {
        UdImportJobRecord row = held(db);
        rows.move(db, row, new Checkpoints.Checkpoint(run.progress(), ""), doneBytes(), refused);
        if (!more) {
            rows.change(db, row, ImportJobState.CHECKED, "");
        }
        return more;
    }

    /** What was read, but for the rows that wait until all is read. */
    private long doneBytes() {
        double done = run.rowsRead() == 0 ? 1 : (double) run.progress().rows() / run.rowsRead();
        return (long) (file.position() * done);
    }

    /** A run keeps its place in the transaction of each batch: a batch that is done twice would have been undone between. */
    private Checkpoints inTheBatch() {
        return new Checkpoints() {
            @Override
            public Checkpoint open(String emptyDigest) {
                UdImportJobRecord row = jooq.read(db -> rows.find(id));
                if (row == null) {
                    throw new LostException();
                }
                return new Checkpoint(
                        JooqImportJobs.progress(row), row.getDigest().isEmpty() ? emptyDigest : row.getDigest());
            }

            @Override
            public void move(DSLContext db, ImportProgress before, Checkpoint after, List<RefusedRow> more) {
                UdImportJobRecord row = held(db);
                if (row.getRowsDone() != before.rows()) {
                    throw new LostException();
                }
                rows.move(db, row, after, file.position(), more);
                if (after.progress().finished()) {
                    end(db, row, after.progress());
                }
            }
        };
    }

    private boolean endBrokenOff(DSLContext db) {
        end(db, held(db), run.progress());
        return true;
    }

    private void end(DSLContext db, UdImportJobRecord row, ImportProgress done) {
        rows.change(db, row, ImportJobState.FINISHED, "");
        audit.record(ImportJobEvents.finished(row, done));
    }

    private UdImportJobRecord held(DSLContext db) {
        UdImportJobRecord row = rows.hold(db, id, state);
        if (row == null) {
            throw new LostException();
        }
        return row;
    }

    @Override
    public void close() {
        run.close();
    }
}
