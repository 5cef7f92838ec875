package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.UpdateUserResult.PartlyOutOfScope;
import dev.userdeck.user.UpdateUserResult.Unknown;
import dev.userdeck.user.UpdateUserResult.Updated;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What everything that changes users has in common: the lock, the scope, the audit event, and those who hear of it. */
public final class UserTransaction {
    public final JooqDatabase jooq;
    public final Clock clock;
    public final Ids ids;
    public final JooqAuditTrail audit;
    public final JooqUserReader reader;
    private final List<UserListener> listeners = new CopyOnWriteArrayList<>();

    public UserTransaction(JooqDatabase jooq, Clock clock, Ids ids, JooqAuditTrail audit, JooqUserReader reader) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.reader = reader;
    }

    public void listen(List<UserListener> more) {
        listeners.addAll(more);
    }

    public void notifyListeners(Consumer<UserListener> what) {
        listeners.forEach(what);
    }

    /** To the millisecond, as it is kept. */
    public Instant now() {
        return StoredTime.now(clock);
    }

    /** A user to work on, or why there is none. */
    public sealed interface Found {}

    /** The user, with all tenants. */
    public record Locked(User user) implements Found {}

    /** No such user, or out of reach, or only in part within reach. */
    public record OutOfReach(boolean alsoElsewhere) implements Found {

        public UpdateUserResult asUpdate() {
            return alsoElsewhere ? new PartlyOutOfScope() : new Unknown();
        }
    }

    /** Finds a user to be changed as a whole: the scope must cover all tenants of that user. */
    public Found lock(DSLContext db, UserId id, Scope scope) {
        return asAWhole(lockSeen(db, id, scope), scope);
    }

    private static Found asAWhole(Found found, Scope scope) {
        return found instanceof Locked locked && !scope.coversAll(locked.user().tenants())
                ? new OutOfReach(true)
                : found;
    }

    /** The same without the lock, for what has to be known before a transaction begins. */
    public Found look(UserId id, Scope scope) {
        return asAWhole(seen(reader.find(id, Scope.all()), scope), scope);
    }

    /** Finds a user to be changed in part: the scope must cover one tenant of that user. */
    public Found lockSeen(DSLContext db, UserId id, Scope scope) {
        if (!JooqUserRows.lock(db, id)) {
            return new OutOfReach(false);
        }
        return seen(reader.find(db, id, Scope.all()), scope);
    }

    private static Found seen(Optional<User> found, Scope scope) {
        return found.filter(user ->
                        scope instanceof Scope.All || user.tenants().stream().anyMatch(scope::covers))
                .<Found>map(Locked::new)
                .orElseGet(() -> new OutOfReach(false));
    }

    /** See {@link dev.userdeck.user.Users#withWholeUser}. */
    public <T> T asWhole(UserId id, Scope scope, Supplier<T> doing) {
        if (scope instanceof Scope.All) {
            return doing.get();
        }
        jooq.read(db -> {
            checkWhole(db, id, scope);
            return id;
        });
        Consumer<DSLContext> first = db -> {
            JooqUserRows.lock(db, id);
            checkWhole(db, id, scope);
        };
        return jooq.checking(first, doing);
    }

    private static void checkWhole(DSLContext db, UserId id, Scope scope) {
        var m = UD_USER_TENANT;
        List<String> tenants =
                db.select(m.TENANT_ID).from(m).where(m.USER_ID.eq(id.value())).fetch(m.TENANT_ID);
        if (!tenants.stream().map(TenantId::new).allMatch(scope::covers)) {
            throw new PartlyOutOfScopeException();
        }
    }

    /**
     * What is taken, all of it at once: what the index refused, and what else someone has by now.
     *
     * @param wanted the user as it would be
     * @param goes another user who would be gone, so that nothing of that one is in the way; null for none
     * @throws UniqueViolationException as it came, if it wasn't ours
     */
    public List<FieldError> taken(
            IdentifierConflict conflict, UniqueViolationException refused, User wanted, @Nullable UserId goes) {
        var kinds = new TreeSet<String>();
        kinds.add(conflict.kindOf(refused));
        List<UserId> own = goes == null ? List.of(wanted.id()) : List.of(wanted.id(), goes);
        kinds.addAll(jooq.read(db -> Identifiers.taken(db, Identifiers.of(wanted), wanted.tenants(), own)));
        var errors = new ArrayList<FieldError>();
        kinds.forEach(kind -> errors.add(IdentifierConflict.error(kind)));
        return errors;
    }

    /** Changes a user as a whole, in one transaction. */
    public UpdateUserResult change(UserId id, Scope scope, Change work) {
        return jooq.write(db -> {
            Found found = lock(db, id, scope);
            return found instanceof Locked locked ? work.make(db, locked.user()) : ((OutOfReach) found).asUpdate();
        });
    }

    /** What is done to a user whose row is locked. */
    @FunctionalInterface
    public interface Change {
        UpdateUserResult make(DSLContext db, User user);
    }

    /** Reads the user again, keeps the list in step, writes the event and tells the listeners. */
    public Updated done(DSLContext db, User before, Function<User, NewAuditEvent> event) {
        User after = reader.find(db, before.id(), Scope.all()).orElseThrow();
        UserIndex.change(db, Indexing.of(before), Indexing.of(after));
        audit.record(event.apply(after));
        notifyListeners(listener -> listener.updated(before, after));
        return new Updated(after);
    }

    /** An event about a whole user; in all the user's tenants, so that their operators see it. */
    public static NewAuditEvent event(String action, Actor actor, User user) {
        return NewAuditEvent.of(action, actor).user(user.id()).tenant(user.tenants());
    }
}
