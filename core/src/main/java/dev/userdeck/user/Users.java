package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
     * <p>Addresses are compared without regard to case and surrounding space, per tenant; their domains by IDNA2008 (UTS #46,
     * not transitional, of Unicode 18.0), so that {@code ada@straße.example} is {@code ada@xn--strae-oqa.example} and not {@code
     * ada@strasse.example}. Two concurrent calls with one address create one user; the other gets {@link
     * CreateUserResult.EmailTaken}.
     *
     * <p>Counts nothing: an app's own code may sign up as many as it likes. Whoever lets strangers sign up calls {@link
     * #attemptSignUp} before, as {@code AuthServlet} does.
     *
     * @param newUser must have an email and a password
     * @param actor who signs up, with the client's address; usually {@link Actor#anonymous()}
     * @return what happened; never throws for a refused or taken value
     */
    CreateUserResult signUp(NewUser newUser, Actor actor);

    /** Signs up in the tenant {@code public}; see {@link #signUp(NewUser, Actor)}. */
    default CreateUserResult signUp(String email, String password) {
        return signUp(NewUser.withEmail(email).password(password), Actor.anonymous());
    }

    /**
     * Counts an attempt to sign up, unless there were too many within an hour: from this address, or in all ({@link
     * dev.userdeck.Userdeck.Builder#signUpLimits}). To be called before {@link #signUp(NewUser, Actor)} by whoever lets strangers
     * sign up. Knows nothing of what they typed, and counts what is refused afterwards, too. Nodes count together; of many at
     * once no more get through than of as many one by one. The attempt that reaches a limit is an audit event, {@code
     * user.sign-ups-limited}.
     *
     * @param actor the client's address, of which an IPv6 network is one; without one it counts among all alone
     * @throws IllegalStateException inside {@code Userdeck.inTransaction}: what is counted must survive a rollback
     */
    SignUpAttempt attemptSignUp(Actor actor);

    /**
     * Creates a user on someone's behalf. A user with no login method is {@link UserStatus#INVITED} until the first session
     * is opened.
     *
     * @param newUser must have an email, a phone or a login
     * @return what happened; never throws for a refused or taken value
     */
    default CreateUserResult create(NewUser newUser, Actor actor) {
        return create(newUser, actor, user -> {});
    }

    /**
     * Creates a user as {@link #create(NewUser, Actor)} does, and does more in the same transaction.
     *
     * @param more runs on this thread when the rows are there; what it throws undoes all, and reaches the caller. After a
     *     deadlock it may run again: keep to the database
     */
    CreateUserResult create(NewUser newUser, Actor actor, Consumer<User> more);

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

    /** Finds the user who has this number, with + and country code, in this tenant. */
    Optional<User> findByPhone(String phone, TenantId tenant);

    /** Finds the user to whom the host has given this id, in this tenant; elsewhere another user may have it. */
    Optional<User> findByExternalId(String externalId, TenantId tenant);

    /** Finds the user who has this login of the host's in this tenant. */
    Optional<User> findByLogin(String provider, String subject, TenantId tenant);

    /**
     * What people see of these users, in one statement: those who are gone or not in one of the tenants of {@code scope}
     * are left out.
     *
     * @param ids at most 1,000
     */
    Map<UserId, DisplayName> displayNames(Collection<UserId> ids, Scope scope);

    /**
     * Lists users by cursor: stable while users come and go, forward and back, at a cost that doesn't grow with depth.
     *
     * <p>A page reads a bounded number of rows. Where a filter finds few among many and no index leads to them, a page may
     * be short, even empty, and yet have a cursor to the next one: nobody is left out.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<User> list(UserQuery query);

    /**
     * Counts users, by looking at a bounded number of rows: exact up to 10,000 where an index leads to them. Apart from
     * {@link #list}, which never waits for it.
     *
     * @return how many there are; if not exact, at least so many
     */
    CappedCount count(Scope scope, UserFilter filter);

    /** What a word of a search finds on this database. */
    SearchMode searchMode();

    /**
     * The providers that users sign in with, in the order of their names, at most 100; among users within {@code scope},
     * of which only some are looked at when there are many.
     */
    List<String> providers(Scope scope);

    /**
     * Changes a user: all of it or nothing. Values are compared and kept as when a user is created; a value that stays the
     * same counts as no change. A user keeps an email or a phone, or a login of the host's.
     *
     * @param scope must cover all tenants of the user
     */
    UpdateUserResult update(UserId id, UserChange change, Scope scope, Actor actor);

    /**
     * Refuses a user from now on, and ends all sessions of that user. Who is suspended already is suspended by this new
     * reason and end. When the end has come, the user may sign in again; nobody need do anything.
     *
     * @param scope must cover all tenants of the user
     */
    SuspendUserResult suspend(UserId id, NewSuspension suspension, Scope scope, Actor actor);

    /**
     * Lets a suspended user sign in again. Of another one nothing changes.
     *
     * @param scope must cover all tenants of the user
     */
    UpdateUserResult activate(UserId id, Scope scope, Actor actor);

    /**
     * Does what concerns a whole user for someone who looks after some tenants: only if the scope covers all of the user's
     * tenants. That is checked at once, and again in each transaction that {@code work} opens on this thread to write by core or
     * by a recipe's {@link dev.userdeck.recipe.spi.Database}, under the lock of the user's row: a tenant that is added
     * meanwhile is not missed. Of an id that nobody has nothing is checked.
     *
     * <p>Routes below {@code /users/{userId}} and bulk actions run like this unless they say that they keep to the scope
     * themselves.
     *
     * @throws dev.userdeck.error.PartlyOutOfScopeException if the user is in a tenant outside of the scope; the transaction that
     *     found out is undone
     */
    <T> T withWholeUser(UserId id, Scope scope, Supplier<T> work);

    /** Adds a user to another tenant, in whatever scope; see {@link #addToTenant(UserId, TenantId, Scope, Actor)}. */
    default AddToTenantResult addToTenant(UserId id, TenantId tenant, Actor actor) {
        return addToTenant(id, tenant, Scope.all(), actor);
    }

    /**
     * Adds a user to another tenant, with the same identifiers and login methods.
     *
     * @param scope must cover the tenant, and one that the user is in
     */
    AddToTenantResult addToTenant(UserId id, TenantId tenant, Scope scope, Actor actor);

    /**
     * Takes a user out of a tenant; the user's sessions there end, and what recipes keep there of the user goes. The last
     * tenant stays: delete the user instead.
     *
     * @param scope must cover the tenant
     */
    RemoveFromTenantResult removeFromTenant(UserId id, TenantId tenant, Scope scope, Actor actor);

    /**
     * Gives a user a login of the host's. From then on it is this user's alone in the user's tenants, and so is its address
     * if there is one: else {@code login-taken} or {@code email-taken}. Linking again what the user has changes nothing.
     *
     * @return never {@link UpdateUserResult.Stale} or {@link UpdateUserResult.PartlyOutOfScope}
     */
    UpdateUserResult link(UserId id, NewLogin login, Actor actor);

    /**
     * Takes a login method away, with its password if it has one. The last one is refused with {@code last-method}, and one
     * that isn't there with {@code method-unknown}. Sessions go on; {@link dev.userdeck.session.Sessions#revokeAll} ends
     * them.
     *
     * @param methodId the {@linkplain LoginMethod#id() id of the method}
     * @param scope must cover all tenants of the user
     */
    UpdateUserResult removeMethod(UserId id, LoginMethodId methodId, Scope scope, Actor actor);

    /**
     * Makes one user of two. {@code into} stays, with the login methods and tenants of both, and takes over the name, email,
     * phone and external id that it lacks. {@code from} is gone, its sessions end; recipes take over what they keep. What
     * both have alike is kept once. Refused when someone else has one of the addresses in a tenant that is new to it.
     *
     * @param scope must cover all tenants of both
     */
    UpdateUserResult merge(UserId into, UserId from, Scope scope, Actor actor);

    /**
     * Parts a login method from a user: it becomes a new user with the same name, in the same tenants. An address that no
     * other method uses goes along. The only one is refused with {@code last-method}.
     *
     * @param scope must cover all tenants of the user
     */
    UnlinkResult unlink(UserId id, LoginMethodId methodId, Scope scope, Actor actor);

    /**
     * Deletes a user with everything of that user, recipes' rows included, in one transaction. Sessions end at their next
     * request. Audit events stay with the id; what is personal in them is blanked in the same transaction.
     *
     * @param scope must cover all tenants of the user
     */
    DeleteUserResult delete(UserId id, Scope scope, Actor actor);

    /** Deletes a user, in whatever tenants; see {@link #delete(UserId, Scope, Actor)}. */
    default DeleteUserResult delete(UserId id) {
        return delete(id, Scope.all(), Actor.system());
    }
}
