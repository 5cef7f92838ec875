package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.session.LastSeen;
import dev.userdeck.internal.session.Suspended;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.throttle.Turn;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks email and password. No transaction is open and no connection held while a hash is computed. */
final class PasswordSignIn {
    private final Jooq jooq;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final JooqAuditTrail audit;
    private final JooqUserReader reader;
    private final SignInThrottle throttle;

    /** What is known of the one who wants in. */
    private record Candidate(UserId id, boolean mayEnter, String methodId, String hash, String email) {}

    /** What is known beforehand: whether the tenant has passwords switched off, and who it may be. */
    private record Found(boolean isOff, Optional<Candidate> candidate) {}

    PasswordSignIn(
            Jooq jooq,
            Clock clock,
            PasswordHasher hasher,
            JooqAuditTrail audit,
            JooqUserReader reader,
            SignInThrottle throttle) {
        this.jooq = jooq;
        this.clock = clock;
        this.hasher = hasher;
        this.audit = audit;
        this.reader = reader;
        this.throttle = throttle;
    }

    /** Where the throttle counts the users of a tenant. */
    static String realm(TenantId tenant) {
        return "user " + tenant.value();
    }

    SignInResult signIn(String email, String password, TenantId tenant, Actor actor) {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException(
                    "Don't sign in inside inTransaction: what sign-in counts must survive a rollback of the host");
        }
        Turn turn = throttle.begin(realm(tenant), EmailAddress.typed(email), actor.ip());
        if (turn.mustWait()) {
            return new SignInResult.TooManyTries(turn.retryAfter());
        }
        Found there = find(email, tenant);
        if (there.isOff()) {
            throttle.takeBack(turn);
            refused(there.candidate(), tenant, actor, "method-off");
            return new SignInResult.MethodOff();
        }
        Optional<Candidate> found = there.candidate();
        boolean right = throttle.check(
                turn,
                () -> found.isPresent() ? hasher.verify(password, found.get().hash()) : nothing(password));
        if (!right || !found.get().mayEnter()) {
            refused(found, tenant, actor, null);
            return new SignInResult.Refused();
        }
        Candidate who = found.get();
        String newHash = hasher.needsRehash(who.hash()) ? hasher.hash(password) : null;
        return jooq.write(db -> {
            long now = clock.millis();
            throttle.succeeded(db, turn);
            if (newHash != null) {
                db.update(UD_PASSWORD)
                        .set(UD_PASSWORD.HASH, newHash)
                        .where(UD_PASSWORD.LOGIN_METHOD_ID.eq(who.methodId()))
                        .and(UD_PASSWORD.HASH.eq(who.hash()))
                        .execute();
            }
            db.update(UD_USER)
                    .set(UD_USER.LAST_SEEN_AT, now)
                    .where(UD_USER.ID.eq(who.id().value()))
                    .execute();
            LastSeen.note(db, who.id().value(), now);
            audit.record(NewAuditEvent.of(
                            "user.signed-in", Actor.user(who.id().value()).likewise(actor))
                    .on(who.id())
                    .in(tenant));
            return reader.find(db, who.id(), Scope.all())
                    .<SignInResult>map(SignInResult.SignedIn::new)
                    .orElseGet(SignInResult.Refused::new);
        });
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
        var rows = jooq.read(db -> db.select(
                        UD_TENANT.METHODS_OFF,
                        UD_USER.ID,
                        UD_USER.STATUS,
                        UD_USER.SUSPENDED_UNTIL,
                        UD_PASSWORD.LOGIN_METHOD_ID,
                        UD_PASSWORD.HASH,
                        UD_LOGIN_METHOD.EMAIL)
                .from(UD_TENANT)
                .leftJoin(UD_IDENTIFIER
                        .join(UD_USER)
                        .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                        .join(UD_LOGIN_METHOD)
                        .on(UD_LOGIN_METHOD.USER_ID.eq(UD_USER.ID))
                        .join(UD_PASSWORD)
                        .on(UD_PASSWORD.LOGIN_METHOD_ID.eq(UD_LOGIN_METHOD.ID)))
                .on(UD_IDENTIFIER.TENANT_ID.eq(UD_TENANT.ID))
                .and(UD_IDENTIFIER.KIND.eq(Identifiers.EMAIL))
                .and(UD_IDENTIFIER.IDENTIFIER.eq(key))
                .where(UD_TENANT.ID.eq(tenant.value()))
                .fetch());
        boolean isOff = !rows.isEmpty() && TenantRows.isOff(rows.get(0).value1(), SignInMethod.PASSWORD);
        return new Found(
                isOff,
                rows.stream()
                        .filter(r -> r.value2() != null
                                && Identifiers.key(r.value7()).equals(key))
                        .map(r -> new Candidate(
                                new UserId(r.value2()),
                                mayEnter(r.value3(), r.value4()),
                                r.value5(),
                                r.value6(),
                                r.value7()))
                        .findFirst());
    }

    private boolean mayEnter(String status, long suspendedUntil) {
        return status.equals("active")
                || (status.equals(Suspended.STATUS) && !Suspended.holds(status, suspendedUntil, clock.millis()));
    }

    private void refused(Optional<Candidate> found, TenantId tenant, Actor actor, @Nullable String reason) {
        var event = NewAuditEvent.of("user.sign-in-failed", actor).in(tenant);
        event = reason == null ? event : event.change("reason", null, reason);
        audit.record(found.isPresent() ? event.on(found.get().id()) : event);
    }
}
