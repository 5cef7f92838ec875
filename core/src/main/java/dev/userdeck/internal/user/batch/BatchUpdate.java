package dev.userdeck.internal.user.batch;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.internal.user.batch.UserBatches.Outcome;
import dev.userdeck.internal.user.edit.LoginMethods;
import dev.userdeck.internal.user.edit.UserSuspensions;
import dev.userdeck.internal.user.edit.UserUpdates;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.internal.user.store.AuditedFields;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.Indexing;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings a user who is there up to what a row says: sets what the row has, adds what is missing, suspends or activates the
 * user, takes nothing else away.
 */
final class BatchUpdate {
    private final UserTransaction work;
    private final UserSuspensions suspensions;
    private final Actor actor;
    private final User before;
    private final Incoming row;

    BatchUpdate(UserTransaction work, UserSuspensions suspensions, Actor actor, User before, Incoming row) {
        this.work = work;
        this.suspensions = suspensions;
        this.actor = actor;
        this.before = before;
        this.row = row;
    }

    Outcome write(DSLContext db) {
        Outcome edited = edit(db);
        return edited instanceof Outcome.Found found ? suspendOrActivate(db, found) : edited;
    }

    private Outcome suspendOrActivate(DSLContext db, Outcome.Found edited) {
        StatedSuspension said = row.said().suspension();
        Suspension there = edited.user().suspension();
        if (said.isSo(there)) {
            return new Outcome.Found(edited.user(), edited.changed(), kept());
        }
        if (said.state() == StatedSuspension.State.SUSPENDED) {
            Suspension wanted = said.replacing(there, work.now(), UserSuspensions.nameOf(actor));
            User after = suspensions.suspend(db, edited.user(), wanted, actor).user();
            return new Outcome.Found(after, true, kept().plus(new ImportNotes(1, 0, 0, 0, 0)));
        }
        User after = suspensions.activate(db, edited.user(), actor).user();
        return new Outcome.Found(after, true, kept().plus(new ImportNotes(0, 1, 0, 0, 0)));
    }

    /** What the row says otherwise, and stays. */
    private ImportNotes kept() {
        Instant joined = row.said().joinedAt();
        Instant seen = row.said().lastSeenAt();
        boolean isHashKept = !row.hashes().isEmpty()
                && before.loginMethods().stream().anyMatch(method -> method.kind() == LoginMethod.Kind.PASSWORD);
        return new ImportNotes(
                0,
                0,
                isHashKept ? 1 : 0,
                joined == null || joined.equals(before.joinedAt()) ? 0 : 1,
                seen == null || seen.equals(before.lastSeenAt()) ? 0 : 1);
    }

    private Outcome edit(DSLContext db) {
        User changed = changed();
        var joined = new HashSet<>(changed.tenants());
        joined.removeAll(before.tenants());
        List<LoginMethod> added = changed.loginMethods()
                .subList(before.loginMethods().size(), changed.loginMethods().size());
        if (!AuditedFields.differ(before, changed) && joined.isEmpty() && added.isEmpty()) {
            return new Outcome.Found(before, false, ImportNotes.none());
        }
        Set<String> taken = Identifiers.taken(db, Identifiers.of(changed), changed.tenants(), List.of(before.id()));
        if (!taken.isEmpty()) {
            List<FieldError> errors =
                    new TreeSet<>(taken).stream().map(IdentifierConflict::error).toList();
            return new Outcome.Refused(errors);
        }
        write(db, changed, joined, added);
        User after = work.reader.find(db, before.id(), Scope.all()).orElseThrow();
        UserIndex.change(db, Indexing.of(before), Indexing.of(after));
        work.notifyListeners(listener -> listener.updated(before, after));
        return new Outcome.Found(after, true, ImportNotes.none());
    }

    private void write(DSLContext db, User changed, Set<TenantId> joined, List<LoginMethod> added) {
        var conflict = new IdentifierConflict();
        JooqUserRows.update(db, changed);
        for (LoginMethod method : changed.loginMethods()) {
            if (added.contains(method)) {
                JooqUserRows.insertMethod(db, before.id(), method);
                String hash = row.hashes().get(method.id().value());
                if (hash != null) {
                    JooqUserRows.insertPassword(db, method, hash);
                }
            } else if (!before.loginMethods().contains(method)) {
                JooqUserRows.updateMethod(db, method);
            }
        }
        Identifiers.replace(db, before, UserCopies.in(changed, before.tenants()), conflict);
        for (TenantId tenant : joined) {
            JooqUserRows.insertMembership(db, changed, tenant);
        }
        Identifiers.insert(db, changed, Identifiers.of(changed), joined, conflict);
    }

    private User changed() {
        User wanted = row.user();
        String email = or(wanted.email(), before.email());
        String phone = or(wanted.phone(), before.phone());
        var methods = new ArrayList<LoginMethod>();
        before.loginMethods().forEach(method -> methods.add(UserUpdates.following(method, before, email, phone)));
        wanted.loginMethods().stream()
                .filter(method -> isMissing(method, methods))
                .forEach(methods::add);
        User changed = UserCopies.with(
                before,
                row.isNamed() ? wanted.name() : or(before.name(), wanted.name()),
                email,
                phone,
                or(wanted.externalId(), before.externalId()),
                methods);
        var tenants = new HashSet<>(before.tenants());
        if (row.said().tenants()) {
            tenants.addAll(wanted.tenants());
        }
        return UserCopies.in(changed, tenants);
    }

    private static @Nullable String or(@Nullable String wanted, @Nullable String kept) {
        return wanted == null ? kept : wanted;
    }

    /** A user keeps a password: it may be newer than the file. */
    private static boolean isMissing(LoginMethod method, List<LoginMethod> there) {
        return there.stream().noneMatch(other -> other.kind() == method.kind() && isSame(method, other));
    }

    private static boolean isSame(LoginMethod method, LoginMethod other) {
        return switch (method.kind()) {
            case PASSWORD -> true;
            case PASSWORDLESS ->
                Objects.equals(key(method.email()), key(other.email()))
                        && Objects.equals(method.phone(), other.phone());
            case EXTERNAL -> LoginMethods.isSameLogin(method, other);
        };
    }

    private static Optional<String> key(@Nullable String email) {
        return Optional.ofNullable(email).map(Identifiers::key);
    }
}
