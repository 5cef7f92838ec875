package dev.userdeck.internal.user.edit;

import static dev.userdeck.audit.AuditActions.USER_MERGED;
import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.session.LastSeen;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.internal.user.store.AuditedFields;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.Indexing;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one user of two. */
public final class UserMerge {
    private final UserTransaction work;

    public UserMerge(UserTransaction work) {
        this.work = work;
    }

    public UpdateUserResult merge(UserId into, UserId from, Scope scope, Actor actor) {
        if (into.equals(from)) {
            return UpdateUserResult.Refused.of("from", "same-user", "This is one user already.");
        }
        var conflict = new IdentifierConflict();
        var wanted = new AtomicReference<@Nullable User>();
        try {
            return work.jooq.write(db -> {
                // in one order, so that two who merge the same two don't wait for each other
                Stream.of(into, from)
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .forEach(id -> JooqUserRows.lock(db, id));
                Found stays = work.lock(db, into, scope);
                Found goes = work.lock(db, from, scope);
                if (stays instanceof OutOfReach out) {
                    return out.asUpdate();
                }
                if (goes instanceof OutOfReach out) {
                    return out.asUpdate();
                }
                return merge(db, ((Locked) stays).user(), ((Locked) goes).user(), actor, conflict, wanted);
            });
        } catch (UniqueViolationException e) {
            User merged = wanted.get();
            if (merged == null) {
                throw e;
            }
            return new UpdateUserResult.Refused(work.taken(conflict, e, merged, from));
        }
    }

    private UpdateUserResult merge(
            DSLContext db,
            User into,
            User from,
            Actor actor,
            IdentifierConflict conflict,
            AtomicReference<@Nullable User> wanted) {
        if (into.status() == UserStatus.SUSPENDED || from.status() == UserStatus.SUSPENDED) {
            return UpdateUserResult.Refused.of(
                    "from", "user-suspended", "One of the two is suspended. Activate that one first.");
        }
        User merged = merged(into, from);
        wanted.set(merged);
        release(db, from);
        write(db, into, merged, conflict);
        moveMethods(db, into, from, merged);
        seen(db, into, from);
        User after = work.reader.find(db, into.id(), Scope.all()).orElseThrow();
        UserIndex.change(db, Indexing.of(into), Indexing.of(after));
        work.notifyListeners(listener -> listener.merged(after, from));
        db.deleteFrom(UD_USER).where(UD_USER.ID.eq(from.id().value())).execute();
        work.audit.adopt(from.id(), into.id());
        work.audit.record(event(actor, into, from, after));
        return new UpdateUserResult.Updated(after);
    }

    /** What both have is that of {@code into}. */
    private static User merged(User into, User from) {
        var methods = new ArrayList<>(into.loginMethods());
        from.loginMethods().stream()
                .filter(method -> into.loginMethods().stream().noneMatch(other -> isSame(other, method)))
                .forEach(methods::add);
        var tenants = new HashSet<>(into.tenants());
        tenants.addAll(from.tenants());
        User fields = UserCopies.with(
                into,
                or(into.name(), from.name()),
                or(into.email(), from.email()),
                or(into.phone(), from.phone()),
                or(into.externalId(), from.externalId()),
                methods);
        return UserCopies.in(fields, tenants);
    }

    private static boolean isSame(LoginMethod one, LoginMethod other) {
        return one.kind() == other.kind()
                && Objects.equals(key(one.email()), key(other.email()))
                && Objects.equals(one.phone(), other.phone())
                && Objects.equals(one.provider(), other.provider())
                && Objects.equals(one.subject(), other.subject());
    }

    private static @Nullable String key(@Nullable String email) {
        return email == null ? null : Identifiers.key(email);
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    /** Gives up what must be one user's alone, before the other one takes it. */
    private static void release(DSLContext db, User from) {
        db.deleteFrom(UD_IDENTIFIER)
                .where(UD_IDENTIFIER.USER_ID.eq(from.id().value()))
                .execute();
    }

    private static void write(DSLContext db, User into, User merged, IdentifierConflict conflict) {
        var more = new HashSet<>(merged.tenants());
        more.removeAll(into.tenants());
        for (TenantId tenant : more) {
            JooqUserRows.insertMembership(db, into, tenant);
        }
        JooqUserRows.update(db, merged);
        Set<Identifiers.Identifier> fresh = new HashSet<>(Identifiers.of(merged));
        fresh.removeAll(Identifiers.of(into));
        Identifiers.insert(db, merged, fresh, into.tenants(), conflict);
        Identifiers.insert(db, merged, Identifiers.of(merged), more, conflict);
    }

    private static void moveMethods(DSLContext db, User into, User from, User merged) {
        List<String> kept = from.loginMethods().stream()
                .filter(merged.loginMethods()::contains)
                .map(method -> method.id().value())
                .toList();
        db.update(UD_LOGIN_METHOD)
                .set(UD_LOGIN_METHOD.USER_ID, into.id().value())
                .where(UD_LOGIN_METHOD.ID.in(kept))
                .execute();
    }

    /** Whoever of the two was here was this user; what a file said of the other one counts less, however late. */
    private static void seen(DSLContext db, User into, User from) {
        long seenHere = Math.max(seenHere(into), seenHere(from));
        boolean isImported = seenHere == 0 && (into.lastSeenImported() || from.lastSeenImported());
        long seenAt = isImported ? Math.max(millis(into.lastSeenAt()), millis(from.lastSeenAt())) : seenHere;
        boolean isActive = into.status() == UserStatus.ACTIVE || from.status() == UserStatus.ACTIVE;
        db.update(UD_USER)
                .set(UD_USER.STATUS, ConstantNames.of(isActive ? UserStatus.ACTIVE : UserStatus.INVITED))
                .set(UD_USER.LAST_SEEN_AT, seenAt)
                .set(UD_USER.LAST_SEEN_IMPORTED, isImported ? 1L : 0L)
                .where(UD_USER.ID.eq(into.id().value()))
                .execute();
        LastSeen.copy(db, into.id().value(), seenAt, isImported);
    }

    private static long seenHere(User user) {
        return user.lastSeenImported() ? 0 : millis(user.lastSeenAt());
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? 0 : instant.toEpochMilli();
    }

    /** Tells what came, and what of the other one is gone. */
    private static NewAuditEvent event(Actor actor, User into, User from, User after) {
        NewAuditEvent event = UserTransaction.event(USER_MERGED, actor, after)
                .target(from.id().value());
        event = AuditedFields.changes(event, into, after);
        List<AuditedFields.Value> kept = AuditedFields.of(after);
        for (AuditedFields.Value value : AuditedFields.of(from)) {
            if (value.text() != null && !kept.contains(value)) {
                event = event.change("from." + value.field(), value.text(), null);
            }
        }
        return event;
    }
}
