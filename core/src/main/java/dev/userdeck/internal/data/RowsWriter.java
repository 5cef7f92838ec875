package dev.userdeck.internal.data;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.data.RowReader.Read;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.batch.BatchRules;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.batch.UserBatches;
import dev.userdeck.internal.user.batch.UserBatches.Outcome;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Writes rows in the open transaction: users and recipes' parts. */
final class RowsWriter {
    private final JooqDatabase jooq;
    private final UserBatches users;
    private final List<UserDataField> parts;
    private final BatchRules rules;

    RowsWriter(JooqDatabase jooq, UserBatches users, List<UserDataField> parts, UserImport how, Actor actor) {
        this.jooq = jooq;
        this.users = users;
        this.parts = parts;
        this.rules = new BatchRules(
                how.mode() == UserImport.Mode.UPSERT, how.format() == DataFormat.CSV, how.scope(), actor);
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

    /** What rows have that can be read in common with others; see {@link UserBatches#keys}. */
    List<Set<String>> keys(DSLContext db, List<Read> readable) {
        return readable.isEmpty() ? List.of() : users.keys(db, incoming(readable));
    }

    private static List<Incoming> incoming(List<Read> rows) {
        return rows.stream()
                .map(read -> Objects.requireNonNull(read.incoming()))
                .toList();
    }

    /** Writes them, in order. */
    Tally write(List<Read> rows) {
        var tally = new Tally();
        var todo = new ArrayList<Read>();
        for (Read read : rows) {
            if (read.errors().isEmpty()) {
                todo.add(read);
            } else {
                tally.refuse(read.row().number(), read.errors());
            }
        }
        List<Read> rest = todo;
        while (!rest.isEmpty()) {
            rest = writeFirst(rest, tally);
        }
        return tally;
    }

    /** Writes the first rows, as many as are about different users, or refuses some of them; the rest is still to be written. */
    private List<Read> writeFirst(List<Read> rows, Tally tally) {
        try {
            return jooq.write(db -> {
                List<Outcome> outcomes = users.writeFirst(db, incoming(rows), rules);
                tally.add(written(rows.subList(0, outcomes.size()), outcomes));
                return rows.subList(outcomes.size(), rows.size());
            });
        } catch (RefusedException e) {
            e.rows.forEach(tally::refuse);
            return rows.stream()
                    .filter(read -> !e.rows.containsKey(read.row().number()))
                    .toList();
        }
    }

    /** Writes the recipes' parts of rows about different users. */
    private Tally written(List<Read> rows, List<Outcome> outcomes) {
        var tally = new Tally();
        Map<UserId, Read> written = new LinkedHashMap<>();
        Map<UserId, ImportedField> fields = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Read read = rows.get(i);
            long number = read.row().number();
            Outcome outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Refused no) {
                tally.refuse(number, no.errors());
                continue;
            }
            User user;
            if (outcome instanceof Outcome.Created made) {
                user = made.user();
                tally.create(number, user);
            } else {
                var found = (Outcome.Found) outcome;
                user = found.user();
                tally.note(number, found.notes());
                if (found.changed()) {
                    tally.update(number, user);
                }
            }
            written.put(user.id(), read);
            fields.put(user.id(), new ImportedField(user, outcome instanceof Outcome.Created, ""));
            tally.touch(user.tenants());
        }
        for (UserDataField part : parts) {
            for (UserId changed : write(part, written, fields)) {
                tally.update(
                        Objects.requireNonNull(written.get(changed)).row().number(),
                        Objects.requireNonNull(fields.get(changed)).user());
            }
        }
        return tally;
    }

    private static Set<UserId> write(UserDataField part, Map<UserId, Read> written, Map<UserId, ImportedField> fields) {
        var batch = new ArrayList<ImportedField>();
        written.forEach((id, read) -> {
            Object value = read.parts().get(part);
            if (value != null) {
                ImportedField field = Objects.requireNonNull(fields.get(id));
                batch.add(new ImportedField(field.user(), field.isNew(), value));
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
}
