package dev.userdeck.internal.session;

import static dev.userdeck.audit.AuditActions.SESSION_CREATED;
import static dev.userdeck.internal.jooq.Tables.UD_SESSION;
import static dev.userdeck.internal.jooq.Tables.UD_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedInsert;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Update;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.session.Sessions;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.session.VerifiedSession;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions on jOOQ: opening and listing them. Checking them is {@link SessionChecks}', ending them {@link SessionRevocation}'.
 *
 * <p>Whoever locks both a user's row and a session's locks the user's first, as deleting a user does.
 */
public final class JooqSessions implements Sessions {
    private static final String ACTIVE = "active";
    private static final Param<String> TENANT = Bind.param("tenant", UD_TENANT.ID);
    private static final Param<String> OFF = Bind.text("off");
    private static final List<Field<?>> LISTED = List.of(
            UD_SESSION.HANDLE,
            UD_SESSION.USER_ID,
            UD_SESSION.TENANT_ID,
            UD_SESSION.METHOD,
            UD_SESSION.CREATED_AT,
            UD_SESSION.LAST_USED_AT,
            UD_SESSION.EXPIRES_AT,
            UD_SESSION.IP,
            UD_SESSION.USER_AGENT,
            UD_SESSION.HOST_DATA);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final JooqAuditTrail audit;
    private final SessionLimits limits;
    private final SessionRevocation ends;
    private final SessionChecks checks;
    private final LastSeen signedIn;
    private final RenderedInsert insert;
    private final StatementCache list;
    private final SessionRequirements requirements = new SessionRequirements();
    private final Secrets secrets = new Secrets();

    /** Creates it. */
    public JooqSessions(JooqDatabase jooq, Clock clock, Ids ids, JooqAuditTrail audit, SessionLimits limits) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.limits = limits;
        this.ends = new SessionRevocation(jooq, clock, audit);
        this.checks = new SessionChecks(jooq, clock, limits, ends);
        this.signedIn = new LastSeen(jooq, "user signed in", JooqSessions::markSignedIn);
        this.list = jooq.prepareByShape("sessions of a user");
        var s = UD_SESSION;
        this.insert = jooq.prepareInsert(
                s,
                s.HANDLE,
                s.SELECTOR,
                s.SECRET_HASH,
                s.LINEAGE_HASH,
                s.USER_ID,
                s.TENANT_ID,
                s.METHOD,
                s.CREATED_AT,
                s.LAST_USED_AT,
                s.EXPIRES_AT,
                s.IP,
                s.USER_AGENT,
                s.HOST_DATA);
    }

    @Override
    public Optional<IssuedSession> create(UserId user, SessionOrigin origin) {
        requireNonNull(user, "user");
        requireNonNull(origin, "origin");
        SessionToken token = SessionToken.random(secrets);
        try {
            return jooq.writePlain(connection -> create(connection, user, origin, token));
        } catch (ForeignKeyViolationException e) {
            return Optional.empty(); // no member of this tenant, or not any more
        }
    }

    private Optional<IssuedSession> create(Connection connection, UserId user, SessionOrigin origin, SessionToken token)
            throws SQLException {
        long now = clock.millis();
        String tenant = origin.tenant().value();
        String off = TenantRows.pattern(SignInMethod.ofSession(origin.method()));
        if (!signedIn.note(connection, user.value(), now, Bind.of(TENANT, tenant), Bind.of(OFF, off))) {
            return Optional.empty();
        }
        var session = new Session(
                new SessionHandle(ids.next()),
                user,
                origin.tenant(),
                ColumnLimits.fitted(origin.method(), UD_SESSION.METHOD),
                Instant.ofEpochMilli(now),
                Instant.ofEpochMilli(now),
                Instant.ofEpochMilli(limits.expiry(now, now)),
                ColumnLimits.fit(origin.ip(), UD_SESSION.IP),
                ColumnLimits.fit(origin.userAgent(), UD_SESSION.USER_AGENT),
                origin.hostData());
        var s = UD_SESSION;
        insert.execute(
                connection,
                Bind.of(s.HANDLE, session.handle().value()),
                Bind.of(s.SELECTOR, token.selector()),
                Bind.of(s.SECRET_HASH, token.secretHash()),
                Bind.of(s.LINEAGE_HASH, token.lineageHash()),
                Bind.of(s.USER_ID, user.value()),
                Bind.of(s.TENANT_ID, tenant),
                Bind.of(s.METHOD, session.method()),
                Bind.of(s.CREATED_AT, now),
                Bind.of(s.LAST_USED_AT, now),
                Bind.of(s.EXPIRES_AT, session.expiresAt().toEpochMilli()),
                Bind.of(s.IP, session.ip()),
                Bind.of(s.USER_AGENT, session.userAgent()),
                Bind.of(s.HOST_DATA, session.hostData()));
        audit.record(NewAuditEvent.of(
                        SESSION_CREATED,
                        Actor.user(user.value()).ip(session.ip()).userAgent(session.userAgent()))
                .user(user)
                .tenant(origin.tenant())
                .target(session.handle().value()));
        return Optional.of(new IssuedSession(session, token.text()));
    }

    /**
     * Makes an invited user active, and one whose suspension is over. Of a suspended or unknown one, or where the way to sign
     * in is off, nothing is written.
     */
    private static Update<UdUserRecord> markSignedIn(DSLContext db) {
        var u = UD_USER;
        var isNew = u.STATUS.ne(inline(ACTIVE));
        return db.update(u)
                .set(u.LAST_SEEN_AT, LastSeen.AT)
                .set(u.LAST_SEEN_IMPORTED, inline(0L))
                // before the status: MySQL reads what an earlier assignment has written
                .set(u.VERSION, when(isNew, u.VERSION.plus(inline(1L))).otherwise(u.VERSION))
                .set(u.STATUS, inline(ACTIVE))
                .where(u.ID.eq(LastSeen.USER))
                .and(SuspensionSql.doesNotHold(LastSeen.AT))
                .andNot(TenantRows.isOff(TENANT, OFF));
    }

    @Override
    public Optional<Session> verify(@Nullable String token, Scope scope) {
        return checks.verify(token, requireNonNull(scope, "scope")).map(JooqSessions::toSession);
    }

    @Override
    public Optional<VerifiedSession> refresh(@Nullable String token, Scope scope, Actor actor) {
        return checks.refresh(token, requireNonNull(scope, "scope"), requireNonNull(actor, "actor"))
                .map(found -> new VerifiedSession(toSession(found.row()), found.newToken()));
    }

    /** Asks these, too, before a session may be used. */
    public void guard(List<SessionRequirement> more) {
        requirements.add(more);
    }

    @Override
    public Optional<UnmetRequirement> check(Session session) {
        return requirements.check(requireNonNull(session, "session"));
    }

    @Override
    public Page<Session> list(SessionQuery query) {
        var s = UD_SESSION;
        String user = query.user().value();
        int size = query.size();
        Cursor from = Cursor.read("sessions/" + user + "/" + Scopes.describe(query.scope()), query.cursor(), 2);
        SqlFragment all = SqlFragment.of("user", () -> s.USER_ID.eq(user), user)
                .and(Scopes.within(query.scope(), s.TENANT_ID))
                .and(limits.alive(clock.millis()))
                .and(isBeyond(from));
        List<Session> rows = jooq.readPlain(connection -> list.query(
                connection,
                JooqSessions::toSessions,
                () -> DSL.select(LISTED)
                        .from(s)
                        .where(all.condition())
                        .orderBy(
                                from.isBackwards()
                                        ? List.of(s.CREATED_AT.asc(), s.HANDLE.asc())
                                        : List.of(s.CREATED_AT.desc(), s.HANDLE.desc()))
                        .limit((long) size + 1),
                all,
                SqlFragment.value((long) size + 1)));
        return from.page(
                rows,
                size,
                session -> List.of(
                        Long.toString(session.createdAt().toEpochMilli()),
                        session.handle().value()));
    }

    /** The row comparison, with a plain one in front for engines that can't seek by the first. */
    private static SqlFragment isBeyond(Cursor from) {
        if (!from.hasKey()) {
            return from.isBackwards() ? SqlFragment.shape("from the end") : SqlFragment.none();
        }
        var s = UD_SESSION;
        long at = from.number(0);
        String handle = from.text(1);
        var position = row(at, handle);
        return from.isBackwards()
                ? SqlFragment.of(
                        "before",
                        () -> s.CREATED_AT
                                .ge(at)
                                .and(row(s.CREATED_AT, s.HANDLE).gt(position)),
                        at,
                        at,
                        handle)
                : SqlFragment.of(
                        "after",
                        () -> s.CREATED_AT
                                .le(at)
                                .and(row(s.CREATED_AT, s.HANDLE).lt(position)),
                        at,
                        at,
                        handle);
    }

    private static List<Session> toSessions(ResultRows rows) throws SQLException {
        var s = UD_SESSION;
        var sessions = new ArrayList<Session>();
        while (rows.next()) {
            sessions.add(new Session(
                    new SessionHandle(rows.get(s.HANDLE)),
                    new UserId(rows.get(s.USER_ID)),
                    new TenantId(rows.get(s.TENANT_ID)),
                    rows.get(s.METHOD),
                    Instant.ofEpochMilli(rows.get(s.CREATED_AT)),
                    Instant.ofEpochMilli(rows.get(s.LAST_USED_AT)),
                    Instant.ofEpochMilli(rows.get(s.EXPIRES_AT)),
                    rows.getOrNull(s.IP),
                    rows.getOrNull(s.USER_AGENT),
                    rows.getOrNull(s.HOST_DATA)));
        }
        return sessions;
    }

    @Override
    public boolean revoke(UserId user, SessionHandle handle, Scope scope, Actor actor) {
        return ends.revoke(user, handle, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public int revokeAll(UserId user, Scope scope, Actor actor) {
        return ends.revokeAll(user, scope, requireNonNull(actor, "actor"));
    }

    @Override
    public int revokeOthers(UserId user, SessionHandle keep, Scope scope, Actor actor) {
        return ends.revokeOthers(user, requireNonNull(keep, "keep"), scope, requireNonNull(actor, "actor"));
    }

    @Override
    public int revokeEveryone(Scope scope, int most, Actor actor) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one session is ended in a call, not " + most);
        }
        return ends.revokeEveryone(requireNonNull(scope, "scope"), most, requireNonNull(actor, "actor"));
    }

    @Override
    public CappedCount count(Scope scope) {
        return ends.countAll(requireNonNull(scope, "scope"));
    }

    @Override
    public boolean signOut(@Nullable String token, Scope scope, Actor actor) {
        requireNonNull(scope, "scope");
        requireNonNull(actor, "actor");
        return checks.find(token, scope, actor)
                .map(row -> ends.signOut(row, actor))
                .orElse(false);
    }

    /**
     * Removes what has ended of itself, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        return ends.sweep(batch);
    }

    private static Session toSession(UdSessionRecord row) {
        return new Session(
                new SessionHandle(row.getHandle()),
                new UserId(row.getUserId()),
                new TenantId(row.getTenantId()),
                row.getMethod(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getLastUsedAt()),
                Instant.ofEpochMilli(row.getExpiresAt()),
                row.getIp(),
                row.getUserAgent(),
                row.getHostData());
    }
}
