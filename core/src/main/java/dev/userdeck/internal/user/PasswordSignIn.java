package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
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
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.Update;
import org.jspecify.annotations.Nullable;

/** Checks email and password. No transaction is open and no connection held while a hash is computed. */
final class PasswordSignIn {
    private final Jooq jooq;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final JooqAuditTrail audit;
    private final JooqUserReader reader;
    private final SignInThrottle throttle;
    private final LastSeen seen;

    /** What is known of the one who wants in, and the rows it is known from. */
    private record Candidate(UdUserRecord row, Result<?> rows, String methodId, String hash) {
        UserId id() {
            return new UserId(row.getId());
        }
    }

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
        this.seen = new LastSeen(jooq, PasswordSignIn::see);
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
        if (!right || !mayEnter(found.get().row())) {
            refused(found, tenant, actor, null);
            return new SignInResult.Refused();
        }
        Candidate who = found.get();
        String newHash = hasher.needsRehash(who.hash()) ? hasher.hash(password) : null;
        return jooq.write(db -> {
            long now = clock.millis();
            String id = who.row().getId();
            if (!db.connectionResult(connection -> seen.note(connection, id, now, now, id, now))) {
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
            audit.record(NewAuditEvent.of("user.signed-in", Actor.user(id).likewise(actor))
                    .on(who.id())
                    .in(tenant));
            who.row().setLastSeenAt(now);
            return new SignInResult.SignedIn(reader.toUser(who.row(), who.rows()));
        });
    }

    private static Update<UdUserRecord> see(DSLContext db) {
        return db.update(UD_USER)
                .set(UD_USER.LAST_SEEN_AT, 0L)
                .where(UD_USER.ID.eq(""))
                .and(Suspended.doesNotHold());
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
        Result<?> rows = jooq.read(db -> db.select(UD_TENANT.METHODS_OFF, UD_PASSWORD.LOGIN_METHOD_ID, UD_PASSWORD.HASH)
                .select(JooqUserReader.wholeFields())
                .from(UD_TENANT)
                .leftJoin(UD_IDENTIFIER
                        .join(JooqUserReader.whole(Scope.all()))
                        .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                        .leftJoin(UD_PASSWORD)
                        .on(UD_PASSWORD.LOGIN_METHOD_ID.eq(UD_LOGIN_METHOD.ID)))
                .on(UD_IDENTIFIER.TENANT_ID.eq(UD_TENANT.ID))
                .and(UD_IDENTIFIER.KIND.eq(Identifiers.EMAIL))
                .and(UD_IDENTIFIER.IDENTIFIER.eq(key))
                .where(UD_TENANT.ID.eq(tenant.value()))
                .fetch());
        boolean isOff =
                !rows.isEmpty() && TenantRows.isOff(rows.get(0).get(UD_TENANT.METHODS_OFF), SignInMethod.PASSWORD);
        return new Found(
                isOff,
                rows.stream()
                        .filter(row -> row.get(UD_PASSWORD.LOGIN_METHOD_ID) != null
                                && Identifiers.key(row.get(UD_LOGIN_METHOD.EMAIL))
                                        .equals(key))
                        .findFirst()
                        .map(row -> new Candidate(
                                row.into(UD_USER),
                                rows,
                                row.get(UD_PASSWORD.LOGIN_METHOD_ID),
                                row.get(UD_PASSWORD.HASH))));
    }

    private boolean mayEnter(UdUserRecord row) {
        return row.getStatus().equals("active")
                || (row.getStatus().equals(Suspended.STATUS)
                        && !Suspended.holds(row.getStatus(), row.getSuspendedUntil(), clock.millis()));
    }

    private void refused(Optional<Candidate> found, TenantId tenant, Actor actor, @Nullable String reason) {
        var event = NewAuditEvent.of("user.sign-in-failed", actor).in(tenant);
        event = reason == null ? event : event.change("reason", null, reason);
        audit.record(found.isPresent() ? event.on(found.get().id()) : event);
    }
}
