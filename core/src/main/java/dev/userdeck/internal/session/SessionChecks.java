package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_SESSION;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Update;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the session of a token, notes that it is used, replaces the token when it is time, and notices stolen ones. */
final class SessionChecks {
    /** Compared with where there is nothing to compare with, so that it takes as long. */
    private static final String NO_HASH = "0".repeat(64);

    private static final Param<String> SELECTOR = Bind.param("selector", UD_SESSION.SELECTOR);
    private static final Param<Long> SEEN_BEFORE = Bind.param("seen before", UD_USER.LAST_SEEN_AT);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final SessionLimits limits;
    private final SessionRevocation ends;
    private final Secrets secrets = new Secrets();
    /** Asked with each request, so rendered once. */
    private final RenderedStatement bySelector;

    private final LastSeen seen;

    /** A session's row and what is read along with it. */
    private record Found(UdSessionRecord row, boolean isSuspended, long userSeenAt) {}

    /** A session that a token opened. */
    private record Good(UdSessionRecord row, long userSeenAt, SessionToken token, SessionSecret secret) {}

    /** A session's row, and the text of its new token if it got one. */
    record Refreshed(UdSessionRecord row, @Nullable String newToken) {}

    SessionChecks(JooqDatabase jooq, Clock clock, SessionLimits limits, SessionRevocation ends) {
        this.jooq = jooq;
        this.clock = clock;
        this.limits = limits;
        this.ends = ends;
        this.bySelector = jooq.prepare("session by selector", SessionChecks::bySelector);
        this.seen = new LastSeen(jooq, "user seen", SessionChecks::see);
    }

    /** The session alone, without a note that it is used. */
    Optional<UdSessionRecord> find(@Nullable String text, Scope scope, Actor actor) {
        return find(text, scope, actor, clock.millis()).map(Good::row);
    }

    Optional<UdSessionRecord> verify(@Nullable String text, Scope scope) {
        long now = clock.millis();
        Optional<Good> good = find(text, scope, Actor.anonymous(), now);
        good.ifPresent(it -> noteUse(it, now));
        return good.map(Good::row);
    }

    Optional<Refreshed> refresh(@Nullable String text, Scope scope, Actor actor) {
        long now = clock.millis();
        return find(text, scope, actor, now).map(good -> {
            if (limits.isRotationDue(good.row(), good.secret(), now) && !jooq.isHostTransaction()) {
                return rotate(good, now);
            }
            noteUse(good, now);
            return new Refreshed(good.row(), null);
        });
    }

    private Optional<Good> find(@Nullable String text, Scope scope, Actor actor, long now) {
        Optional<SessionToken> parsed = SessionToken.parse(text);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        SessionToken token = parsed.get();
        Optional<Found> found = select(token.selector(), now);
        SessionSecret secret = judge(token, found.map(Found::row).orElse(null), now);
        if (secret == SessionSecret.UNKNOWN) {
            return Optional.empty();
        }
        Optional<Found> alive = found.filter(it -> isOf(scope, it.row()))
                .filter(it -> !it.isSuspended() && limits.isAlive(it.row(), now));
        if (secret == SessionSecret.REPLACED) {
            alive.filter(it -> !jooq.isReadOnly()).ifPresent(it -> ends.endStolen(it.row(), actor));
            return Optional.empty();
        }
        return alive.map(it -> new Good(it.row(), it.userSeenAt(), token, secret));
    }

    private static boolean isOf(Scope scope, UdSessionRecord row) {
        return scope.covers(new TenantId(row.getTenantId()));
    }

    /** Makes all comparisons, whatever comes out: the time tells nothing. */
    private SessionSecret judge(SessionToken token, @Nullable UdSessionRecord row, long now) {
        String hash = token.secretHash();
        boolean isCurrent = Secrets.same(hash, row == null ? NO_HASH : row.getSecretHash());
        boolean isPrevious = Secrets.same(hash, orNone(row == null ? null : row.getPreviousHash()));
        boolean isOfLineage = Secrets.same(token.lineageHash(), orNone(row == null ? null : row.getLineageHash()));
        if (isCurrent) {
            return SessionSecret.CURRENT;
        }
        if (row != null && isPrevious && limits.isPreviousGood(row, now)) {
            return SessionSecret.PREVIOUS;
        }
        return isPrevious || isOfLineage ? SessionSecret.REPLACED : SessionSecret.UNKNOWN;
    }

    private static String orNone(@Nullable String hash) {
        return hash == null ? NO_HASH : hash;
    }

    private Optional<Found> select(String selector, long now) {
        return jooq.readPlain(connection -> bySelector.query(
                connection,
                rows -> rows.next() ? Optional.of(toFound(rows, now)) : Optional.empty(),
                Bind.of(SELECTOR, selector)));
    }

    private static Query bySelector(DSLContext db) {
        return db.select(UD_SESSION.fields())
                .select(UD_USER.STATUS, UD_USER.SUSPENDED_UNTIL, UD_USER.LAST_SEEN_AT)
                .from(UD_SESSION)
                .join(UD_USER)
                .on(UD_USER.ID.eq(UD_SESSION.USER_ID))
                .where(UD_SESSION.SELECTOR.eq(SELECTOR));
    }

    private static Found toFound(ResultRows rows, long now) throws SQLException {
        var s = UD_SESSION;
        var row = new UdSessionRecord();
        row.setHandle(rows.get(s.HANDLE));
        row.setSelector(rows.get(s.SELECTOR));
        row.setSecretHash(rows.get(s.SECRET_HASH));
        row.setUserId(rows.get(s.USER_ID));
        row.setTenantId(rows.get(s.TENANT_ID));
        row.setMethod(rows.get(s.METHOD));
        row.setCreatedAt(rows.get(s.CREATED_AT));
        row.setLastUsedAt(rows.get(s.LAST_USED_AT));
        row.setExpiresAt(rows.get(s.EXPIRES_AT));
        row.setIp(rows.getOrNull(s.IP));
        row.setUserAgent(rows.getOrNull(s.USER_AGENT));
        row.setPreviousHash(rows.getOrNull(s.PREVIOUS_HASH));
        row.setLineageHash(rows.getOrNull(s.LINEAGE_HASH));
        row.setRotatedAt(rows.getOrNull(s.ROTATED_AT));
        row.setCurrentUsedAt(rows.getOrNull(s.CURRENT_USED_AT));
        row.setHostData(rows.getOrNull(s.HOST_DATA));
        row.changed(false); // only what is set from here on is written
        boolean isSuspended = SuspensionSql.holds(rows.get(UD_USER.STATUS), rows.get(UD_USER.SUSPENDED_UNTIL), now);
        return new Found(row, isSuspended, rows.get(UD_USER.LAST_SEEN_AT));
    }

    /** Of calls at the same time one writes; the others find it done. */
    private void noteUse(Good good, long now) {
        UdSessionRecord row = good.row();
        var s = UD_SESSION;
        boolean isFirst = good.secret() == SessionSecret.CURRENT
                && row.getPreviousHash() != null
                && row.getCurrentUsedAt() == null;
        if ((!isFirst && !limits.isWorthNoting(row.getLastUsedAt(), now)) || jooq.isReadOnly()) {
            return;
        }
        if (isFirst) {
            row.setCurrentUsedAt(now);
            write(good, s.SECRET_HASH.eq(row.getSecretHash()).and(s.CURRENT_USED_AT.isNull()), now);
        } else {
            write(good, s.LAST_USED_AT.eq(row.getLastUsedAt()), now);
        }
    }

    /** Of calls at the same time one gets the new token; for the others the one they have is still good. */
    private Refreshed rotate(Good good, long now) {
        UdSessionRecord row = good.row();
        var s = UD_SESSION;
        Condition isAsFound = s.SECRET_HASH.eq(row.getSecretHash());
        if (good.secret() == SessionSecret.PREVIOUS) {
            isAsFound = isAsFound.and(s.CURRENT_USED_AT.isNull());
        }
        SessionToken next = good.token().next(secrets);
        row.setSecretHash(next.secretHash());
        row.setPreviousHash(good.token().secretHash());
        row.setLineageHash(next.lineageHash());
        row.setRotatedAt(now);
        row.setCurrentUsedAt(null);
        boolean isOurs = write(good, isAsFound, now);
        return new Refreshed(row, isOurs ? next.text() : null);
    }

    /** Writes what has changed in the row, and that session and user were seen now. The user first, as deleting one does. */
    private boolean write(Good good, Condition isAsFound, long now) {
        UdSessionRecord row = good.row();
        row.setLastUsedAt(now);
        row.setExpiresAt(limits.expiry(row.getCreatedAt(), now));
        return jooq.write(db -> {
            noteUser(db, good, now);
            return db.update(UD_SESSION)
                            .set(row)
                            .where(UD_SESSION.HANDLE.eq(row.getHandle()))
                            .and(isAsFound)
                            .execute()
                    == 1;
        });
    }

    private void noteUser(DSLContext db, Good good, long now) {
        if (limits.isWorthNoting(good.userSeenAt(), now)) {
            String user = good.row().getUserId();
            db.connection(connection -> seen.note(connection, user, now, Bind.of(SEEN_BEFORE, good.userSeenAt())));
        }
    }

    /** Of calls at the same time one writes. */
    private static Update<UdUserRecord> see(DSLContext db) {
        return db.update(UD_USER)
                .set(UD_USER.LAST_SEEN_AT, LastSeen.AT)
                .set(UD_USER.LAST_SEEN_IMPORTED, DSL.inline(0L))
                .where(UD_USER.ID.eq(LastSeen.USER))
                .and(UD_USER.LAST_SEEN_AT.eq(SEEN_BEFORE));
    }
}
