package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The users of this app. Safe for use by many threads.
 *
 * <p>Each call is one transaction of its own, or takes part in the host's under
 * {@code Userdeck.inTransaction}. A database that can't answer is a {@link dev.userdeck.error.StorageException};
 * then nothing was written, unless its commit went unanswered.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Users {

    /**
     * Creates a user who signs up in person, with email and password.
     *
     * <p>Addresses are compared without regard to case and surrounding space, per tenant. Two concurrent calls with one
     * address create one user; the other gets {@link CreateUserResult.EmailTaken}.
     *
     * @param newUser must have a password
     * @param actor who signs up, with the client's address; usually {@link Actor#anonymous()}
     * @return what happened; never throws for a refused or taken value
     */
    CreateUserResult signUp(NewUser newUser, Actor actor);

    /** Signs up in the tenant {@code public}; see {@link #signUp(NewUser, Actor)}. */
    default CreateUserResult signUp(String email, String password) {
        return signUp(NewUser.withEmail(email).password(password), Actor.anonymous());
    }

    /**
     * Creates a user on someone's behalf. Without a password the user is {@link UserStatus#INVITED} and can't sign in
     * before there is a login method.
     *
     * @return what happened; never throws for a refused or taken value
     */
    CreateUserResult create(NewUser newUser, Actor actor);

    /**
     * Checks email and password. Makes no session: see {@link dev.userdeck.session.Sessions#create}.
     *
     * <p>An unknown address, a wrong password and a suspended user get the same answer in the same time. A password that
     * was hashed with older settings is hashed again.
     *
     * <p>Wrong passwords slow the next tries down: most those of this account from the same address, little those of
     * this account from elsewhere, or of other accounts from the same address. Unknown addresses are slowed down alike.
     *
     * @param actor the client's address, for the audit trail and to tell the owner from strangers; without one, all tries
     *     of this account count together, and loosely
     * @throws IllegalStateException inside {@code Userdeck.inTransaction}: what sign-in counts must survive a rollback
     */
    SignInResult signIn(String email, String password, TenantId tenant, Actor actor);

    /** Checks email and password in the tenant {@code public}; see {@link #signIn(String, String, TenantId, Actor)}. */
    default SignInResult signIn(String email, String password) {
        return signIn(email, password, TenantId.PUBLIC, Actor.anonymous());
    }

    /** Finds a user by id, in whatever tenant. */
    default Optional<User> find(UserId id) {
        return find(id, Scope.all());
    }

    /** Finds a user by id, if the user is in one of the tenants of {@code scope}. */
    Optional<User> find(UserId id, Scope scope);

    /** Finds the user who has this address in this tenant. */
    Optional<User> findByEmail(String email, TenantId tenant);

    /**
     * What people see of these users, in one statement: those who are gone or not in one of the tenants of {@code scope}
     * are left out.
     *
     * @param ids at most 1,000
     */
    Map<UserId, UserName> names(Collection<UserId> ids, Scope scope);

    /**
     * Lists users by cursor: stable while users come and go, forward and back, at a cost that doesn't grow with depth.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Paged<User> list(UserQuery query);

    /**
     * Adds a user to another tenant, with the same identifiers and login methods.
     */
    AddToTenantResult addToTenant(UserId id, TenantId tenant, Actor actor);

    /**
     * Deletes a user with everything of that user, recipes' rows included, in one transaction. Sessions end at their next
     * request. Audit events stay with the id; what is personal in them is blanked in the same transaction.
     *
     * @param scope must cover all tenants of the user
     * @throws dev.userdeck.error.VetoedException if a recipe keeps the user, with the reason; then nothing was written
     */
    DeleteUserResult delete(UserId id, Scope scope, Actor actor);

    /** Deletes a user, in whatever tenants; see {@link #delete(UserId, Scope, Actor)}. */
    default DeleteUserResult delete(UserId id) {
        return delete(id, Scope.all(), Actor.system());
    }
}
