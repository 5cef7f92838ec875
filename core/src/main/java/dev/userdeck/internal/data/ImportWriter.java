package dev.userdeck.internal.data;

import static dev.userdeck.audit.AuditActions.DATA_IMPORTED;
import static dev.userdeck.audit.AuditActions.USER_CHANGED_BY_IMPORT;
import static dev.userdeck.audit.AuditActions.USER_IMPORTED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.internal.data.RowReader.Read;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.batch.UserBatches;
import dev.userdeck.internal.user.batch.UserBatches.Outcome;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes a batch: users, recipes' parts, the audit event and the import's checkpoint in one transaction. */
final class ImportWriter {
    private final JooqDatabase jooq;
    private final UserBatches users;
    private final List<UserDataField> parts;
    private final AuditTrail audit;
    private final Checkpoints checkpoints;

    ImportWriter(
            JooqDatabase jooq,
            UserBatches users,
            List<UserDataField> parts,
            AuditTrail audit,
            Checkpoints checkpoints) {
        this.jooq = jooq;
        this.users = users;
        this.parts = parts;
        this.audit = audit;
        this.checkpoints = checkpoints;
    }

    /** Undoes what was written of some rows, as a recipe refused something of them. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<Long, List<FieldError>> rows;

        RefusedException(Map<Long, List<FieldError>> rows) {
            super("Some rows were refused", null, false, false);
            this.rows = rows;
        }
    }

    /** Rolls a batch of a dry run back. */
    private static final class DryException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ImportProgress progress;

        DryException(ImportProgress progress) {
            super("This was a dry run", null, false, false);
            this.progress = progress;
        }
    }

    /**
     * Writes them.
     *
     * @param refused told before the commit
     * @param before what was done before
     */
    ImportProgress write(
            ReadBatch batch, UserImport how, Actor actor, Consumer<RefusedRow> refused, ImportProgress before) {
        List<Read> rows = batch.rows();
        try {
            return jooq.write(db -> {
                Tally tally = attempt(rows, how);
                ImportProgress after = tally.added(before, rows.size(), batch.isLast());
                List<RefusedRow> refusals = tally.refusals();
                refusals.forEach(refused);
                if (how.dryRun()) {
                    throw new DryException(after);
                }
                record(tally, how, actor);
                checkpoints.move(db, before, new Checkpoint(after, batch.digest()), refusals);
                return after;
            });
        } catch (DryException e) {
            return e.progress;
        }
    }

    /** What some rows came to. */
    private static final class Tally {
        private final Map<Long, List<FieldError>> refusals = new TreeMap<>();
        private final Set<TenantId> tenants = new HashSet<>();
        private final List<User> fresh = new ArrayList<>();
        private final List<User> changed = new ArrayList<>();
        private int created;
        private int updated;

        void add(Tally more) {
            refusals.putAll(more.refusals);
            tenants.addAll(more.tenants);
            fresh.addAll(more.fresh);
            changed.addAll(more.changed);
            created += more.created;
            updated += more.updated;
        }

        List<RefusedRow> refusals() {
            return refusals.entrySet().stream()
                    .map(row -> new RefusedRow(row.getKey(), row.getValue()))
                    .toList();
        }

        ImportProgress added(ImportProgress before, int rows, boolean isLast) {
            int same = rows - created - updated - refusals.size();
            return new ImportProgress(
                    before.rows() + rows,
                    before.created() + created,
                    before.updated() + updated,
                    before.unchanged() + same,
                    before.refused() + refusals.size(),
                    isLast);
        }
    }

    private Tally attempt(List<Read> rows, UserImport how) {
        var tally = new Tally();
        var todo = new ArrayList<Read>();
        for (Read read : rows) {
            if (read.errors().isEmpty()) {
                todo.add(read);
            } else {
                tally.refusals.put(read.row().number(), read.errors());
            }
        }
        List<Read> rest = todo;
        while (!rest.isEmpty()) {
            rest = writeFirst(rest, how, tally);
        }
        return tally;
    }

    /** Writes the first rows, as many as are about different users, or refuses some of them; the rest is still to be written. */
    private List<Read> writeFirst(List<Read> rows, UserImport how, Tally tally) {
        List<Incoming> incoming = rows.stream()
                .map(read -> Objects.requireNonNull(read.incoming()))
                .toList();
        try {
            return jooq.write(db -> {
                List<Outcome> outcomes =
                        users.writeFirst(db, incoming, how.mode() == UserImport.Mode.UPSERT, how.scope());
                tally.add(written(rows.subList(0, outcomes.size()), outcomes));
                return rows.subList(outcomes.size(), rows.size());
            });
        } catch (RefusedException e) {
            tally.refusals.putAll(e.rows);
            return rows.stream()
                    .filter(read -> !e.rows.containsKey(read.row().number()))
                    .toList();
        }
    }

    /** Writes the recipes' parts of rows about different users. */
    private Tally written(List<Read> rows, List<Outcome> outcomes) {
        var tally = new Tally();
        Map<UserId, Read> written = new LinkedHashMap<>();
        Map<UserId, User> asWritten = new LinkedHashMap<>();
        Set<UserId> created = new HashSet<>();
        Set<UserId> updated = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Read read = rows.get(i);
            Outcome outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Refused no) {
                tally.refusals.put(read.row().number(), no.errors());
                continue;
            }
            User user = outcome instanceof Outcome.Created made ? made.user() : ((Outcome.Found) outcome).user();
            written.put(user.id(), read);
            asWritten.put(user.id(), user);
            if (outcome instanceof Outcome.Created) {
                created.add(user.id());
            } else if (((Outcome.Found) outcome).changed()) {
                updated.add(user.id());
            }
        }
        for (UserDataField part : parts) {
            updated.addAll(write(part, written, asWritten, created));
        }
        updated.removeAll(created);
        asWritten.forEach((id, user) -> {
            if (created.contains(id)) {
                tally.fresh.add(user);
            } else if (updated.contains(id)) {
                tally.changed.add(user);
            }
        });
        tally.created = created.size();
        tally.updated = updated.size();
        asWritten.values().forEach(user -> tally.tenants.addAll(user.tenants()));
        return tally;
    }

    private static Set<UserId> write(
            UserDataField part, Map<UserId, Read> written, Map<UserId, User> users, Set<UserId> created) {
        var batch = new ArrayList<ImportedField>();
        written.forEach((id, read) -> {
            Object value = read.parts().get(part);
            if (value != null) {
                batch.add(new ImportedField(Objects.requireNonNull(users.get(id)), created.contains(id), value));
            }
        });
        if (batch.isEmpty()) {
            return Set.of();
        }
        UserDataField.Written done = part.write(batch);
        if (!done.refused().isEmpty()) {
            Map<Long, List<FieldError>> rows = new TreeMap<>();
            done.refused()
                    .forEach((id, errors) -> rows.put(
                            Objects.requireNonNull(written.get(id)).row().number(), errors));
            throw new RefusedException(rows);
        }
        return done.changed();
    }

    private void record(Tally tally, UserImport how, Actor actor) {
        if (tally.created + tally.updated == 0) {
            return;
        }
        var events = new ArrayList<NewAuditEvent>();
        tally.fresh.forEach(user -> events.add(about(USER_IMPORTED, user, how, actor)));
        tally.changed.forEach(user -> events.add(about(USER_CHANGED_BY_IMPORT, user, how, actor)));
        audit.recordAll(events);
        NewAuditEvent event = NewAuditEvent.of(DATA_IMPORTED, actor)
                .target(how.name())
                .change("created", null, Integer.toString(tally.created))
                .change("updated", null, Integer.toString(tally.updated));
        audit.record(event.tenant(tally.tenants));
    }

    private static NewAuditEvent about(String action, User user, UserImport how, Actor actor) {
        return NewAuditEvent.of(action, actor)
                .user(user.id())
                .tenant(user.tenants())
                .target(how.name());
    }
}
