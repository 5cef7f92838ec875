package dev.userdeck.internal.data;

import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.util.List;

/** Where an import keeps how far it has come. */
interface Checkpoints {
    /** Kept nowhere: each run begins at the beginning. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Checkpoint open(String emptyDigest) {
            return new Checkpoint(new ImportProgress(0, 0, 0, 0, 0, false), emptyDigest);
        }

        @Override
        public void move(DSLContext db, ImportProgress before, Checkpoint after, List<RefusedRow> refused) {}
    };

    /** How far a file was read. */
    record Checkpoint(ImportProgress progress, String digest) {}

    /** Where it goes on; the beginning for a new one. */
    Checkpoint open(String emptyDigest);

    /**
     * Moves on, in the open transaction that holds the batch.
     *
     * @param refused the rows of the batch that are refused
     * @throws RuntimeException if someone else moved it, which undoes the batch
     */
    void move(DSLContext db, ImportProgress before, Checkpoint after, List<RefusedRow> refused);
}
