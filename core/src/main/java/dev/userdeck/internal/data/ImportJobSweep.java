package dev.userdeck.internal.data;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.operator.Permission;
import java.time.Clock;

/** Deletes the files that may not be kept any longer. */
final class ImportJobSweep {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqImportJobs rows;
    private final ImportFiles files;
    private final OperatorRights rights;
    private final AuditTrail audit;

    ImportJobSweep(
            JooqDatabase jooq,
            Clock clock,
            JooqImportJobs rows,
            ImportFiles files,
            OperatorRights rights,
            AuditTrail audit) {
        this.jooq = jooq;
        this.clock = clock;
        this.rows = rows;
        this.files = files;
        this.rights = rights;
        this.audit = audit;
    }

    /** Those of jobs that are over, that are too old, or whose operator may not import any more. */
    void files() {
        for (UdImportJobRecord row : rows.withFile()) {
            if (JooqImportJobs.state(row).isOver()) {
                files.delete(row.getId());
            } else if (row.getFilePurgeAt() <= clock.millis() || isLost(row)) {
                endUnfinished(row.getId());
            }
        }
    }

    private boolean isLost(UdImportJobRecord row) {
        return rights.lost(
                ImportJobRequest.kind(row),
                row.getOperatorId(),
                Permission.USERS_IMPORT,
                rows.how(row).scope());
    }

    /** What runs has done something, and is kept as a report. */
    private void endUnfinished(String id) {
        String reason = "Its file was deleted, as it is kept for a day and for as long as its operator may import.";
        boolean isReport = jooq.write(db -> {
            UdImportJobRecord row = rows.lock(db, id);
            boolean runs = row != null && JooqImportJobs.state(row) == ImportJobState.RUNNING;
            if (row != null && !JooqImportJobs.state(row).isOver()) {
                rows.change(db, row, ImportJobState.STOPPED, reason);
            }
            if (row != null && runs) {
                audit.record(ImportJobEvents.stopped(row, reason));
            }
            return runs;
        });
        files.delete(id);
        if (!isReport) {
            rows.delete(id);
        }
    }
}
