package dev.userdeck.servlet.internal;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.SearchMode;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.SignUpAttempt;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import dev.userdeck.user.Users;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An app with one user, {@code ada}, in the tenant {@code blue}, who can be found and no more. */
final class OneUser implements Users {
    static final TenantId BLUE = new TenantId("blue");
    static final TenantId RED = new TenantId("red");
    private static final User ADA = new User(
            new UserId("ada"),
            "Ada",
            "ada@example.org",
            null,
            null,
            UserStatus.ACTIVE,
            null,
            Instant.EPOCH,
            null,
            false,
            1,
            Set.of(BLUE),
            List.of());

    @Override
    public Optional<User> find(UserId id, Scope scope) {
        return id.equals(ADA.id()) && scope.covers(BLUE) ? Optional.of(ADA) : Optional.empty();
    }

    @Override
    public SignUpAttempt attemptSignUp(Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CreateUserResult signUp(NewUser newUser, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CreateUserResult create(NewUser newUser, Actor actor, Consumer<User> more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignInResult signIn(String email, String password, TenantId tenant, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> findByEmail(String email, TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UserId, DisplayName> displayNames(Collection<UserId> ids, Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<User> list(UserQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> findByPhone(String phone, TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> findByExternalId(String externalId, TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> findByLogin(String provider, String subject, TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateUserResult update(UserId id, UserChange change, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SuspendUserResult suspend(UserId id, NewSuspension suspension, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateUserResult activate(UserId id, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T withWholeUser(UserId id, Scope scope, Supplier<T> work) {
        if (!scope.coversAll(ADA.tenants())) {
            throw new PartlyOutOfScopeException();
        }
        return work.get();
    }

    @Override
    public AddToTenantResult addToTenant(UserId id, TenantId tenant, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoveFromTenantResult removeFromTenant(UserId id, TenantId tenant, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateUserResult link(UserId id, NewLogin login, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateUserResult removeMethod(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateUserResult merge(UserId into, UserId from, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UnlinkResult unlink(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeleteUserResult delete(UserId id, Scope scope, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CappedCount count(Scope scope, UserFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchMode searchMode() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> providers(Scope scope) {
        throw new UnsupportedOperationException();
    }
}
