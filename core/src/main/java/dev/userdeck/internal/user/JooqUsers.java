package dev.userdeck.internal.user;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_SIGNED_UP;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.error.Veto;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.session.JooqSessions;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.tenant.MemberRemoval;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.throttle.SignUpThrottle;
import dev.userdeck.internal.user.batch.UserBatches;
import dev.userdeck.internal.user.edit.LoginMethods;
import dev.userdeck.internal.user.edit.Memberships;
import dev.userdeck.internal.user.edit.UserCreation;
import dev.userdeck.internal.user.edit.UserFields;
import dev.userdeck.internal.user.edit.UserMerge;
import dev.userdeck.internal.user.edit.UserSuspensions;
import dev.userdeck.internal.user.edit.UserUpdates;
import dev.userdeck.internal.user.edit.UserVetoes;
import dev.userdeck.internal.user.list.JooqUserList;
import dev.userdeck.internal.user.password.PasswordSignIn;
import dev.userdeck.internal.user.store.DisplayNames;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.JooqUserReader;
import dev.userdeck.internal.user.store.PhoneNumber;
import dev.userdeck.internal.user.store.Reindexing;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.UserListener;
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
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Users on jOOQ: hands each call to the part that does it. */
public final class JooqUsers implements Users, MemberRemoval {
    private final JooqUserReader reader;
    private final JooqUserList list;
    private final Reindexing reindexing;
    private final DisplayNames names;
    private final UserTransaction work;
    private final PasswordSignIn signIn;
    private final SignUpThrottle signUps;
    private final UserCreation creation;
    private final UserUpdates updates;
    private final UserSuspensions suspensions;
    private final Memberships memberships;
    private final LoginMethods methods;
    private final UserMerge merge;
    private final UserVetoes vetoes;

    /** Creates it. */
    public JooqUsers(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            PasswordHasher hasher,
            PasswordPolicy policy,
            JooqAuditTrail audit,
            SignInThrottle throttle,
            SignUpThrottle signUps,
            JooqSessions sessions,
            UserVetoes vetoes) {
        this.reader = new JooqUserReader(jooq, clock);
        this.list = new JooqUserList(jooq, clock, reader);
        this.reindexing = new Reindexing(jooq, reader);
        this.work = new UserTransaction(jooq, clock, ids, audit, reader);
        this.names = new DisplayNames(jooq);
        this.signIn = new PasswordSignIn(jooq, clock, hasher, audit, throttle);
        this.signUps = signUps;
        this.creation = new UserCreation(work, hasher, policy);
        this.updates = new UserUpdates(work);
        this.suspensions = new UserSuspensions(work, sessions);
        this.memberships = new Memberships(work, vetoes);
        this.vetoes = vetoes;
        this.methods = new LoginMethods(work);
        this.merge = new UserMerge(work);
    }

    public UserTransaction transaction() {
        return work;
    }

    /** For those who write many at once. */
    public UserBatches batches() {
        return new UserBatches(work, suspensions);
    }

    /** Adds someone who hears of changes. */
    public void listen(List<UserListener> more) {
        work.listen(more);
    }

    @Override
    public void leave(DSLContext db, List<String> lockedIds, TenantId tenant, Consumer<List<String>> leave) {
        memberships.leave(db, lockedIds, tenant, leave);
    }

    @Override
    public CreateUserResult signUp(NewUser newUser, Actor actor) {
        requireNonNull(actor, "actor");
        var missing = new ArrayList<FieldError>();
        if (newUser.email() == null) {
            missing.add(new FieldError("email", "email-missing", "An email is needed."));
        }
        if (newUser.password() == null) {
            missing.add(new FieldError("password", "password-missing", "A password is needed."));
        }
        return missing.isEmpty()
                ? creation.create(newUser, actor, USER_SIGNED_UP, user -> {})
                : new CreateUserResult.Refused(missing);
    }

    @Override
    public SignUpAttempt attemptSignUp(Actor actor) {
        requireNonNull(actor, "actor");
        if (work.jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't count attempts to sign up inside inTransaction or another transaction of the app's: what is"
                            + " counted must survive a rollback of the host");
        }
        return signUps.begin(actor)
                .<SignUpAttempt>map(SignUpAttempt.TooManyAttempts::new)
                .orElseGet(SignUpAttempt.Allowed::new);
    }

    @Override
    public CreateUserResult create(NewUser newUser, Actor actor, Consumer<User> more) {
        return creation.create(newUser, requireNonNull(actor, "actor"), USER_CREATED, more);
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
        return EmailAddress.parse(email)
                .flatMap(address -> reader.findByIdentifier(Identifiers.EMAIL, address.key(), tenant));
    }

    @Override
    public Optional<User> findByPhone(String phone, TenantId tenant) {
        return PhoneNumber.parse(phone)
                .flatMap(number -> reader.findByIdentifier(Identifiers.PHONE, number.e164(), tenant));
    }

    @Override
    public Optional<User> findByExternalId(String externalId, TenantId tenant) {
        String id = UserFields.externalId(externalId);
        if (id == null || UserFields.checkExternalId(id).isPresent()) {
            return Optional.empty();
        }
        return reader.findByIdentifier(Identifiers.EXTERNAL_ID, id, tenant);
    }

    @Override
    public Optional<User> findByLogin(String provider, String subject, TenantId tenant) {
        return UserFields.checkLogin(NewLogin.of(provider, subject)).isEmpty()
                ? reader.findByIdentifier(Identifiers.EXTERNAL, Identifiers.login(provider, subject), tenant)
                : Optional.empty();
    }

    @Override
    public Map<UserId, DisplayName> displayNames(Collection<UserId> ids, Scope scope) {
        return names.of(ids, scope);
    }

    @Override
    public Page<User> list(UserQuery query) {
        return list.list(query);
    }

    @Override
    public CappedCount count(Scope scope, UserFilter filter) {
        return list.count(scope, filter);
    }

    @Override
    public SearchMode searchMode() {
        return list.search();
    }

    @Override
    public List<String> providers(Scope scope) {
        return list.providers(scope);
    }

    /** Makes anew what users in the queue are sorted and found by. */
    public void reindex(int batch) {
        reindexing.all(batch);
    }

    @Override
    public UpdateUserResult update(UserId id, UserChange change, Scope scope, Actor actor) {
        return updates.update(id, change, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public SuspendUserResult suspend(UserId id, NewSuspension suspension, Scope scope, Actor actor) {
        return suspensions.suspend(id, suspension, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public UpdateUserResult activate(UserId id, Scope scope, Actor actor) {
        return suspensions.activate(id, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public AddToTenantResult addToTenant(UserId id, TenantId tenant, Scope scope, Actor actor) {
        return memberships.add(id, tenant, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public <T> T withWholeUser(UserId id, Scope scope, Supplier<T> doing) {
        return work.asWhole(requireNonNull(id, "id"), requireNonNull(scope, "scope"), doing);
    }

    @Override
    public RemoveFromTenantResult removeFromTenant(UserId id, TenantId tenant, Scope scope, Actor actor) {
        return memberships.remove(id, tenant, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public UpdateUserResult link(UserId id, NewLogin login, Actor actor) {
        return methods.link(id, login, requireNonNull(actor, "actor"));
    }

    @Override
    public UpdateUserResult removeMethod(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        return methods.remove(id, methodId, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public UnlinkResult unlink(UserId id, LoginMethodId methodId, Scope scope, Actor actor) {
        return methods.unlink(id, methodId, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public UpdateUserResult merge(UserId into, UserId from, Scope scope, Actor actor) {
        return merge.merge(into, from, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public DeleteUserResult delete(UserId id, Scope scope, Actor actor) {
        return work.jooq.write(db -> {
            Found found = work.lock(db, id, scope);
            if (found instanceof OutOfReach out) {
                return out.alsoElsewhere() ? new DeleteUserResult.PartlyOutOfScope() : new DeleteUserResult.Unknown();
            }
            return delete(db, ((Locked) found).user(), actor);
        });
    }

    private DeleteUserResult delete(DSLContext db, User user, Actor actor) {
        Optional<Veto> veto = vetoes.onDeletion(user);
        if (veto.isPresent()) {
            return new DeleteUserResult.Vetoed(veto.get());
        }
        work.notifyListeners(listener -> listener.deleting(user));
        db.deleteFrom(UD_USER).where(UD_USER.ID.eq(user.id().value())).execute();
        work.audit.record(UserTransaction.event(USER_DELETED, actor, user));
        work.audit.blank(user.id()); // last, as it is the user's own address when users delete themselves
        return new DeleteUserResult.Deleted();
    }
}
