package dev.userdeck.internal.user.edit;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.user.store.AuditedFields;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.IdentifierConflict;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PhoneNumber;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates users. No transaction is open and no connection held while a password is hashed. */
public final class UserCreation {
    private final UserTransaction work;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;

    public UserCreation(UserTransaction work, PasswordHasher hasher, PasswordPolicy policy) {
        this.work = work;
        this.hasher = hasher;
        this.policy = policy;
    }

    public CreateUserResult create(NewUser newUser, Actor actor, String action, Consumer<User> more) {
        List<FieldError> errors = check(newUser);
        if (!errors.isEmpty()) {
            return new CreateUserResult.Refused(errors);
        }
        String hash = newUser.passwordHash();
        if (newUser.password() != null) {
            var refusal = new AtomicReference<@Nullable CreateUserResult>();
            hash = hasher.hash(newUser.password(), () -> {
                        refusal.set(refusal(newUser).orElse(null));
                        return refusal.get() == null;
                    })
                    .orElse(null);
            CreateUserResult refused = refusal.get();
            if (refused != null) {
                return refused;
            }
        }
        return create(toUser(newUser), hash, actor, action, more);
    }

    /**
     * Why this user can't be made as things are. Asked only when a password had to wait for others to be hashed: of many who
     * sign up at once with one address, few need a hash.
     */
    private Optional<CreateUserResult> refusal(NewUser newUser) {
        User user = toUser(newUser);
        return work.jooq.read(db -> {
            Optional<FieldError> off = methodOff(TenantRows.methodsOff(db, newUser.tenant()), user);
            if (off.isPresent()) {
                return Optional.of(new CreateUserResult.Refused(List.of(off.get())));
            }
            Set<String> kinds = Identifiers.taken(db, Identifiers.of(user), user.tenants(), List.of(user.id()));
            return kinds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(taken(
                            kinds.stream()
                                    .sorted()
                                    .map(IdentifierConflict::error)
                                    .toList(),
                            user));
        });
    }

    private CreateUserResult create(User user, @Nullable String hash, Actor actor, String action, Consumer<User> more) {
        TenantId tenant = user.tenants().iterator().next();
        var conflict = new IdentifierConflict();
        var isWritten = new AtomicBoolean();
        try {
            return work.jooq.write(db -> {
                isWritten.set(false);
                Optional<FieldError> off = methodOff(TenantRows.hold(db, tenant), user);
                if (off.isPresent()) {
                    return new CreateUserResult.Refused(List.of(off.get()));
                }
                write(db, user, hash, conflict);
                isWritten.set(true);
                work.audit.record(created(action, by(actor, user), user));
                work.notifyListeners(listener -> listener.created(user));
                more.accept(user);
                return new CreateUserResult.Created(user);
            });
        } catch (UniqueViolationException e) {
            return taken(work.taken(conflict, e, user, null), user);
        } catch (ForeignKeyViolationException e) {
            if (isWritten.get()) {
                throw e;
            }
            return new CreateUserResult.Refused(List.of(unknown(tenant)));
        }
    }

    /** The refusal of a way to sign in that the tenant has switched off. */
    public static Optional<FieldError> methodOff(@Nullable String methodsOff, User user) {
        if (methodsOff == null) {
            return Optional.empty(); // no such tenant: the foreign key says so
        }
        return user.loginMethods().stream()
                .map(LoginMethod::kind)
                .filter(kind -> TenantRows.isOff(methodsOff, SignInMethod.valueOf(kind.name())))
                .findFirst()
                .map(kind -> switch (kind) {
                    case PASSWORD ->
                        new FieldError("password", "method-off", "Nobody signs in to this tenant with a password.");
                    case PASSWORDLESS ->
                        new FieldError("method", "method-off", "Nobody signs in to this tenant without a password.");
                    case EXTERNAL ->
                        new FieldError("login", "method-off", "Nobody signs in to this tenant by another login.");
                });
    }

    public static FieldError unknown(TenantId tenant) {
        return new FieldError("tenant", "tenant-unknown", "There is no tenant " + tenant + ".");
    }

    private static void write(DSLContext db, User user, @Nullable String hash, IdentifierConflict conflict) {
        JooqUserRows.insert(db, user, conflict);
        if (hash != null) {
            JooqUserRows.insertPassword(db, user.loginMethods().get(0), hash);
        }
    }

    private static CreateUserResult taken(List<FieldError> errors, User user) {
        String email = user.email();
        boolean isEmailAlone = errors.size() == 1 && errors.get(0).field().equals("email");
        return email != null && isEmailAlone
                ? new CreateUserResult.EmailTaken(Identifiers.key(email))
                : new CreateUserResult.Refused(errors);
    }

    private List<FieldError> check(NewUser newUser) {
        var errors = new ArrayList<FieldError>();
        String email = newUser.email();
        String phone = newUser.phone();
        NewLogin login = newUser.login();
        String clear = newUser.password();
        if (email != null) {
            EmailAddress.check("email", email).ifPresent(errors::add);
        } else if (hasPassword(newUser) || (phone == null && login == null)) {
            errors.add(new FieldError("email", "email-missing", "An email is needed."));
        }
        if (phone != null) {
            PhoneNumber.check("phone", phone).ifPresent(errors::add);
        }
        if (login != null) {
            errors.addAll(UserFields.checkLogin(login));
        }
        if (newUser.passwordless() && email == null && phone == null && login != null) {
            errors.add(new FieldError("email", "email-missing", "An email or a phone is needed for messages."));
        }
        UserFields.checkName(newUser.name()).ifPresent(errors::add);
        UserFields.checkExternalId(newUser.externalId()).ifPresent(errors::add);
        if (clear != null) {
            errors.addAll(policy.check(clear, email == null ? List.of() : List.of(email), newUser.name()));
        }
        String hash = newUser.passwordHash();
        if (hash != null) {
            hasher.refusal(hash).map(refusal -> refusal.at("passwordHash")).ifPresent(errors::add);
        }
        return errors;
    }

    private static boolean hasPassword(NewUser newUser) {
        return newUser.password() != null || newUser.passwordHash() != null;
    }

    private User toUser(NewUser newUser) {
        Instant now = work.now();
        String email = newUser.email() == null ? null : display(newUser.email());
        String phone = newUser.phone() == null ? null : e164(newUser.phone());
        String name = UserFields.name(newUser.name());
        List<LoginMethod> methods = methods(newUser, email, phone, now);
        return new User(
                new UserId(work.ids.next()),
                name.isEmpty() ? null : name,
                email,
                phone,
                UserFields.externalId(newUser.externalId()),
                methods.isEmpty() ? UserStatus.INVITED : UserStatus.ACTIVE,
                null,
                now,
                null,
                false,
                1,
                Set.of(newUser.tenant()),
                methods);
    }

    /** The password, if there is one, comes first. */
    private List<LoginMethod> methods(NewUser newUser, @Nullable String email, @Nullable String phone, Instant now) {
        var methods = new ArrayList<LoginMethod>();
        if (hasPassword(newUser)) {
            methods.add(method(LoginMethod.Kind.PASSWORD, email, null, now));
        }
        if (newUser.passwordless() && email != null) {
            methods.add(method(LoginMethod.Kind.PASSWORDLESS, email, null, now));
        }
        if (newUser.passwordless() && phone != null) {
            methods.add(method(LoginMethod.Kind.PASSWORDLESS, null, phone, now));
        }
        if (newUser.login() != null) {
            methods.add(external(new LoginMethodId(work.ids.next()), newUser.login(), now));
        }
        return methods;
    }

    private LoginMethod method(LoginMethod.Kind kind, @Nullable String email, @Nullable String phone, Instant now) {
        return new LoginMethod(new LoginMethodId(work.ids.next()), kind, email, phone, null, null, now);
    }

    static LoginMethod external(LoginMethodId id, NewLogin login, Instant now) {
        String email = login.email() == null ? null : display(login.email());
        return new LoginMethod(id, LoginMethod.Kind.EXTERNAL, email, null, login.provider(), login.subject(), now);
    }

    public static String display(String checkedEmail) {
        return EmailAddress.parse(checkedEmail).orElseThrow().display();
    }

    public static String e164(String checkedPhone) {
        return PhoneNumber.parse(checkedPhone).orElseThrow().e164();
    }

    private static NewAuditEvent created(String action, Actor actor, User user) {
        NewAuditEvent event = UserTransaction.event(action, actor, user);
        for (AuditedFields.Value value : AuditedFields.of(user)) {
            if (value.text() != null) {
                event = event.change(value.field(), null, value.text());
            }
        }
        return event;
    }

    /** Whoever signs up is the user from then on. */
    private static Actor by(Actor actor, User user) {
        return actor.kind() == Actor.Kind.ANONYMOUS
                ? Actor.user(user.id().value()).withClientOf(actor)
                : actor;
    }
}
