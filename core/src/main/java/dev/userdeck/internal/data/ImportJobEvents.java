package dev.userdeck.internal.data;

import static dev.userdeck.audit.AuditActions.IMPORT_CANCELLED;
import static dev.userdeck.audit.AuditActions.IMPORT_FINISHED;
import static dev.userdeck.audit.AuditActions.IMPORT_STARTED;
import static dev.userdeck.audit.AuditActions.IMPORT_STOPPED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;

/** What the audit trail keeps of import jobs. What is imported has events of its own. */
final class ImportJobEvents {
    private ImportJobEvents() {}

    static NewAuditEvent started(UdImportJobRecord row, Actor actor) {
        return event(IMPORT_STARTED, row, actor);
    }

    static NewAuditEvent cancelled(UdImportJobRecord row, Actor actor) {
        return ended(IMPORT_CANCELLED, row, JooqImportJobs.progress(row), actor);
    }

    static NewAuditEvent finished(UdImportJobRecord row, ImportProgress done) {
        return ended(IMPORT_FINISHED, row, done, Actor.system());
    }

    static NewAuditEvent stopped(UdImportJobRecord row, String reason) {
        return ended(IMPORT_STOPPED, row, JooqImportJobs.progress(row), Actor.system())
                .change("reason", null, reason);
    }

    private static NewAuditEvent ended(String action, UdImportJobRecord row, ImportProgress done, Actor actor) {
        return event(action, row, actor)
                .change("created", null, Long.toString(done.created()))
                .change("updated", null, Long.toString(done.updated()))
                .change("refused", null, Long.toString(done.refused()));
    }

    private static NewAuditEvent event(String action, UdImportJobRecord row, Actor actor) {
        return NewAuditEvent.of(action, actor).target(row.getId()).change("file", null, row.getFileName());
    }
}
