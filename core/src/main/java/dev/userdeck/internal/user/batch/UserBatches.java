package dev.userdeck.internal.user.batch;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.data.ImportNotes;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.edit.UserSuspensions;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.UserRow;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Creates and changes many users in a transaction of the caller's. New ones take the same statements, however many. */
public final class UserBatches {
    private final UserTransaction work;
    private final UserSuspensions suspensions;

    public UserBatches(UserTransaction work, UserSuspensions suspensions) {
        this.work = work;
        this.suspensions = suspensions;
    }

    /** What became of one. */
    public sealed interface Outcome {
        /** A new user. */
        record Created(User user) implements Outcome {}

        /** One who was there; {@code changed} tells whether something is different now, {@code notes} what else there is. */
        record Found(User user, boolean changed, ImportNotes notes) implements Outcome {}

        /** Nothing was written of this one. */
        record Refused(List<FieldError> errors) implements Outcome {}
    }

    /**
     * Writes the first of them, as many as have nothing to do with each other: what becomes of one may change whom the next is
     * about, or what is taken. Call it again with the rest, as long as there is some.
     *
     * @param batch not empty
     * @return of the first ones, in order; at least of one
     * @throws dev.userdeck.recipe.spi.UniqueViolationException if someone else took something meanwhile: do it again
     */
    public List<Outcome> writeFirst(DSLContext db, List<Incoming> batch, BatchRules rules) {
        List<Incoming> rows = apart(batch, incoming -> keys(incoming.user()));
        Map<String, String> methodsOff = TenantRows.hold(db, tenants(rows));
        IdentifierOwners holders = IdentifierOwners.of(db, rows);
        var whom = new IdentityHashMap<Incoming, String>();
        if (rules.changes()) {
            for (Incoming incoming : rows) {
                String found = holders.whom(incoming);
                if (found != null) {
                    whom.put(incoming, found);
                }
            }
        }
        Map<String, User> there = lock(db, whom.values());
        rows = apart(rows, incoming -> {
            User before = there.get(whom.getOrDefault(incoming, ""));
            Set<String> keys = keys(incoming.user());
            if (before != null) {
                keys.addAll(keys(before));
            }
            return keys;
        });
        var outcomes = new ArrayList<Outcome>();
        var fresh = new ArrayList<Incoming>();
        for (Incoming incoming : rows) {
            User before = there.get(whom.getOrDefault(incoming, ""));
            List<FieldError> errors = RowRefusals.of(incoming, before, methodsOff, holders, rules);
            if (!errors.isEmpty()) {
                outcomes.add(new Outcome.Refused(errors));
            } else if (before == null) {
                fresh.add(incoming);
                outcomes.add(new Outcome.Created(incoming.user()));
            } else {
                outcomes.add(new BatchUpdate(work, suspensions, rules.actor(), before, incoming).write(db));
            }
        }
        BatchRows.insert(db, fresh);
        fresh.forEach(incoming -> work.notifyListeners(listener -> listener.created(incoming.user())));
        return outcomes;
    }

    /** Up to one that shares a key with one before it. */
    private static List<Incoming> apart(List<Incoming> batch, Function<Incoming, Set<String>> keys) {
        var seen = new HashSet<String>();
        for (int i = 0; i < batch.size(); i++) {
            Set<String> its = keys.apply(batch.get(i));
            if (its.stream().anyMatch(seen::contains)) {
                return batch.subList(0, i);
            }
            seen.addAll(its);
        }
        return batch;
    }

    /** What no two users of a tenant can have; whatever the tenant, as a row may bring a user into another one. */
    private static Set<String> keys(User user) {
        return keys(user, true);
    }

    /** The same, without an id that was made up for a row. */
    private static Set<String> keys(User user, boolean hasOwnId) {
        var keys = new HashSet<String>();
        if (hasOwnId) {
            keys.add(IdentifierOwners.keyOfId(user.id().value()));
        }
        Identifiers.of(user).forEach(identifier -> keys.add(identifier.toString()));
        return keys;
    }

    /**
     * What each row, and everyone whom it may be about or meet, can have in common with others. Rows without a key in common
     * have nothing to do with each other, in whatever order they are written. Says nothing of rows before them.
     */
    public List<Set<String>> keys(DSLContext db, List<Incoming> batch) {
        List<Set<String>> held = IdentifierOwners.of(db, batch).heldBeside(db, batch);
        for (int i = 0; i < batch.size(); i++) {
            held.get(i).addAll(keys(batch.get(i).user(), batch.get(i).hasOwnId()));
        }
        return held;
    }

    private static Set<String> tenants(List<Incoming> batch) {
        var tenants = new TreeSet<String>();
        batch.forEach(incoming -> incoming.user().tenants().forEach(tenant -> tenants.add(tenant.value())));
        return tenants;
    }

    private Map<String, User> lock(DSLContext db, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = db.selectFrom(UD_USER)
                .where(UD_USER.ID.in(new TreeSet<>(ids)))
                .orderBy(UD_USER.ID)
                .forUpdate()
                .fetch(UserRow::of);
        var users = new HashMap<String, User>();
        work.reader
                .complete(db, rows, Scope.all())
                .forEach(user -> users.put(user.id().value(), user));
        return users;
    }
}
