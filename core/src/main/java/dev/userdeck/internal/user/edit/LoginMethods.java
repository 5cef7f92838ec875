package dev.userdeck.internal.user.edit;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_LOGIN_LINKED;
import static dev.userdeck.audit.AuditActions.USER_LOGIN_REMOVED;
import static dev.userdeck.audit.AuditActions.USER_LOGIN_UNLINKED;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.store.AuditedFields;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The ways in which users sign in: added, taken away, parted from their user. */
public final class LoginMethods {
    private final UserTransaction work;

    public LoginMethods(UserTransaction work) {
        this.work = work;
    }

    public UpdateUserResult link(UserId id, NewLogin login, Actor actor) {
        List<FieldError> errors = UserFields.checkLogin(login);
        if (!errors.isEmpty()) {
            return new UpdateUserResult.Refused(errors);
        }
        var conflict = new IdentifierConflict();
        var wanted = new AtomicReference<@Nullable User>();
        try {
            return work.change(id, Scope.all(), (db, before) -> {
                LoginMethod method = UserCreation.external(new LoginMethodId(work.ids.next()), login, work.now());
                if (before.loginMethods().stream().anyMatch(other -> isSameLogin(other, method))) {
                    return new UpdateUserResult.Updated(before);
                }
                var methods = new ArrayList<>(before.loginMethods());
                methods.add(method);
                User after = UserCopies.with(before, methods);
                wanted.set(after);
                Identifiers.replace(db, before, after, conflict);
                JooqUserRows.insertMethod(db, id, method);
                JooqUserRows.touch(db, id);
                return work.done(
                        db,
                        before,
                        now -> UserTransaction.event(USER_LOGIN_LINKED, actor, now)
                                .target(method.id().value())
                                .change("login", null, describe(method)));
            });
        } catch (UniqueViolationException e) {
            User after = wanted.get();
            if (after == null) {
                throw e;
            }
            return new UpdateUserResult.Refused(work.taken(conflict, e, after, null));
        }
    }

    public UpdateUserResult remove(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        return work.change(id, scope, (db, before) -> {
            LoginMethod method = find(before, methodId).orElse(null);
            if (method == null) {
                return UpdateUserResult.Refused.of("method", "method-unknown", "The user has no such login method.");
            }
            if (before.loginMethods().size() == 1) {
                return UpdateUserResult.Refused.of(
                        "method", "last-method", "This is the user's last login method. Suspend the user instead.");
            }
            Identifiers.replace(
                    db, before, UserCopies.with(before, MethodSplit.without(before, method)), new IdentifierConflict());
            db.deleteFrom(UD_LOGIN_METHOD)
                    .where(UD_LOGIN_METHOD.ID.eq(methodId.value()))
                    .execute();
            JooqUserRows.touch(db, id);
            PasswordTokens.forget(db, id);
            return work.done(
                    db,
                    before,
                    now -> UserTransaction.event(USER_LOGIN_REMOVED, actor, now)
                            .target(methodId.value())
                            .change("login", describe(method), null));
        });
    }

    public UnlinkResult unlink(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        return work.jooq.write(db -> {
            Found found = work.lock(db, id, scope);
            if (found instanceof OutOfReach out) {
                return out.alsoElsewhere() ? new UnlinkResult.PartlyOutOfScope() : new UnlinkResult.Unknown();
            }
            User before = ((Locked) found).user();
            LoginMethod method = find(before, methodId).orElse(null);
            if (method == null) {
                return new UnlinkResult.Unknown();
            }
            Optional<FieldError> refusal = MethodSplit.refusal(before, method);
            return refusal.isPresent()
                    ? new UnlinkResult.Refused(List.of(refusal.get()))
                    : part(db, before, MethodSplit.of(before, method, new UserId(work.ids.next()), work.now()), actor);
        });
    }

    private UnlinkResult part(DSLContext db, User before, MethodSplit parting, Actor actor) {
        var conflict = new IdentifierConflict();
        User created = parting.created();
        LoginMethod moved = created.loginMethods().get(0);
        JooqUserRows.update(db, parting.remaining());
        Identifiers.replace(db, before, parting.remaining(), conflict);
        PasswordTokens.forget(db, before.id());
        JooqUserRows.insert(db, UserCopies.with(created, List.of()), conflict);
        Identifiers.replace(db, UserCopies.with(created, List.of()), created, conflict);
        JooqUserRows.updateMethod(db, moved);
        db.update(UD_LOGIN_METHOD)
                .set(UD_LOGIN_METHOD.USER_ID, created.id().value())
                .where(UD_LOGIN_METHOD.ID.eq(moved.id().value()))
                .execute();
        work.audit.record(UserTransaction.event(USER_CREATED, actor, created)
                .target(before.id().value())
                .change("login", null, describe(moved)));
        work.notifyListeners(listener -> listener.created(created));
        var done = work.done(
                db,
                before,
                now -> AuditedFields.changes(UserTransaction.event(USER_LOGIN_UNLINKED, actor, now), before, now)
                        .target(created.id().value())
                        .change("login", describe(moved), null));
        return new UnlinkResult.Unlinked(done.user(), created);
    }

    public static boolean isSameLogin(LoginMethod one, LoginMethod other) {
        return one.provider() != null
                && one.provider().equals(other.provider())
                && one.subject() != null
                && one.subject().equals(other.subject());
    }

    private static Optional<LoginMethod> find(User user, LoginMethodId methodId) {
        return user.loginMethods().stream()
                .filter(method -> method.id().equals(methodId))
                .findFirst();
    }

    /** As in {@code password ada@example.org} or {@code external google 1234}. */
    public static String describe(LoginMethod method) {
        var words = new ArrayList<String>();
        words.add(ConstantNames.of(method.kind()));
        for (String word :
                new @Nullable String[] {method.provider(), method.subject(), method.email(), method.phone()}) {
            if (word != null) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
