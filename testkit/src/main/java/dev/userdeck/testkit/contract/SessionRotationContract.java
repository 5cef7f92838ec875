package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_THEFT_DETECTED;
import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.Sessions;
import dev.userdeck.session.VerifiedSession;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replacing the tokens of sessions, and noticing stolen ones, must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SessionRotationContract extends EngineContract {
    private static final Duration ROTATION = Duration.ofMinutes(30);
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Actor CLIENT = Actor.anonymous().ip("203.0.113.7");
    private static final int SELECTOR_AND_LINEAGE = 22 + 1 + 21;

    private Sessions sessions;
    private Tables tables;
    private UserId ada;
    private IssuedSession issued;
    private String first;

    /** For subclasses. */
    protected SessionRotationContract() {}

    @BeforeEach
    void signAdaIn() {
        sessions = userdeck.sessions();
        tables = new Tables(database);
        ada = created(userdeck, "ada@example.org").id();
        issued = sessions.create(ada, SessionOrigin.of("saml")).orElseThrow();
        first = issued.token();
        database.statements().reset();
    }

    @Test
    void aTokenIsReplacedAfterHalfAnHourOfUse() {
        clock.advance(ROTATION.minus(A_MOMENT));
        assertThat(refresh(first)).isNull();
        clock.advance(A_MOMENT);

        VerifiedSession verified = sessions.refresh(first, CLIENT).orElseThrow();

        String second = requireNonNull(verified.newToken());
        assertThat(second).isNotEqualTo(first).hasSameSizeAs(first).startsWith(first.substring(0, 22));
        assertThat(verified.session().handle()).isEqualTo(issued.session().handle());
        assertThat(verified.session().lastUsedAt()).isEqualTo(clock.instant());
        assertThat(verified.toString()).doesNotContain(second);
        assertThat(sessions.verify(second)).contains(verified.session());
        assertThat(tables.dump("ud_session")).doesNotContain(second.substring(23), first.substring(23));
    }

    @Test
    void theNextIsDueHalfAnHourLater() {
        String second = rotated(first);
        clock.advance(ROTATION.minus(A_MOMENT));
        assertThat(refresh(second)).isNull();
        clock.advance(GRACE);

        assertThat(refresh(second)).isNotNull().isNotEqualTo(second);
    }

    @Test
    void aHostMaySetTheTime() {
        var often = start(builder().sessionRotation(Duration.ofMinutes(5))).sessions();
        clock.advance(Duration.ofMinutes(5));

        assertThat(sessions.refresh(first, CLIENT).orElseThrow().newToken()).isNull();
        assertThat(often.refresh(first, CLIENT).orElseThrow().newToken()).isNotNull();
    }

    @Test
    void whoCannotHandOnATokenNeverGetsOne() {
        clock.advance(Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            assertThat(sessions.verify(first)).isPresent();
            clock.advance(ROTATION);
        }

        assertThat(refresh(first)).as("who can, gets one").isNotNull();
    }

    @Test
    void callsAtTheSameTimeReplaceItOnce() {
        clock.advance(ROTATION);

        List<Optional<VerifiedSession>> all = AtOnce.run(
                () -> sessions.refresh(first, CLIENT),
                () -> sessions.refresh(first, CLIENT),
                () -> sessions.refresh(first, CLIENT),
                () -> sessions.refresh(first, CLIENT));

        assertThat(all).allSatisfy(one -> assertThat(one).isPresent());
        List<String> tokens = all.stream()
                .map(one -> one.orElseThrow().newToken())
                .filter(Objects::nonNull)
                .toList();
        assertThat(tokens).hasSize(1);
        assertThat(sessions.verify(tokens.get(0))).isPresent();
        assertThat(thefts()).isEmpty();
    }

    @Test
    void callsUnderWayOnTheOldTokenPassAndGetNoNewOne() {
        String second = rotated(first);
        assertThat(refresh(first)).isNull();
        assertThat(refresh(second)).isNull();

        clock.advance(GRACE.minus(A_MOMENT));

        assertThat(refresh(first)).isNull();
        assertThat(refresh(second)).isNull();
        assertThat(thefts()).isEmpty();
    }

    @Test
    void aLostAnswerIsNoTheft() {
        String lost = rotated(first);

        clock.advance(ROTATION.minus(A_MOMENT));
        assertThat(refresh(first)).as("not yet").isNull();
        clock.advance(A_MOMENT);
        String third = refresh(first);

        assertThat(third).as("another try").isNotNull().isNotEqualTo(lost);
        assertThat(refresh(first)).as("calls under way").isNull();
        assertThat(sessions.verify(third)).isPresent();
        assertThat(thefts()).isEmpty();
    }

    @Test
    void theOldTokenAfterTheGraceIsTheft() {
        String second = rotated(first);
        sessions.verify(second);
        clock.advance(GRACE);

        assertThat(sessions.refresh(first, CLIENT)).isEmpty();

        assertThat(sessions.verify(second)).as("ended for both").isEmpty();
        assertThat(tables.count("ud_session")).isZero();
        assertThat(thefts()).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(CLIENT);
            assertThat(event.user()).isEqualTo(ada);
            assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
            assertThat(event.target()).isEqualTo(issued.session().handle().value());
        });
    }

    @Test
    void aThiefWhoIsAheadIsFoundOutByTheOwner() {
        String thiefs = rotated(first);
        assertThat(refresh(thiefs)).isNull();
        clock.advance(GRACE);

        assertThat(sessions.verify(first)).isEmpty();

        assertThat(sessions.verify(thiefs)).isEmpty();
        assertThat(thefts()).hasSize(1);
    }

    @Test
    void aTokenOlderThanTheOneBeforeIsTheft() {
        String second = rotated(first);
        sessions.verify(second);
        String third = rotated(second);

        assertThat(sessions.verify(first)).isEmpty();

        assertThat(sessions.verify(third)).isEmpty();
        assertThat(sessions.verify(second)).isEmpty();
        assertThat(thefts()).hasSize(1);
    }

    @Test
    void aStolenTokenSignsNobodyOutQuietly() {
        sessions.verify(rotated(first));
        clock.advance(GRACE);

        assertThat(sessions.signOut(first, CLIENT)).isFalse();

        assertThat(thefts()).hasSize(1);
        assertThat(tables.count("ud_session")).isZero();
    }

    @Test
    void theftIsEndedOnce() {
        String second = rotated(first);
        sessions.verify(second);
        clock.advance(GRACE);

        AtOnce.run(
                () -> sessions.verify(first),
                () -> sessions.verify(first),
                () -> sessions.refresh(first, CLIENT),
                () -> sessions.signOut(first, CLIENT));

        assertThat(thefts()).hasSize(1);
    }

    @Test
    void aGuessEndsNothing() {
        UserId bob = created(userdeck, "bob@example.org").id();
        String other =
                sessions.create(bob, SessionOrigin.of("saml")).orElseThrow().token();
        String second = rotated(first);

        assertThat(sessions.verify(first.substring(0, 22) + other.substring(22)))
                .isEmpty();
        for (int i = 0; i < SELECTOR_AND_LINEAGE; i++) {
            for (String token : List.of(first, second)) {
                String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
                assertThat(sessions.refresh(changed, CLIENT)).isEmpty();
            }
        }

        assertThat(sessions.verify(second)).isPresent();
        assertThat(thefts()).isEmpty();
    }

    @Test
    void aCopyOfASessionThatIsOverSaysNothing() {
        sessions.verify(rotated(first));
        clock.advance(Duration.ofDays(14));

        assertThat(sessions.verify(first)).isEmpty();
        assertThat(thefts()).isEmpty();
    }

    @Test
    void aSessionFromBeforeRotationIsReplacedToo() {
        tables.execute("update ud_session set lineage_hash = null");
        assertThat(sessions.verify(first.substring(0, 65) + (first.endsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(sessions.verify(first)).isPresent();

        String second = rotated(first);
        sessions.verify(second);
        String third = rotated(second);

        assertThat(sessions.verify(third)).isPresent();
        assertThat(sessions.verify(first)).isEmpty();
        assertThat(thefts()).hasSize(1);
    }

    @Test
    void anEndedSessionIsNotReplaced() {
        var otherNode = start(builder()).sessions();
        clock.advance(ROTATION);
        otherNode.revokeAll(ada, Scope.all(), Actor.system());

        assertThat(sessions.refresh(first, CLIENT)).isEmpty();
    }

    @Test
    void itCostsOneReadAndAWriteWhenThereIsSomethingToNote() {
        clock.advance(Duration.ofSeconds(30));
        assertThat(statements(() -> sessions.refresh(first, CLIENT))).isEqualTo(1);
        clock.advance(ROTATION);
        assertThat(statements(() -> rotated(first)))
                .as("the read, the session, the user and the user in each tenant")
                .isEqualTo(database.engine() == Engine.POSTGRESQL ? 3 : 4);
        assertThat(statements(() -> sessions.refresh(first, CLIENT)))
                .as("under way")
                .isEqualTo(1);
    }

    @Test
    void theNewTokenIsNotedWhenItIsFirstSeen() {
        String second = rotated(first);

        assertThat(statements(() -> sessions.refresh(second, CLIENT)))
                .as("the read and the session")
                .isEqualTo(2);
        assertThat(statements(() -> sessions.refresh(second, CLIENT))).isEqualTo(1);
        assertThat(statements(() -> sessions.verify(second))).isEqualTo(1);
        assertThat(statements(() -> sessions.verify(first))).isEqualTo(1);
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutAStatement() {
        for (String token : List.of("", ".", first + " ", first.substring(1), "é".repeat(66), "x".repeat(1_000_000))) {
            assertThat(sessions.refresh(token, CLIENT)).isEmpty();
        }
        assertThat(sessions.refresh(null, CLIENT)).isEmpty();

        assertThat(database.statements().count()).isZero();
    }

    @Test
    void withinTheHostsTransactionNothingIsReplaced() throws SQLException {
        clock.advance(ROTATION);

        inHostTransaction(Connection::rollback, () -> assertThat(refresh(first)).isNull());

        assertThat(refresh(first)).isNotNull();
    }

    @Test
    void theftWithinTheHostsTransactionGoesWithIt() throws SQLException {
        String second = rotated(first);
        sessions.verify(second);
        clock.advance(GRACE);

        inHostTransaction(
                Connection::rollback, () -> assertThat(sessions.verify(first)).isEmpty());
        assertThat(sessions.verify(second)).isPresent();
        assertThat(thefts()).isEmpty();

        inHostTransaction(
                Connection::commit, () -> assertThat(sessions.verify(first)).isEmpty());
        assertThat(sessions.verify(second)).isEmpty();
        assertThat(thefts()).hasSize(1);
    }

    private interface End {
        void accept(Connection connection) throws SQLException;
    }

    private void inHostTransaction(End end, Runnable work) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, work);
            end.accept(connection);
            connection.setAutoCommit(true);
        }
    }

    /** The new token when the old one has been used long enough. */
    private String rotated(String token) {
        clock.advance(ROTATION);
        return requireNonNull(refresh(token), "no new token");
    }

    private @Nullable String refresh(String token) {
        return sessions.refresh(token, CLIENT).orElseThrow().newToken();
    }

    private List<AuditEvent> thefts() {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).size(100)).items().stream()
                .filter(event -> event.action().equals(SESSION_THEFT_DETECTED))
                .toList();
    }
}
