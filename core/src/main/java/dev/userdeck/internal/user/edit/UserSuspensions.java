package dev.userdeck.internal.user.edit;

import static dev.userdeck.audit.AuditActions.USER_ACTIVATED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.session.JooqSessions;
import dev.userdeck.internal.session.SuspensionSql;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PasswordTokens;
import dev.userdeck.internal.user.store.UserMapping;
import dev.userdeck.internal.user.store.UserTransaction;
import dev.userdeck.internal.user.store.UserTransaction.Found;
import dev.userdeck.internal.user.store.UserTransaction.Locked;
import dev.userdeck.internal.user.store.UserTransaction.OutOfReach;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspends users and activates them. */
public final class UserSuspensions {
    private final UserTransaction work;
    private final JooqSessions sessions;

    public UserSuspensions(UserTransaction work, JooqSessions sessions) {
        this.work = work;
        this.sessions = sessions;
    }

    public SuspendUserResult suspend(UserId id, NewSuspension suspension, Scope scope, Actor actor) {
        List<FieldError> errors = check(suspension);
        if (!errors.isEmpty()) {
            return new SuspendUserResult.Refused(errors);
        }
        return work.jooq.write(db -> {
            Found found = work.lock(db, id, scope);
            if (found instanceof OutOfReach out) {
                return out.alsoElsewhere() ? new SuspendUserResult.PartlyOutOfScope() : new SuspendUserResult.Unknown();
            }
            var begins = new Suspension(suspension.reason().strip(), suspension.until(), work.now(), nameOf(actor));
            return suspend(db, ((Locked) found).user(), begins, actor);
        });
    }

    /** By what name an actor is remembered as the one who suspended somebody. */
    public static String nameOf(Actor actor) {
        return actor.name() == null ? JooqUserRows.orEmpty(actor.id()) : actor.name();
    }

    private List<FieldError> check(NewSuspension suspension) {
        var errors = new ArrayList<FieldError>();
        UserFields.checkReason(suspension.reason()).ifPresent(errors::add);
        Instant until = suspension.until();
        if (until != null && millis(until) <= work.clock.millis()) {
            errors.add(new FieldError("until", "until-past", "The end lies in the past."));
        }
        return errors;
    }

    /** Suspends a user whose row is locked, or changes the suspension that there is. */
    public SuspendUserResult.Suspended suspend(DSLContext db, User before, Suspension suspension, Actor actor) {
        Instant until = suspension.until();
        var u = UD_USER;
        db.update(u)
                .set(u.STATUS, SuspensionSql.STATUS)
                .set(u.SUSPENDED_REASON, suspension.reason())
                .set(u.SUSPENDED_UNTIL, until == null ? 0L : millis(until))
                .set(u.SUSPENDED_AT, suspension.since().toEpochMilli())
                .set(u.SUSPENDED_BY, ColumnLimits.fitted(JooqUserRows.orEmpty(suspension.by()), u.SUSPENDED_BY))
                .set(u.VERSION, u.VERSION.plus(1L))
                .where(u.ID.eq(before.id().value()))
                .execute();
        PasswordTokens.forget(db, before.id());
        int ended = sessions.revokeAll(before.id(), Scope.all(), actor);
        UpdateUserResult.Updated done = work.done(
                db,
                before,
                now -> UserTransaction.event(USER_SUSPENDED, actor, now)
                        .change("reason", reason(before), reason(now))
                        .change("until", until(before), until(now)));
        return new SuspendUserResult.Suspended(done.user(), ended);
    }

    public UpdateUserResult activate(UserId id, Scope scope, Actor actor) {
        return work.change(id, scope, (db, before) -> activate(db, before, actor));
    }

    /** Lifts the suspension of a user whose row is locked, if there is one. */
    public UpdateUserResult.Updated activate(DSLContext db, User before, Actor actor) {
        if (before.status() != UserStatus.SUSPENDED) {
            return new UpdateUserResult.Updated(before);
        }
        UserStatus status = UserMapping.withoutSuspension(before.loginMethods(), before.lastSeenAt() != null);
        var u = UD_USER;
        db.update(u)
                .set(u.STATUS, ConstantNames.of(status))
                .set(u.SUSPENDED_REASON, "")
                .set(u.SUSPENDED_UNTIL, 0L)
                .set(u.SUSPENDED_AT, 0L)
                .set(u.SUSPENDED_BY, "")
                .set(u.VERSION, u.VERSION.plus(1L))
                .where(u.ID.eq(before.id().value()))
                .execute();
        return work.done(
                db,
                before,
                now -> UserTransaction.event(USER_ACTIVATED, actor, now).change("reason", reason(before), null));
    }

    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static @Nullable String reason(User user) {
        Suspension suspension = user.suspension();
        return suspension == null ? null : suspension.reason();
    }

    private static @Nullable String until(User user) {
        Suspension suspension = user.suspension();
        return suspension == null || suspension.until() == null
                ? null
                : suspension.until().toString();
    }
}
