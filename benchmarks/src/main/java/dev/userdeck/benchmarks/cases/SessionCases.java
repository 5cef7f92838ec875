package dev.userdeck.benchmarks.cases;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_CREATED;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Operation;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Sessions and signing in. */
final class SessionCases {
    private static final long IDLE = Duration.ofDays(14).toMillis();

    private final BenchmarkDatabase site;
    private final Userdeck userdeck;
    private final Sessions sessions;
    private final Population population;
    private final UserPool supply;

    SessionCases(BenchmarkDatabase site, Userdeck userdeck, Population population) {
        this.site = site;
        this.userdeck = userdeck;
        this.sessions = userdeck.sessions();
        this.population = population;
        this.supply = new UserPool(site, population);
    }

    List<BenchmarkCase> all() {
        return List.of(
                new BenchmarkCase("session verify in process", this::verify, rawVerify(), Threshold.share(0.6)),
                new BenchmarkCase(
                        "session create, with its event",
                        this::create,
                        RawQueries.writing(site, this::rawCreate),
                        Threshold.share(0.6)),
                new BenchmarkCase(
                        "end all sessions of a user (3), with its event", endAll(), rawEndAll(), Threshold.share(0.6)),
                new BenchmarkCase("sign-in beside the hash", this::signIn, this::hash, Threshold.atMostAbove(3)));
    }

    private Operation verify() {
        return random -> {
            if (sessions.verify(token(random)).isEmpty()) {
                throw new IllegalStateException("A session of the population is gone: load it anew");
            }
            return true;
        };
    }

    private Work rawVerify() {
        return RawQueries.reading(
                site,
                "select s.*, u.status, u.suspended_until, u.last_seen_at from ud_session s"
                        + " join ud_user u on u.id = s.user_id where s.selector = ?",
                random -> new Object[] {selector(random)});
    }

    private String token(SplittableRandom random) {
        int user = population.withSessions(random.nextInt(population.size()));
        return population.sessionToken(user, random.nextInt(Population.SESSIONS));
    }

    private String selector(SplittableRandom random) {
        String token = token(random);
        return token.substring(0, token.indexOf('.'));
    }

    private Operation create() {
        SessionOrigin origin = SessionOrigin.of(UserPool.METHOD).client("192.0.2.7", "benchmark");
        return random ->
                sessions.create(new UserId(population.id(any(random))), origin).isPresent();
    }

    private boolean rawCreate(RawQueries raw, SplittableRandom random) throws SQLException {
        String user = population.id(any(random));
        String handle = RawQueries.newId();
        long now = Population.NOW.toEpochMilli();
        raw.write("update ud_user set last_seen_at = ?, last_seen_imported = 0 where id = ?", now, user);
        raw.write(
                "insert into ud_session (handle, selector, secret_hash, lineage_hash, user_id, tenant_id, method,"
                        + " created_at, last_used_at, expires_at, ip, user_agent)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                handle,
                handle.substring(14),
                handle.substring(14),
                handle.substring(14),
                user,
                "public",
                UserPool.METHOD,
                now,
                now,
                now + IDLE,
                "192.0.2.7",
                "benchmark");
        raw.event(SESSION_CREATED, user, List.of());
        return true;
    }

    private Work endAll() {
        return renewing(() -> random -> {
            int user = supply.take();
            if (user >= 0) {
                sessions.revokeAll(new UserId(population.id(user)), Scope.all(), Actor.system());
            }
            return user >= 0;
        });
    }

    private Work rawEndAll() {
        return renewing(() -> RawQueries.writer(site, (raw, random) -> {
            int user = supply.take();
            if (user >= 0) {
                String id = population.id(user);
                raw.write("delete from ud_session where user_id = ?", id);
                raw.event(SESSION_ALL_REVOKED, id, List.<String[]>of(new String[] {"sessions", "3", "0"}));
            }
            return user >= 0;
        }));
    }

    private Work renewing(Work work) {
        return work.after(supply::renewSessions);
    }

    private Operation signIn() {
        Users users = userdeck.users();
        return random -> {
            int user = any(random);
            Actor actor = Actor.anonymous().ip("192.0.2." + user % 250);
            SignInResult result = users.signIn(population.email(user), Population.PASSWORD, TenantId.PUBLIC, actor);
            if (!(result instanceof SignInResult.SignedIn)) {
                throw new IllegalStateException("Not signed in: " + result);
            }
            return true;
        };
    }

    private Operation hash() {
        var hasher = new PasswordHasher(null);
        String hash = hasher.hash(Population.PASSWORD);
        return random -> hasher.verify(Population.PASSWORD, hash);
    }

    private int any(SplittableRandom random) {
        return random.nextInt(population.size());
    }
}
