package dev.userdeck.internal.user.batch;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.edit.UserCreation;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.UserRow;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates and changes many users in a transaction of the caller's. New ones take the same statements, however many. */
public final class UserBatches {
    private final UserTransaction work;

    public UserBatches(UserTransaction work) {
        this.work = work;
    }

    /** What became of one. */
    public sealed interface Outcome {
        /** A new user. */
        record Created(User user) implements Outcome {}

        /** One who was there; {@code changed} tells whether something is different now. */
        record Found(User user, boolean changed) implements Outcome {}

        /** Nothing was written of this one. */
        record Refused(List<FieldError> errors) implements Outcome {}
    }

    /**
     * Writes the first of them, as many as have nothing to do with each other: what becomes of one may change whom the next is
     * about, or what is taken. Call it again with the rest, as long as there is some.
     *
     * @param batch not empty
     * @param changes whether those who are there are changed, or else refused
     * @return of the first ones, in order; at least of one
     * @throws dev.userdeck.recipe.spi.UniqueViolationException if someone else took something meanwhile: do it again
     */
    public List<Outcome> writeFirst(DSLContext db, List<Incoming> batch, boolean changes, Scope scope) {
        List<Incoming> rows = apart(batch, incoming -> keys(incoming.user()));
        Map<String, String> methodsOff = TenantRows.hold(db, tenants(rows));
        IdentifierOwners holders = IdentifierOwners.of(db, rows);
        var whom = new IdentityHashMap<Incoming, String>();
        if (changes) {
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
            List<FieldError> errors = refusals(incoming, before, methodsOff, holders, scope);
            if (!errors.isEmpty()) {
                outcomes.add(new Outcome.Refused(errors));
            } else if (before == null) {
                fresh.add(incoming);
                outcomes.add(new Outcome.Created(incoming.user()));
            } else {
                outcomes.add(new BatchUpdate(work, before, incoming).write(db));
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
        var keys = new HashSet<String>();
        keys.add("id " + user.id());
        Identifiers.of(user).forEach(identifier -> keys.add(identifier.toString()));
        return keys;
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

    private static List<FieldError> refusals(
            Incoming incoming,
            @Nullable User before,
            Map<String, String> methodsOff,
            IdentifierOwners holders,
            Scope scope) {
        List<FieldError> beyond = beyond(incoming, methodsOff, scope);
        if (!beyond.isEmpty()) {
            // nothing more is said: it could tell who is there
            return beyond;
        }
        var errors = new ArrayList<FieldError>();
        for (TenantId tenant : incoming.user().tenants()) {
            if (before == null) {
                String off = Objects.requireNonNull(methodsOff.get(tenant.value()));
                UserCreation.methodOff(off, incoming.user()).ifPresent(errors::add);
            }
        }
        errors.addAll(
                holders.taken(incoming, before == null ? null : before.id().value()));
        if (before != null) {
            errors.addAll(strangers(incoming.user(), before, scope));
        }
        return errors;
    }

    /** What an importer of some tenants may not ask for, whoever is there: ids of all users, and other tenants. */
    private static List<FieldError> beyond(Incoming incoming, Map<String, String> methodsOff, Scope scope) {
        var errors = new ArrayList<FieldError>();
        if (incoming.hasOwnId() && !(scope instanceof Scope.All)) {
            errors.add(new FieldError(
                    "id", "id-not-yours", "Ids are given by who looks after all tenants. Leave the id out."));
        }
        for (TenantId tenant : incoming.user().tenants()) {
            if (!methodsOff.containsKey(tenant.value()) || !scope.covers(tenant)) {
                errors.add(UserCreation.unknown(tenant));
            }
        }
        return errors;
    }

    private static List<FieldError> strangers(User row, User before, Scope scope) {
        if (!scope.coversAll(before.tenants())) {
            return List.of(new FieldError(
                    "tenants", "partly-out-of-scope", "The user is in a tenant, too, that is out of your reach."));
        }
        boolean isOther = row.externalId() != null
                && before.externalId() != null
                && !row.externalId().equals(before.externalId())
                && !row.id().equals(before.id());
        return isOther
                ? List.of(new FieldError(
                        "externalId", "external-id-differs", "The user with this address has another external id."))
                : List.of();
    }
}
