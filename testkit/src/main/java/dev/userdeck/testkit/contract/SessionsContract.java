package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_CREATED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.actor.Actor;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
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
import org.junit.jupiter.api.Test;

/** What {@link Sessions} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SessionsContract extends AdasSessions {
    private static final int SELECTOR_AND_LINEAGE = 22 + 1 + 21;
    private static final Duration LIFETIME = Duration.ofDays(90);

    /** For subclasses. */
    protected SessionsContract() {}

    @Test
    void aSessionIsFoundByItsToken() {
        IssuedSession issued = sessions.create(ada, PASSWORD_LOGIN.client("203.0.113.7", "Firefox"))
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
        assertThat(tables.dump("ud_session") + tables.dump("ud_audit_event") + tables.dump("ud_audit_event_change"))
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
        assertThat(sessions.create(ada, PASSWORD_LOGIN.tenant(OTHER))).isEmpty();
        assertThat(sessions.create(ada, PASSWORD_LOGIN.tenant(new TenantId("no-such-tenant"))))
                .isEmpty();
        assertThat(events(SESSION_CREATED)).isEmpty();
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
    void aSessionKeepsWhatTheHostNotesOfIt() {
        String note = "{\"till\":\"4\",\"wünsche\":\"🚆\"}";
        String longest = "x".repeat(1_000);

        IssuedSession noted =
                sessions.create(ada, PASSWORD_LOGIN.hostData(note)).orElseThrow();
        IssuedSession full =
                sessions.create(ada, PASSWORD_LOGIN.hostData(longest)).orElseThrow();

        assertThat(sessions.verify(noted.token()))
                .get()
                .extracting(Session::hostData)
                .isEqualTo(note);
        assertThat(sessions.verify(full.token()))
                .get()
                .extracting(Session::hostData)
                .isEqualTo(longest);
        assertThat(sessions.verify(open(ada).token()))
                .get()
                .extracting(Session::hostData)
                .isNull();
        for (String bad : new String[] {longest + "x", "a\u0000b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PASSWORD_LOGIN.hostData(bad))
                    .withMessageContaining("1000 characters");
        }
    }

    @Test
    void whatTheClientSaysIsCutToFit() {
        String ip = "2001:db8::1%".repeat(10);
        String userAgent = "x".repeat(511) + "🚆\u0000 and more";

        IssuedSession issued =
                sessions.create(ada, PASSWORD_LOGIN.client(ip, userAgent)).orElseThrow();

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
    void openingOneIsAWriteOfTheUserTheSessionAndTheEvent() {
        assertThat(statements(() -> open(ada)))
                .as("and the user in each tenant, where that takes one of its own")
                .isEqualTo(database.engine() == Engine.POSTGRESQL ? 3 : 4);
    }

    @Test
    void useIsNotedAtMostOnceAMinute() {
        IssuedSession phone = open(ada);
        IssuedSession laptop = open(ada);

        clock.advance(Duration.ofSeconds(59));
        assertThat(statements(() -> sessions.verify(phone.token()))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statements(() -> sessions.verify(phone.token())))
                .as("the read, the session, the user and the user in each tenant")
                .isEqualTo(database.engine() == Engine.POSTGRESQL ? 3 : 4);
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
        assertThat(sessions.list(SessionQuery.of(ada, Scope.all()).size(10)).items())
                .isEmpty();
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
        assertThat(strict.sessions()
                        .list(SessionQuery.of(ada, Scope.all()).size(10))
                        .items())
                .isEmpty();
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
    void aTokenWithACharacterChangedIsRefused() {
        String good = open(ada).token();
        String other = open(ada).token();

        assertThat(sessions.verify(good.substring(0, 22) + other.substring(22))).isEmpty();
        // with more of it right, it is one that was replaced: see SessionRotationContract
        for (int i = 0; i < SELECTOR_AND_LINEAGE; i++) {
            char swapped = Character.isUpperCase(good.charAt(i))
                    ? Character.toLowerCase(good.charAt(i))
                    : good.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sessions.verify(good.substring(0, i) + swapped + good.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(sessions.verify(good)).isPresent();
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
        assertThat(events(SESSION_CREATED)).isEmpty();
    }
}
