package dev.userdeck.internal.data;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.USER_CHANGED_BY_IMPORT;
import static dev.userdeck.audit.AuditActions.USER_IMPORTED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** Writes a batch: its rows, the audit event and the import's checkpoint in one transaction. */
final class ImportWriter implements BatchTarget {
    private final JooqDatabase jooq;
    private final RowsWriter rows;
    private final AuditTrail audit;
    private final Checkpoints checkpoints;
    private final UserImport how;
    private final ImportListener listener;
    private final Actor actor;

    ImportWriter(
            JooqDatabase jooq,
            RowsWriter rows,
            AuditTrail audit,
            Checkpoints checkpoints,
            UserImport how,
            ImportListener listener,
            Actor actor) {
        this.jooq = jooq;
        this.rows = rows;
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.how = how;
        this.listener = listener;
        this.actor = actor;
    }

    @Override
    public ImportProgress write(ReadBatch batch, ImportProgress before) {
        Set<Long> told = new HashSet<>();
        return BatchTarget.insisting(() -> jooq.write(db -> {
            Tally tally = rows.write(batch.rows());
            ImportProgress after = tally.added(before, batch.rows().size(), batch.isLast());
            for (RefusedRow row : tally.refusals()) {
                if (told.add(row.row())) {
                    listener.refused(row);
                }
            }
            record(tally);
            checkpoints.move(db, before, new Checkpoint(after, batch.digest()), tally.refusals());
            return after;
        }));
    }

    private void record(Tally tally) {
        if (tally.created() + tally.updated() == 0) {
            return;
        }
        var events = new ArrayList<NewAuditEvent>();
        tally.createdUsers().forEach(user -> events.add(about(USER_IMPORTED, user)));
        tally.updatedUsers().forEach(user -> events.add(about(USER_CHANGED_BY_IMPORT, user)));
        audit.recordAll(events);
        NewAuditEvent event = NewAuditEvent.of(DATA_IMPORTED, actor)
                .target(how.name())
                .change("created", null, Integer.toString(tally.created()))
                .change("updated", null, Integer.toString(tally.updated()));
        audit.record(event.tenant(tally.tenants()));
    }

    private NewAuditEvent about(String action, User user) {
        return NewAuditEvent.of(action, actor)
                .user(user.id())
                .tenant(user.tenants())
                .target(how.name());
    }
}
