package dev.userdeck.internal.user.edit;

import static dev.userdeck.audit.AuditActions.USER_UPDATED;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.store.AuditedFields;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.PhoneNumber;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Change;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserChange.Field;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Changes the fields of users. */
public final class UserUpdates {
    private final UserTransaction work;

    public UserUpdates(UserTransaction work) {
        this.work = work;
    }

    public UpdateUserResult update(UserId id, UserChange change, Scope scope, Actor actor) {
        Map<Field, Optional<String>> fields = stripped(change.fields());
        List<FieldError> errors = check(fields);
        if (!errors.isEmpty()) {
            return new UpdateUserResult.Refused(errors);
        }
        var conflict = new IdentifierConflict();
        var wanted = new AtomicReference<@Nullable User>();
        Change changing = (db, before) -> {
            Long version = change.version();
            if (version != null && version != before.version()) {
                return new UpdateUserResult.Stale(before);
            }
            User after = applied(before, fields);
            wanted.set(after);
            return write(db, before, after, actor, conflict);
        };
        try {
            return work.change(id, scope, changing);
        } catch (UniqueViolationException e) {
            User after = wanted.get();
            if (after == null) {
                throw e;
            }
            return new UpdateUserResult.Refused(work.taken(conflict, e, after, null));
        }
    }

    private UpdateUserResult write(DSLContext db, User before, User after, Actor actor, IdentifierConflict conflict) {
        if (!AuditedFields.differ(before, after)) {
            return new UpdateUserResult.Updated(before);
        }
        if (after.email() == null && after.phone() == null && !hasExternal(after)) {
            boolean hadEmail = before.email() != null;
            return UpdateUserResult.Refused.of(
                    hadEmail ? "email" : "phone",
                    hadEmail ? "email-missing" : "phone-missing",
                    "A user keeps an email or a phone.");
        }
        Optional<FieldError> stranded = stranded(after);
        if (stranded.isPresent()) {
            return new UpdateUserResult.Refused(List.of(stranded.get()));
        }
        JooqUserRows.update(db, after);
        Identifiers.replace(db, before, after, conflict);
        if (!Objects.equals(before.email(), after.email())) {
            PasswordTokens.forget(db, before.id());
        }
        for (LoginMethod method : after.loginMethods()) {
            if (!before.loginMethods().contains(method)) {
                JooqUserRows.updateMethod(db, method);
            }
        }
        return work.done(
                db, before, now -> AuditedFields.changes(UserTransaction.event(USER_UPDATED, actor, now), before, now));
    }

    private static boolean hasExternal(User user) {
        return user.loginMethods().stream().anyMatch(method -> method.kind() == LoginMethod.Kind.EXTERNAL);
    }

    /** A password needs its email, and messages need somewhere to go. */
    private static Optional<FieldError> stranded(User after) {
        for (LoginMethod method : after.loginMethods()) {
            if (method.kind() == LoginMethod.Kind.PASSWORD && method.email() == null) {
                return Optional.of(
                        new FieldError("email", "email-in-use", "The user signs in with this email and a password."));
            }
            if (method.kind() == LoginMethod.Kind.PASSWORDLESS && method.email() == null && method.phone() == null) {
                return Optional.of(
                        after.email() == null
                                ? new FieldError("email", "email-in-use", "The user signs in with this email.")
                                : new FieldError("phone", "phone-in-use", "The user signs in with this phone."));
            }
        }
        return Optional.empty();
    }

    /** Without surrounding space; what is blank clears. */
    private static Map<Field, Optional<String>> stripped(Map<Field, Optional<String>> raw) {
        var fields = new EnumMap<Field, Optional<String>>(Field.class);
        raw.forEach((field, text) -> fields.put(field, text.map(String::strip).filter(it -> !it.isEmpty())));
        return fields;
    }

    private static List<FieldError> check(Map<Field, Optional<String>> fields) {
        var errors = new ArrayList<FieldError>();
        value(fields, Field.NAME).flatMap(UserFields::checkName).ifPresent(errors::add);
        value(fields, Field.EMAIL)
                .flatMap(email -> EmailAddress.check("email", email))
                .ifPresent(errors::add);
        value(fields, Field.PHONE)
                .flatMap(phone -> PhoneNumber.check("phone", phone))
                .ifPresent(errors::add);
        value(fields, Field.EXTERNAL_ID).flatMap(UserFields::checkExternalId).ifPresent(errors::add);
        return errors;
    }

    private static Optional<String> value(Map<Field, Optional<String>> fields, Field field) {
        return fields.getOrDefault(field, Optional.empty());
    }

    private static User applied(User user, Map<Field, Optional<String>> fields) {
        String name = fields.containsKey(Field.NAME)
                ? value(fields, Field.NAME).map(UserFields::name).orElse(null)
                : user.name();
        String email = fields.containsKey(Field.EMAIL)
                ? value(fields, Field.EMAIL).map(UserCreation::display).orElse(null)
                : user.email();
        String phone = fields.containsKey(Field.PHONE)
                ? value(fields, Field.PHONE).map(UserCreation::e164).orElse(null)
                : user.phone();
        String externalId = fields.containsKey(Field.EXTERNAL_ID)
                ? value(fields, Field.EXTERNAL_ID).orElse(null)
                : user.externalId();
        List<LoginMethod> methods = user.loginMethods().stream()
                .map(method -> following(method, user, email, phone))
                .toList();
        return UserCopies.with(user, name, email, phone, externalId, methods);
    }

    /** A method that used the user's address or number goes on to use the new one; the host's logins keep their own. */
    public static LoginMethod following(
            LoginMethod method, User before, @Nullable String email, @Nullable String phone) {
        if (method.kind() == LoginMethod.Kind.EXTERNAL) {
            return method;
        }
        boolean usesEmail = method.email() != null && isSameEmail(method.email(), before.email());
        boolean usesPhone = method.phone() != null && Objects.equals(method.phone(), before.phone());
        return UserCopies.with(method, usesEmail ? email : method.email(), usesPhone ? phone : method.phone());
    }

    private static boolean isSameEmail(String one, @Nullable String other) {
        return other != null && Identifiers.key(one).equals(Identifiers.key(other));
    }
}
