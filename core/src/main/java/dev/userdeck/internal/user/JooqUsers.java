package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.paging.Paged;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserName;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;

/** Users on jOOQ: what changes them. Reading is {@link JooqUserReader}'s, checking passwords {@link PasswordSignIn}'s. */
public final class JooqUsers implements Users {
    private final Jooq jooq;
    private final Clock clock;
    private final Ids ids;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final JooqAuditTrail audit;
    private final JooqUserReader reader;
    private final JooqUserList list;
    private final UserNames names;
    private final PasswordSignIn signIn;
    private final Vetoes vetoes;
    private final List<UserListener> listeners = new CopyOnWriteArrayList<>();

    /** Creates it. */
    public JooqUsers(
            Jooq jooq,
            Clock clock,
            Ids ids,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            Vetoes vetoes) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.hasher = hasher;
        this.policy = policy;
        this.audit = audit;
        this.vetoes = vetoes;
        this.reader = new JooqUserReader(jooq);
        this.list = new JooqUserList(jooq);
        this.names = new UserNames(jooq);
        this.signIn = new PasswordSignIn(jooq, clock, hasher, audit, reader, throttle);
    }

    /** Adds someone who hears of changes. */
    public void listen(List<UserListener> more) {
        listeners.addAll(more);
    }

    @Override
    public CreateUserResult signUp(NewUser newUser, Actor actor) {
        requireNonNull(actor, "actor");
        if (newUser.password() == null) {
            return new CreateUserResult.Refused(
                    List.of(new FieldError("password", "password-missing", "A password is needed.")));
        }
        return create(newUser, actor, "user.signed-up");
    }

    @Override
    public CreateUserResult create(NewUser newUser, Actor actor) {
        return create(newUser, requireNonNull(actor, "actor"), "user.created");
    }

    private CreateUserResult create(NewUser newUser, Actor actor, String action) {
        List<FieldError> errors = check(newUser);
        if (!errors.isEmpty()) {
            return new CreateUserResult.Refused(errors);
        }
        EmailAddress email = EmailAddress.parse(newUser.email()).orElseThrow();
        String clear = newUser.password();
        String hash = clear == null ? newUser.passwordHash() : hasher.hash(clear);
        User user = toUser(newUser, email, hash != null);
        try {
            return jooq.write(db -> {
                JooqUserRows.insert(db, user, email, hash);
                audit.record(NewAuditEvent.of(action, by(actor, user))
                        .on(user.id())
                        .in(newUser.tenant())
                        .change("email", null, email.display()));
                listeners.forEach(listener -> listener.created(user));
                return new CreateUserResult.Created(user);
            });
        } catch (UniqueViolationException e) {
            return new CreateUserResult.EmailTaken(email.key());
        } catch (ForeignKeyViolationException e) {
            return new CreateUserResult.Refused(List.of(
                    new FieldError("tenant", "tenant-unknown", "There is no tenant " + newUser.tenant() + ".")));
        }
    }

    private List<FieldError> check(NewUser newUser) {
        List<FieldError> errors = new ArrayList<>();
        EmailAddress.check("email", newUser.email()).ifPresent(errors::add);
        UserFields.checkName(newUser.name()).ifPresent(errors::add);
        String clear = newUser.password();
        if (clear != null) {
            errors.addAll(policy.check(clear, newUser.email()));
        }
        String hash = newUser.passwordHash();
        if (hash != null && !hasher.canRead(hash)) {
            errors.add(new FieldError(
                    "passwordHash",
                    "password-hash-unreadable",
                    "This is no password hash of a kind that can be checked."));
        }
        return errors;
    }

    private User toUser(NewUser newUser, EmailAddress email, boolean hasPassword) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        String name = UserFields.name(newUser.name());
        List<LoginMethod> methods = hasPassword
                ? List.of(new LoginMethod(ids.next(), LoginMethod.Kind.PASSWORD, email.display(), null, null, now))
                : List.of();
        return new User(
                new UserId(ids.next()),
                name.isEmpty() ? null : name,
                email.display(),
                null,
                null,
                hasPassword ? UserStatus.ACTIVE : UserStatus.INVITED,
                now,
                null,
                1,
                Set.of(newUser.tenant()),
                methods);
    }

    /** Whoever signs up is the user from then on. */
    private static Actor by(Actor actor, User user) {
        return actor.kind() == Actor.Kind.ANONYMOUS
                ? Actor.user(user.id().value()).likewise(actor)
                : actor;
    }

    @Override
    public SignInResult signIn(String email, String password, TenantId tenant, Actor actor) {
        return signIn.signIn(email, password, tenant, actor);
    }

    @Override
    public Optional<User> find(UserId id, Scope scope) {
        return reader.find(id, scope);
    }

    @Override
    public Optional<User> findByEmail(String email, TenantId tenant) {
        return EmailAddress.parse(email).flatMap(address -> reader.findByEmail(address, tenant));
    }

    @Override
    public Map<UserId, UserName> names(Collection<UserId> ids, Scope scope) {
        return names.of(ids, scope);
    }

    @Override
    public Paged<User> list(UserQuery query) {
        return list.list(query);
    }

    @Override
    public AddToTenantResult addToTenant(UserId id, TenantId tenant, Actor actor) {
        try {
            return jooq.write(db -> addToTenant(db, id, tenant, actor));
        } catch (UniqueViolationException e) {
            return reader.find(id, Scope.of(tenant)).isPresent()
                    ? AddToTenantResult.ALREADY_THERE
                    : AddToTenantResult.EMAIL_TAKEN;
        } catch (ForeignKeyViolationException e) {
            return AddToTenantResult.UNKNOWN;
        }
    }

    private AddToTenantResult addToTenant(DSLContext db, UserId id, TenantId tenant, Actor actor) {
        Long joinedAt = JooqUserRows.lock(db, id);
        if (joinedAt == null) {
            return AddToTenantResult.UNKNOWN;
        }
        var identifiers = db.selectDistinct(UD_IDENTIFIER.KIND, UD_IDENTIFIER.IDENTIFIER)
                .from(UD_IDENTIFIER)
                .where(UD_IDENTIFIER.USER_ID.eq(id.value()))
                .fetch();
        JooqUserRows.insertMembership(db, id, tenant, joinedAt);
        identifiers.forEach(row -> JooqUserRows.insertIdentifier(db, id, tenant, row.value1(), row.value2()));
        audit.record(NewAuditEvent.of("user.tenant-added", actor).on(id).in(tenant));
        return AddToTenantResult.ADDED;
    }

    @Override
    public DeleteUserResult delete(UserId id, Scope scope, Actor actor) {
        return jooq.write(db -> delete(db, id, scope, actor));
    }

    private DeleteUserResult delete(DSLContext db, UserId id, Scope scope, Actor actor) {
        if (JooqUserRows.lock(db, id) == null) {
            return DeleteUserResult.UNKNOWN;
        }
        User user = reader.find(db, id, Scope.all()).orElseThrow();
        if (user.tenants().stream().noneMatch(scope::covers) && !(scope instanceof Scope.All)) {
            return DeleteUserResult.UNKNOWN;
        }
        if (!scope.coversAll(user.tenants())) {
            return DeleteUserResult.ALSO_ELSEWHERE;
        }
        vetoes.beforeDeletion(user);
        listeners.forEach(listener -> listener.deleting(user));
        db.deleteFrom(UD_USER).where(UD_USER.ID.eq(id.value())).execute();
        audit.record(NewAuditEvent.of("user.deleted", actor).on(id));
        audit.blank(id); // last, as it is the user's own address when users delete themselves
        return DeleteUserResult.DELETED;
    }
}
