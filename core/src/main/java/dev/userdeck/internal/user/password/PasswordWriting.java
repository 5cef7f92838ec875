package dev.userdeck.internal.user.password;

import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;

import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.user.edit.LoginMethods;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.util.List;
import java.util.Optional;

/** What all ways to a new password have in common: what is refused, and what is written. */
final class PasswordWriting {
    static final FieldError NO_EMAIL =
            new FieldError("password", "email-missing", "The user has no email to sign in with. Add one first.");

    private final UserTransaction work;
    private final PasswordPolicy policy;

    PasswordWriting(UserTransaction work, PasswordPolicy policy) {
        this.work = work;
        this.policy = policy;
    }

    /** What is wrong with a password for this user; to be asked before it is hashed. */
    List<FieldError> check(User user, String password) {
        if (PasswordAddresses.of(user).isEmpty()) {
            return List.of(NO_EMAIL);
        }
        return policy.check(password, PasswordAddresses.of(user), user.name());
    }

    /** The refusal of all passwords where they are switched off in each tenant of the user. */
    Optional<FieldError> off(DSLContext db, UserId user) {
        List<String> off = db.select(UD_TENANT.METHODS_OFF)
                .from(UD_TENANT)
                .join(UD_USER_TENANT)
                .on(UD_USER_TENANT.TENANT_ID.eq(UD_TENANT.ID))
                .where(UD_USER_TENANT.USER_ID.eq(user.value()))
                .fetch(UD_TENANT.METHODS_OFF);
        boolean isOff = !off.isEmpty() && off.stream().allMatch(it -> TenantRows.isOff(it, SignInMethod.PASSWORD));
        return isOff
                ? Optional.of(new FieldError(
                        "password", "method-off", "Nobody signs in to the user's tenants with a password."))
                : Optional.empty();
    }

    /**
     * Writes a password in a transaction that holds the user's row, and takes away the links that were sent.
     *
     * @param email which address it must go with; others that have a password have this one too
     * @return the user as of then
     */
    User write(DSLContext db, User before, String email, String hash, NewAuditEvent event) {
        List<LoginMethod> methods = before.loginMethods().stream()
                .filter(method -> method.kind() == LoginMethod.Kind.PASSWORD)
                .toList();
        PasswordTokens.forget(db, before.id());
        db.update(UD_PASSWORD)
                .set(UD_PASSWORD.HASH, hash)
                .set(UD_PASSWORD.CHANGED_AT, work.now().toEpochMilli())
                .where(UD_PASSWORD.LOGIN_METHOD_ID.in(
                        methods.stream().map(method -> method.id().value()).toList()))
                .execute();
        String key = Identifiers.key(email);
        if (methods.stream().map(LoginMethod::email).anyMatch(it -> it != null && key.equals(Identifiers.key(it)))) {
            work.audit.record(event);
            return before;
        }
        return writeFirst(db, before, email, hash, event);
    }

    private User writeFirst(DSLContext db, User before, String email, String hash, NewAuditEvent event) {
        var method = new LoginMethod(
                new LoginMethodId(work.ids.next()), LoginMethod.Kind.PASSWORD, email, null, null, null, work.now());
        JooqUserRows.insertMethod(db, before.id(), method);
        JooqUserRows.insertPassword(db, method, hash);
        JooqUserRows.touch(db, before.id());
        if (before.status() == UserStatus.INVITED) {
            db.update(UD_USER)
                    .set(UD_USER.STATUS, ConstantNames.of(UserStatus.ACTIVE))
                    .where(UD_USER.ID.eq(before.id().value()))
                    .execute();
        }
        User after = work.reader.find(db, before.id(), Scope.all()).orElseThrow();
        work.audit.record(event.change("login", null, LoginMethods.describe(method)));
        work.notifyListeners(listener -> listener.updated(before, after));
        return after;
    }
}
