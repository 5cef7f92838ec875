package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Paged;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SessionsContract extends EngineContract {
    private static final TenantId OTHER = new TenantId("other");
    private static final SessionOrigin PASSWORD_LOGIN = SessionOrigin.of("password");
    private static final Actor INES = Actor.operator("op-1", "Ines");
    private static final Duration IDLE = Duration.ofDays(14);
    private static final Duration LIFETIME = Duration.ofDays(90);

    private Sessions sessions;
    private Tables tables;
    private UserId ada;

    /** For subclasses. */
    protected SessionsContract() {}

    @BeforeEach
    void signAdaUp() {
        sessions = userdeck.sessions();
        tables = new Tables(database);
        ada = signUp("ada@example.org").id();
        database.statements().reset();
    }

    @Test
    void aSessionIsFoundByItsToken() {
        IssuedSession issued = sessions.create(ada, PASSWORD_LOGIN.from("203.0.113.7", "Firefox"))
                .orElseThrow();

        assertThat(sessions.verify(issued.token())).contains(issued.session());
        assertThat(issued.session().userId()).isEqualTo(ada);
        assertThat(issued.session().tenant()).isEqualTo(TenantId.PUBLIC);
        assertThat(issued.session().ip()).isEqualTo("203.0.113.7");
        assertThat(issued.session().userAgent()).isEqualTo("Firefox");
        assertThat(issued.session().createdAt()).isEqualTo(clock.instant());
        assertThat(issued.session().expiresAt()).isEqualTo(clock.instant().plus(IDLE));
    }

    @Test
    void theDatabaseHoldsNoToken() {
        IssuedSession issued = open(ada);

        String secret = issued.token().substring(issued.token().indexOf('.') + 1);
        assertThat(tables.dump("ud_session") + tables.dump("ud_audit_event") + tables.dump("ud_audit_change"))
                .contains(issued.session().handle().value())
                .doesNotContain(secret);
        assertThat(issued.token())
                .hasSizeLessThanOrEqualTo(100)
                .doesNotContain(issued.session().handle().value());
        assertThat(issued.toString()).doesNotContain(secret);
    }

    @Test
    void onlyAMemberOfTheTenantGetsASession() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());

        assertThat(sessions.create(new UserId("nobody"), PASSWORD_LOGIN)).isEmpty();
        assertThat(sessions.create(ada, PASSWORD_LOGIN.in(OTHER))).isEmpty();
        assertThat(sessions.create(ada, PASSWORD_LOGIN.in(new TenantId("no-such-tenant"))))
                .isEmpty();
        assertThat(events("session.created")).isEmpty();
        assertThat(userdeck.users().find(ada).orElseThrow().lastSeenAt()).isNull();
    }

    @Test
    void anInvitedUserIsActiveFromTheFirstSessionOn() {
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail("bob@example.org"), Actor.system());
        User bob = created.user();

        open(bob.id());
        open(bob.id());

        User now = userdeck.users().find(bob.id()).orElseThrow();
        assertThat(bob.status()).isEqualTo(UserStatus.INVITED);
        assertThat(now.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(now.version()).isEqualTo(bob.version() + 1);
        assertThat(now.lastSeenAt()).isEqualTo(clock.instant());
    }

    @Test
    void aSuspendedUserHasNoSession() {
        IssuedSession issued = open(ada);

        tables.execute("update ud_user set status = 'suspended' where id = '" + ada + "'");

        assertThat(sessions.verify(issued.token())).isEmpty();
        assertThat(sessions.create(ada, PASSWORD_LOGIN)).isEmpty();
    }

    @Test
    void whatTheClientSaysIsCutToFit() {
        String ip = "2001:db8::1%".repeat(10);
        String userAgent = "x".repeat(511) + "🚆\u0000 and more";

        IssuedSession issued =
                sessions.create(ada, PASSWORD_LOGIN.from(ip, userAgent)).orElseThrow();

        assertThat(issued.session().ip()).isEqualTo(ip.substring(0, 45));
        assertThat(issued.session().userAgent()).isEqualTo("x".repeat(511));
        assertThat(sessions.verify(issued.token())).contains(issued.session());
    }

    @Test
    void checkingIsOneStatement() {
        IssuedSession issued = open(ada);
        database.statements().reset();

        sessions.verify(issued.token());

        assertThat(database.statements().count()).isEqualTo(1);
    }

    @Test
    void useIsNotedAtMostOnceAMinute() {
        IssuedSession phone = open(ada);
        IssuedSession laptop = open(ada);

        clock.advance(Duration.ofSeconds(59));
        assertThat(statements(() -> sessions.verify(phone.token()))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statements(() -> sessions.verify(phone.token())))
                .as("the read, the session and the user")
                .isEqualTo(3);
        assertThat(statements(() -> sessions.verify(laptop.token())))
                .as("the read and the session; the user was seen just now")
                .isEqualTo(2);
        assertThat(statements(() -> sessions.verify(phone.token()))).isEqualTo(1);

        Session now = sessions.verify(phone.token()).orElseThrow();
        assertThat(now.lastUsedAt()).isEqualTo(clock.instant());
        assertThat(now.expiresAt()).isEqualTo(clock.instant().plus(IDLE));
        assertThat(userdeck.users().find(ada).orElseThrow().lastSeenAt()).isEqualTo(clock.instant());
    }

    @Test
    void checksAtTheSameTimeAllSucceed() {
        String token = open(ada).token();
        clock.advance(Duration.ofMinutes(5));

        List<Optional<Session>> found = AtOnce.run(
                () -> sessions.verify(token),
                () -> sessions.verify(token),
                () -> sessions.verify(token),
                () -> sessions.verify(token));

        assertThat(found)
                .allSatisfy(session -> assertThat(session)
                        .get()
                        .extracting(Session::lastUsedAt)
                        .isEqualTo(clock.instant()));
    }

    @Test
    void anUnusedSessionEndsWithoutASweep() {
        IssuedSession issued = open(ada);

        clock.advance(IDLE.minusMillis(1));
        assertThat(sessions.verify(issued.token())).isPresent();
        clock.advance(IDLE.minusMillis(1));
        assertThat(sessions.verify(issued.token())).isPresent();
        clock.advance(IDLE);

        assertThat(sessions.verify(issued.token())).isEmpty();
        assertThat(sessions.list(ada, Scope.all(), 10, null).items()).isEmpty();
        assertThat(sessions.signOut(issued.token(), Actor.anonymous())).isFalse();
    }

    @Test
    void aSessionInUseEndsAtItsLifetime() {
        IssuedSession issued = open(ada);

        for (int day = 10; day < LIFETIME.toDays(); day += 10) {
            clock.advance(Duration.ofDays(10));
            assertThat(sessions.verify(issued.token())).isPresent();
        }
        assertThat(sessions.verify(issued.token()).orElseThrow().expiresAt())
                .isEqualTo(issued.session().createdAt().plus(LIFETIME));
        clock.advance(Duration.ofDays(10));

        assertThat(sessions.verify(issued.token())).isEmpty();
    }

    @Test
    void shorterLimitsHoldForSessionsOpenedBefore() {
        IssuedSession issued = open(ada);
        var strict = start(builder().sessionIdleTimeout(Duration.ofHours(1)).sessionLifetime(Duration.ofHours(8)));

        clock.advance(Duration.ofHours(1));

        assertThat(strict.sessions().verify(issued.token())).isEmpty();
        assertThat(strict.sessions().list(ada, Scope.all(), 10, null).items()).isEmpty();
        assertThat(sessions.verify(issued.token())).isPresent();
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutAStatement() {
        String good = open(ada).token();
        List<@Nullable String> bad = new ArrayList<>(List.of(
                "",
                " ",
                ".",
                "null",
                good + " ",
                " " + good,
                good + good,
                good.replace('.', '!'),
                good.substring(1),
                "é".repeat(22) + "." + "é".repeat(43),
                "\u0000".repeat(22) + "." + "\u0000".repeat(43),
                "x".repeat(1_000_000)));
        bad.add(null);
        database.statements().reset();

        for (@Nullable String token : bad) {
            assertThat(sessions.verify(token)).isEmpty();
            assertThat(sessions.signOut(token, Actor.anonymous())).isFalse();
        }

        assertThat(database.statements().count()).isZero();
    }

    @Test
    void aTokenWithAnyCharacterChangedIsRefused() {
        String good = open(ada).token();
        String other = open(ada).token();

        assertThat(sessions.verify(good.substring(0, 22) + other.substring(22))).isEmpty();
        for (int i = 0; i < good.length(); i++) {
            char swapped = Character.isUpperCase(good.charAt(i))
                    ? Character.toLowerCase(good.charAt(i))
                    : good.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sessions.verify(good.substring(0, i) + swapped + good.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(sessions.verify(good)).isPresent();
    }

    @Test
    void theListIsNewestFirstAndPagedBothWays() {
        List<SessionHandle> newestFirst = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            newestFirst.add(0, open(ada).session().handle());
            if (i % 3 == 0) {
                clock.advance(Duration.ofMillis(1));
            }
        }

        Paged<Session> first = sessions.list(ada, Scope.all(), 10, null);
        Paged<Session> second = sessions.list(ada, Scope.all(), 10, first.next());
        Paged<Session> third = sessions.list(ada, Scope.all(), 10, second.next());

        assertThat(handles(first)).containsExactlyElementsOf(newestFirst.subList(0, 10));
        assertThat(handles(second)).containsExactlyElementsOf(newestFirst.subList(10, 20));
        assertThat(handles(third)).containsExactlyElementsOf(newestFirst.subList(20, 25));
        assertThat(first.previous()).isNull();
        assertThat(third.next()).isNull();
        assertThat(sessions.list(ada, Scope.all(), 10, third.previous()).items())
                .isEqualTo(second.items());
        assertThat(sessions.list(ada, Scope.all(), 10, second.previous()).items())
                .isEqualTo(first.items());
    }

    @Test
    void aPageIsOneStatement() {
        open(ada);
        open(ada);

        assertThat(statements(() -> sessions.list(ada, Scope.all(), 10, null))).isEqualTo(1);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        UserId bob = signUp("bob@example.org").id();
        for (int i = 0; i < 3; i++) {
            open(ada);
        }
        String cursor = sessions.list(ada, Scope.all(), 1, null).next();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() -> sessions.list(bob, Scope.all(), 1, cursor)).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> sessions.list(ada, Scope.of(OTHER), 1, cursor))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> sessions.list(ada, Scope.all(), 1, "x")).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> sessions.list(ada, Scope.all(), 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.list(ada, Scope.all(), 101, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScopeShowsAndEndsOnlyWhatItCovers() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        userdeck.users().addToTenant(ada, OTHER, Actor.system());
        IssuedSession here = open(ada);
        IssuedSession there = sessions.create(ada, PASSWORD_LOGIN.in(OTHER)).orElseThrow();

        assertThat(handles(sessions.list(ada, Scope.of(OTHER), 10, null)))
                .containsExactly(there.session().handle());
        assertThat(sessions.revoke(ada, here.session().handle(), Scope.of(OTHER), INES))
                .isFalse();
        assertThat(sessions.revokeAll(ada, Scope.of(OTHER), INES)).isEqualTo(1);

        assertThat(sessions.verify(here.token())).isPresent();
        assertThat(sessions.verify(there.token())).isEmpty();
    }

    @Test
    void aRevokedSessionIsOverAtOnceOnEveryNode() {
        var otherNode = start(builder());
        IssuedSession phone = open(ada);
        IssuedSession laptop = open(ada);

        assertThat(sessions.revoke(ada, phone.session().handle(), Scope.all(), INES.from("203.0.113.7")))
                .isTrue();

        assertThat(sessions.verify(phone.token())).isEmpty();
        assertThat(otherNode.sessions().verify(phone.token())).isEmpty();
        assertThat(sessions.verify(laptop.token())).isPresent();
        assertThat(sessions.revoke(ada, phone.session().handle(), Scope.all(), INES))
                .isFalse();
        assertThat(events("session.revoked")).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES.from("203.0.113.7"));
            assertThat(event.user()).isEqualTo(ada);
            assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
            assertThat(event.target()).isEqualTo(phone.session().handle().value());
        });
    }

    @Test
    void someoneElsesHandleIsRefused() {
        UserId bob = signUp("bob@example.org").id();
        IssuedSession adas = open(ada);

        assertThat(sessions.revoke(bob, adas.session().handle(), Scope.all(), INES))
                .isFalse();
        for (String handle : List.of("", "x", "\u0000", "é", "'; --", "x".repeat(1_000_000))) {
            assertThat(sessions.revoke(ada, new SessionHandle(handle), Scope.all(), INES))
                    .isFalse();
        }

        assertThat(sessions.verify(adas.token())).isPresent();
        assertThat(events("session.revoked")).isEmpty();
    }

    @Test
    void revokingAllEndsAllAndTellsHowMany() {
        UserId bob = signUp("bob@example.org").id();
        List<IssuedSession> adas = List.of(open(ada), open(ada), open(ada));
        IssuedSession bobs = open(bob);

        assertThat(sessions.revokeAll(ada, Scope.all(), INES)).isEqualTo(3);

        assertThat(adas)
                .allSatisfy(
                        session -> assertThat(sessions.verify(session.token())).isEmpty());
        assertThat(sessions.verify(bobs.token())).isPresent();
        assertThat(events("session.all-revoked"))
                .singleElement()
                .extracting(AuditEvent::changes)
                .isEqualTo(List.of(new AuditEvent.Change("sessions", "3", "0")));
        assertThat(sessions.revokeAll(ada, Scope.all(), INES)).isZero();
        assertThat(events("session.all-revoked")).hasSize(1);
    }

    @Test
    void revokingAllCostsTheSameForAnyNumber() {
        UserId bob = signUp("bob@example.org").id();
        open(ada);
        for (int i = 0; i < 30; i++) {
            open(bob);
        }

        int forOne = statements(() -> sessions.revokeAll(ada, Scope.all(), INES));
        int forMany = statements(() -> sessions.revokeAll(bob, Scope.all(), INES));

        assertThat(forOne).isEqualTo(5);
        assertThat(forMany).isEqualTo(5);
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        IssuedSession phone = open(ada);
        IssuedSession laptop = open(ada);
        Actor actor = Actor.user(ada.value()).from("203.0.113.7");

        assertThat(sessions.signOut(phone.token(), actor)).isTrue();

        assertThat(sessions.verify(phone.token())).isEmpty();
        assertThat(sessions.verify(laptop.token())).isPresent();
        assertThat(sessions.signOut(phone.token(), actor)).isFalse();
        assertThat(events("session.signed-out"))
                .singleElement()
                .extracting(AuditEvent::actor)
                .isEqualTo(actor);
    }

    @Test
    void aDeletedUsersSessionsAreOver() {
        IssuedSession issued = open(ada);

        userdeck.users().delete(ada);

        assertThat(sessions.verify(issued.token())).isEmpty();
        assertThat(tables.count("ud_session")).isZero();
    }

    @Test
    void aUserWhoIsBeingDeletedGetsNoSessionThatLasts() {
        for (int i = 0; i < 5; i++) {
            UserId eve = signUp("eve" + i + "@example.org").id();

            List<String> tokens = AtOnce.run(
                    () -> sessions.create(eve, PASSWORD_LOGIN)
                            .map(IssuedSession::token)
                            .orElse(""),
                    () -> userdeck.users().delete(eve).name());

            assertThat(sessions.verify(tokens.get(0))).isEmpty();
        }
        assertThat(tables.count("ud_session")).isZero();
    }

    @Test
    void whoRevokesAllWhileSessionsAreOpenedEndsThoseHeCounts() {
        for (int i = 0; i < 5; i++) {
            UserId eve = signUp("eve" + i + "@example.org").id();

            List<Object> results = AtOnce.run(
                    () -> sessions.create(eve, PASSWORD_LOGIN).orElseThrow().token(),
                    () -> sessions.revokeAll(eve, Scope.all(), INES));

            boolean isAlive = sessions.verify((String) results.get(0)).isPresent();
            assertThat(results.get(1)).isEqualTo(isAlive ? 0 : 1);
        }
    }

    @Test
    void aSessionOfARolledBackTransactionIsNone() throws SQLException {
        String token;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            token = userdeck.inTransaction(connection, () -> {
                assertThat(sessions.create(new UserId("nobody"), PASSWORD_LOGIN))
                        .isEmpty();
                IssuedSession issued = open(ada);
                assertThat(sessions.verify(issued.token())).isPresent();
                return issued.token();
            });
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(sessions.verify(token)).isEmpty();
        assertThat(events("session.created")).isEmpty();
    }

    @Test
    void theSweepRemovesWhatHasEnded() {
        open(ada);
        open(ada);
        clock.advance(IDLE.minusHours(1));
        IssuedSession fresh = open(ada);
        clock.advance(Duration.ofHours(1));

        userdeck.runMaintenance();

        assertThat(tables.count("ud_session")).isEqualTo(1);
        assertThat(sessions.verify(fresh.token())).isPresent();
    }

    private IssuedSession open(UserId user) {
        return sessions.create(user, PASSWORD_LOGIN).orElseThrow();
    }

    private int statements(Runnable work) {
        database.statements().reset();
        work.run();
        return database.statements().count();
    }

    private List<AuditEvent> events(String action) {
        return userdeck.audit().all(Scope.all(), 100, null).items().stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }

    private static List<SessionHandle> handles(Paged<Session> page) {
        return page.items().stream().map(Session::handle).toList();
    }
}
