package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_IMPORT;

import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.internal.jooq.tables.records.UdImportRecord;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.TableStatistics;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far named imports have come: a row each, moved on in the transaction of each batch. */
final class JooqImports {
    /** How long an import that stopped can be gone on with. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JooqDatabase jooq;
    private final Clock clock;

    JooqImports(JooqDatabase jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /** Those of the import of this name. */
    Checkpoints named(String name) {
        return new Checkpoints() {
            @Override
            public Checkpoint open(String emptyDigest) {
                return JooqImports.this.open(name, emptyDigest);
            }

            @Override
            public void move(DSLContext db, ImportProgress before, Checkpoint after, List<RefusedRow> refused) {
                JooqImports.this.move(db, name, before.rows(), after);
            }
        };
    }

    private Checkpoint open(String name, String emptyDigest) {
        var i = UD_IMPORT;
        UdImportRecord row = find(name);
        if (row == null) {
            try {
                jooq.write(db -> db.insertInto(i)
                        .set(i.NAME, name)
                        .set(i.ROWS_DONE, 0L)
                        .set(i.USERS_CREATED, 0L)
                        .set(i.USERS_UPDATED, 0L)
                        .set(i.ROWS_UNCHANGED, 0L)
                        .set(i.ROWS_REFUSED, 0L)
                        .set(i.NOTED_SUSPENDED, 0L)
                        .set(i.NOTED_ACTIVATED, 0L)
                        .set(i.KEPT_PASSWORD_HASH, 0L)
                        .set(i.KEPT_JOINED_AT, 0L)
                        .set(i.KEPT_LAST_SEEN_AT, 0L)
                        .set(i.DIGEST, emptyDigest)
                        .set(i.FINISHED, 0)
                        .set(i.PURGE_AT, forgetAt())
                        .execute());
            } catch (UniqueViolationException e) {
                throw runsElsewhere(e);
            }
            return new Checkpoint(new ImportProgress(0, 0, 0, 0, 0, false), emptyDigest);
        }
        return new Checkpoint(progress(row), row.getDigest());
    }

    /** How far it has come, if there is one of this name. */
    Optional<ImportProgress> progress(String name) {
        return Optional.ofNullable(find(name)).map(JooqImports::progress);
    }

    private static ImportProgress progress(UdImportRecord row) {
        return new ImportProgress(
                row.getRowsDone(),
                row.getUsersCreated(),
                row.getUsersUpdated(),
                row.getRowsUnchanged(),
                row.getRowsRefused(),
                row.getFinished() == 1,
                new ImportNotes(
                        row.getNotedSuspended(),
                        row.getNotedActivated(),
                        row.getKeptPasswordHash(),
                        row.getKeptJoinedAt(),
                        row.getKeptLastSeenAt()));
    }

    private @Nullable UdImportRecord find(String name) {
        return jooq.read(
                db -> db.selectFrom(UD_IMPORT).where(UD_IMPORT.NAME.eq(name)).fetchOne());
    }

    private long forgetAt() {
        return clock.millis() + KEPT.toMillis();
    }

    /**
     * Moves on, in the open transaction.
     *
     * @param from how many rows were done before
     * @throws ImportRefusedException if someone else moved it
     */
    private void move(DSLContext db, String name, long from, Checkpoint to) {
        var i = UD_IMPORT;
        ImportProgress progress = to.progress();
        ImportNotes notes = progress.notes();
        int moved = db.update(i)
                .set(i.ROWS_DONE, progress.rows())
                .set(i.USERS_CREATED, progress.created())
                .set(i.USERS_UPDATED, progress.updated())
                .set(i.ROWS_UNCHANGED, progress.unchanged())
                .set(i.ROWS_REFUSED, progress.refused())
                .set(i.NOTED_SUSPENDED, notes.suspended())
                .set(i.NOTED_ACTIVATED, notes.activated())
                .set(i.KEPT_PASSWORD_HASH, notes.passwordHashKept())
                .set(i.KEPT_JOINED_AT, notes.joinedAtKept())
                .set(i.KEPT_LAST_SEEN_AT, notes.lastSeenAtKept())
                .set(i.DIGEST, to.digest())
                .set(i.FINISHED, progress.finished() ? 1 : 0)
                .set(i.PURGE_AT, forgetAt())
                .where(i.NAME.eq(name))
                .and(i.ROWS_DONE.eq(from))
                .and(i.FINISHED.eq(0))
                .execute();
        if (moved == 0) {
            throw runsElsewhere(null);
        }
    }

    private static ImportRefusedException runsElsewhere(@Nullable Throwable cause) {
        var refused = new ImportRefusedException(
                "import-runs", "An import of this name runs elsewhere just now: wait for it, or choose another name.");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    /** Many users came: what is planned for a table with few is slow in one with many. */
    void countAnew() {
        jooq.join(db -> {
            TableStatistics.renew(db, UD_IMPORT);
            return true;
        });
    }

    /** Forgets those that nobody has gone on with for long. */
    int sweep(int batch) {
        return ExpiredRows.ended(jooq, UD_IMPORT.NAME, UD_IMPORT.PURGE_AT, clock.millis(), batch);
    }
}
