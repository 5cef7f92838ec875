package dev.userdeck.internal.data;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.BusyException;
import dev.userdeck.error.StorageException;
import dev.userdeck.internal.data.ImportFiles.FileGoneException;
import dev.userdeck.internal.data.ImportJobWork.LostException;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.operator.Permission;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with import jobs, a bounded part of each at a time, so that other background work has its turn. Between two turns the
 * file stays open, as to find the place again takes reading it from the start; and with it the job stays this node's.
 */
final class ImportJobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobRunner.class);
    private static final int BATCHES_A_TURN = 4;
    /** Files that are open at a time; each takes the memory of two batches. */
    private static final int MOST_OPEN = 3;

    private final JooqDatabase jooq;
    private final JooqImportJobs rows;
    private final ImportFiles files;
    private final DefaultUserData data;
    private final OperatorRights rights;
    private final AuditTrail audit;
    private final Runnable again;
    private final Map<String, ImportJobWork> open = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;

    ImportJobRunner(
            JooqDatabase jooq,
            JooqImportJobs rows,
            ImportFiles files,
            DefaultUserData data,
            OperatorRights rights,
            AuditTrail audit,
            Runnable again) {
        this.jooq = jooq;
        this.rows = rows;
        this.files = files;
        this.data = data;
        this.rights = rights;
        this.audit = audit;
        this.again = again;
    }

    /** A turn of each job that no other node is at; by one thread at a time. */
    void run() {
        if (!turn.tryLock()) {
            return;
        }
        boolean more = false;
        try {
            List<String> due = rows.due();
            closeAllBut(new HashSet<>(due));
            for (String id : due) {
                if (!closed && (open.containsKey(id) || open.size() < MOST_OPEN) && rows.take(id)) {
                    more |= turn(id);
                }
            }
        } finally {
            turn.unlock();
        }
        if (more && !closed) {
            again.run();
        }
    }

    /** Ends after the batch at hand. */
    void close() {
        closed = true;
        turn.lock();
        try {
            Set<String> ours = Set.copyOf(open.keySet());
            closeAllBut(Set.of());
            ours.forEach(rows::release);
        } finally {
            turn.unlock();
        }
    }

    private void closeAllBut(Set<String> these) {
        Set.copyOf(open.keySet()).stream().filter(id -> !these.contains(id)).forEach(this::close);
    }

    private void close(String id) {
        ImportJobWork work = open.remove(id);
        if (work != null) {
            work.close();
        }
    }

    /** Whether there is more to do. */
    private boolean turn(String id) {
        boolean more = true;
        for (int batch = 0; more && batch < BATCHES_A_TURN && !closed; batch++) {
            more = batch(id);
        }
        if (!more) {
            close(id);
            rows.release(id);
            deleteFileIfOver(id);
        }
        return more;
    }

    private void deleteFileIfOver(String id) {
        UdImportJobRecord row = rows.find(id);
        if (row != null && JooqImportJobs.state(row).isOver()) {
            files.delete(id);
        }
    }

    private boolean batch(String id) {
        UdImportJobRecord row = rows.find(id);
        if (row == null || !JooqImportJobs.state(row).isAtWork()) {
            return false;
        }
        UserImport how = rows.how(row);
        if (rights.lost(ImportJobRequest.kind(row), row.getOperatorId(), Permission.USERS_IMPORT, how.scope())) {
            return stop(row, "%s may not import users any more.".formatted(row.getOperatorName()));
        }
        try {
            return work(row, how).step();
        } catch (ImportRefusedException e) {
            return refuse(row, Objects.requireNonNull(e.getMessage()));
        } catch (LostException e) {
            return false;
        } catch (FileGoneException e) {
            return stop(row, "Its file is gone.");
        } catch (IOException e) {
            return false; // interrupted, as the app shuts down: another one goes on
        } catch (StorageException | BusyException e) {
            close(id);
            rows.release(id);
            throw e; // tried again with the next turn
        } catch (RuntimeException e) {
            LOG.warn("The import {} failed behind row {}", id, row.getRowsDone(), e);
            return refuse(row, "It went wrong; the log says why.");
        }
    }

    private ImportJobWork work(UdImportJobRecord row, UserImport how) throws IOException {
        String id = row.getId();
        ImportJobWork work = open.get(id);
        if (work == null || work.state() != JooqImportJobs.state(row)) {
            close(id);
            work = new ImportJobWork(jooq, rows, files, data, audit, row, how);
            open.put(id, work);
        }
        return work;
    }

    /** A check is over with that, and may be made in another way; a run stops. */
    private boolean refuse(UdImportJobRecord read, String reason) {
        if (JooqImportJobs.state(read) == ImportJobState.RUNNING) {
            return stop(read, reason);
        }
        jooq.write(db -> {
            UdImportJobRecord row = rows.hold(db, read.getId(), ImportJobState.CHECKING);
            if (row != null) {
                rows.change(db, row, ImportJobState.CHECKED, reason);
            }
            return row != null;
        });
        return false;
    }

    private boolean stop(UdImportJobRecord read, String reason) {
        jooq.write(db -> {
            UdImportJobRecord row = rows.hold(db, read.getId(), JooqImportJobs.state(read));
            if (row != null) {
                rows.change(db, row, ImportJobState.STOPPED, reason);
                audit.record(ImportJobEvents.stopped(row, reason));
            }
            return row != null;
        });
        return false;
    }
}
