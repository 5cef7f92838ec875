package dev.userdeck.internal.user.password;

import static dev.userdeck.audit.AuditActions.USER_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.USER_SIGN_IN_FAILED;
import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.BusyException;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.session.LastSeen;
import dev.userdeck.internal.session.SuspensionSql;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.throttle.Attempt;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.UserRow;
import dev.userdeck.internal.user.store.UserWithMethods;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Update;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks email and password. No transaction is open and no connection held while a hash is computed. */
public final class PasswordSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final Param<String> EMAIL = Bind.param("email", UD_IDENTIFIER.IDENTIFIER);
    private static final Param<String> TENANT = Bind.param("tenant", UD_TENANT.ID);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final JooqAuditTrail audit;
    private final SignInThrottle throttle;
    private final LastSeen seen;
    private final RenderedStatement find;

    /** What is known of the one who wants in, and the rows it is known from. */
    private record Candidate(UserRow row, UserWithMethods whole, String methodId, String hash) {
        UserId id() {
            return new UserId(row.id());
        }
    }

    /** What is known beforehand: whether the tenant has passwords switched off, and who it may be. */
    private record Found(boolean isOff, Optional<Candidate> candidate) {}

    public PasswordSignIn(
            JooqDatabase jooq, Clock clock, PasswordHasher hasher, JooqAuditTrail audit, SignInThrottle throttle) {
        this.jooq = jooq;
        this.clock = clock;
        this.hasher = hasher;
        this.audit = audit;
        this.throttle = throttle;
        this.seen = new LastSeen(jooq, "user signed in with a password", PasswordSignIn::see);
        this.find = jooq.prepare("user with a password", PasswordSignIn::find);
    }

    /** Where the throttle counts the users of a tenant. */
    static String realm(TenantId tenant) {
        return "user " + tenant.value();
    }

    public SignInResult signIn(String email, String password, TenantId tenant, Actor actor) {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't sign in inside inTransaction or another transaction of the app's: what sign-in counts must"
                            + " survive a rollback of the host");
        }
        Attempt turn = throttle.begin(realm(tenant), EmailAddress.typed(email), actor.ip());
        if (turn.mustWait()) {
            return new SignInResult.TooManyAttempts(turn.retryAfter());
        }
        Found there = find(email, tenant);
        if (there.isOff()) {
            throttle.takeBack(turn);
            refused(there.candidate(), tenant, actor, "method-off");
            return new SignInResult.MethodOff();
        }
        Optional<Candidate> found = there.candidate();
        boolean right =
                throttle.check(turn, () -> found.isPresent() ? check(found.get(), password) : nothing(password));
        if (!right || !mayEnter(found.get().row())) {
            refused(found, tenant, actor, null);
            return new SignInResult.Refused();
        }
        Candidate who = found.get();
        String newHash = hasher.replacement(password, who.hash()).orElse(null);
        return jooq.write(db -> {
            long now = clock.millis();
            String id = who.row().id();
            if (!db.connectionResult(connection -> seen.note(connection, id, now))) {
                refused(found, tenant, actor, null); // suspended or deleted since
                return new SignInResult.Refused();
            }
            throttle.succeeded(db, turn);
            if (newHash != null) {
                db.update(UD_PASSWORD)
                        .set(UD_PASSWORD.HASH, newHash)
                        .where(UD_PASSWORD.LOGIN_METHOD_ID.eq(who.methodId()))
                        .and(UD_PASSWORD.HASH.eq(who.hash()))
                        .execute();
            }
            audit.record(NewAuditEvent.of(USER_SIGNED_IN, Actor.user(id).withClientOf(actor))
                    .user(who.id())
                    .tenant(tenant));
            return new SignInResult.SignedIn(who.whole().with(who.row().seen(now), now));
        });
    }

    private static Update<UdUserRecord> see(DSLContext db) {
        return db.update(UD_USER)
                .set(UD_USER.LAST_SEEN_AT, LastSeen.AT)
                .set(UD_USER.LAST_SEEN_IMPORTED, DSL.inline(0L))
                .where(UD_USER.ID.eq(LastSeen.USER))
                .and(SuspensionSql.doesNotHold(LastSeen.AT));
    }

    private boolean check(Candidate who, String password) {
        try {
            return hasher.verify(password, who.hash());
        } catch (BusyException e) {
            LOG.info("User {} could not sign in: {}", who.id().value(), e.getMessage());
            throw e;
        }
    }

    /** Costs what a real check costs. */
    private boolean nothing(String password) {
        hasher.verifyNothing(password);
        return false;
    }

    /**
     * The tenant and, if there is one, the user with a password for this address, in one statement: it tells nothing by its
     * time. A user may have a password for each address.
     */
    private Found find(String typed, TenantId tenant) {
        String key = EmailAddress.parse(typed).map(EmailAddress::key).orElse("");
        return jooq.readPlain(connection -> find.query(
                connection,
                rows -> {
                    boolean isOff = false;
                    var whole = new UserWithMethods();
                    Optional<Candidate> found = Optional.empty();
                    while (rows.next()) {
                        isOff = TenantRows.isOff(rows.get(UD_TENANT.METHODS_OFF), SignInMethod.PASSWORD);
                        String methodId = rows.getOrNull(UD_PASSWORD.LOGIN_METHOD_ID);
                        if (rows.getOrNull(UD_USER.ID) == null) {
                            continue;
                        }
                        LoginMethod method = whole.add(rows);
                        UserRow row = whole.row();
                        if (found.isEmpty() && methodId != null && row != null && isFor(key, method)) {
                            found = Optional.of(new Candidate(row, whole, methodId, rows.get(UD_PASSWORD.HASH)));
                        }
                    }
                    return new Found(isOff, found);
                },
                Bind.of(EMAIL, key),
                Bind.of(TENANT, tenant.value())));
    }

    private static boolean isFor(String key, @Nullable LoginMethod method) {
        return method != null
                && method.email() != null
                && Identifiers.key(method.email()).equals(key);
    }

    private static Query find(DSLContext db) {
        return db.select(UD_TENANT.METHODS_OFF, UD_PASSWORD.LOGIN_METHOD_ID, UD_PASSWORD.HASH)
                .select(UserWithMethods.FIELDS)
                .from(UD_TENANT)
                .leftJoin(UD_IDENTIFIER
                        .join(UserWithMethods.table(noCondition()))
                        .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                        .leftJoin(UD_PASSWORD)
                        .on(UD_PASSWORD.LOGIN_METHOD_ID.eq(UD_LOGIN_METHOD.ID)))
                .on(UD_IDENTIFIER.TENANT_ID.eq(UD_TENANT.ID))
                .and(UD_IDENTIFIER.KIND.eq(inline(Identifiers.EMAIL)))
                .and(UD_IDENTIFIER.IDENTIFIER.eq(EMAIL))
                .where(UD_TENANT.ID.eq(TENANT));
    }

    private boolean mayEnter(UserRow row) {
        return row.status().equals("active")
                || (row.status().equals(SuspensionSql.STATUS)
                        && !SuspensionSql.holds(row.status(), row.suspendedUntil(), clock.millis()));
    }

    private void refused(Optional<Candidate> found, TenantId tenant, Actor actor, @Nullable String reason) {
        var event = NewAuditEvent.of(USER_SIGN_IN_FAILED, actor).tenant(tenant);
        event = reason == null ? event : event.change("reason", null, reason);
        audit.record(found.isPresent() ? event.user(found.get().id()) : event);
    }
}
