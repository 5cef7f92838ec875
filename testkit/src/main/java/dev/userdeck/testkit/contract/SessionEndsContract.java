package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_EVERYONE_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_SIGNED_OUT;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionHandle;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What listing and ending sessions must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SessionEndsContract extends AdasSessions {
    private static final Actor INES = Actor.operator("op-1", "Ines");

    /** For subclasses. */
    protected SessionEndsContract() {}

    @Test
    void theListIsNewestFirstAndPagedBothWays() {
        List<SessionHandle> newestFirst = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            newestFirst.add(0, open(ada).session().handle());
            if (i % 3 == 0) {
                clock.advance(Duration.ofMillis(1));
            }
        }

        Page<Session> first = sessions.list(SessionQuery.of(ada, Scope.all()).size(10));
        Page<Session> second =
                sessions.list(SessionQuery.of(ada, Scope.all()).size(10).cursor(first.nextCursor()));
        Page<Session> third =
                sessions.list(SessionQuery.of(ada, Scope.all()).size(10).cursor(second.nextCursor()));

        assertThat(handles(first)).containsExactlyElementsOf(newestFirst.subList(0, 10));
        assertThat(handles(second)).containsExactlyElementsOf(newestFirst.subList(10, 20));
        assertThat(handles(third)).containsExactlyElementsOf(newestFirst.subList(20, 25));
        assertThat(first.previousCursor()).isNull();
        assertThat(third.nextCursor()).isNull();
        assertThat(sessions.list(SessionQuery.of(ada, Scope.all()).size(10).cursor(third.previousCursor()))
                        .items())
                .isEqualTo(second.items());
        assertThat(sessions.list(SessionQuery.of(ada, Scope.all()).size(10).cursor(second.previousCursor()))
                        .items())
                .isEqualTo(first.items());
    }

    @Test
    void aPageThatEmptiedLeadsBackToTheLastOnes() {
        SessionHandle oldest = open(ada).session().handle();
        clock.advance(Duration.ofMillis(1));
        SessionHandle middle = open(ada).session().handle();
        clock.advance(Duration.ofMillis(1));
        SessionHandle newest = open(ada).session().handle();
        var query = SessionQuery.of(ada, Scope.all()).size(2);
        String next = sessions.list(query).nextCursor();
        sessions.revoke(ada, oldest, Scope.all(), Actor.system());

        Page<Session> emptied = sessions.list(query.cursor(next));
        Page<Session> back = sessions.list(query.cursor(emptied.previousCursor()));

        assertThat(emptied.items()).isEmpty();
        assertThat(emptied.nextCursor()).isNull();
        assertThat(handles(back)).containsExactly(newest, middle);
        assertThat(back.nextCursor()).isNull();
        assertThat(back.previousCursor()).isNull();
    }

    @Test
    void aPageIsOneStatement() {
        open(ada);
        open(ada);

        assertThat(statements(
                        () -> sessions.list(SessionQuery.of(ada, Scope.all()).size(10))))
                .isEqualTo(1);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        UserId bob = signUp("bob@example.org").id();
        for (int i = 0; i < 3; i++) {
            open(ada);
        }
        String cursor = sessions.list(SessionQuery.of(ada, Scope.all()).size(1)).nextCursor();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() ->
                        sessions.list(SessionQuery.of(bob, Scope.all()).size(1).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> sessions.list(
                        SessionQuery.of(ada, Scope.of(OTHER)).size(1).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() ->
                        sessions.list(SessionQuery.of(ada, Scope.all()).size(1).cursor("x")))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> sessions.list(SessionQuery.of(ada, Scope.all()).size(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.list(SessionQuery.of(ada, Scope.all()).size(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScopeShowsAndEndsOnlyWhatItCovers() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        userdeck.users().addToTenant(ada, OTHER, Actor.system());
        IssuedSession here = open(ada);
        IssuedSession there = sessions.create(ada, PASSWORD_LOGIN.tenant(OTHER)).orElseThrow();

        assertThat(handles(sessions.list(SessionQuery.of(ada, Scope.of(OTHER)).size(10))))
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

        assertThat(sessions.revoke(ada, phone.session().handle(), Scope.all(), INES.ip("203.0.113.7")))
                .isTrue();

        assertThat(sessions.verify(phone.token())).isEmpty();
        assertThat(otherNode.sessions().verify(phone.token())).isEmpty();
        assertThat(sessions.verify(laptop.token())).isPresent();
        assertThat(sessions.revoke(ada, phone.session().handle(), Scope.all(), INES))
                .isFalse();
        assertThat(events(SESSION_REVOKED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES.ip("203.0.113.7"));
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
        assertThat(events(SESSION_REVOKED)).isEmpty();
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
        assertThat(events(SESSION_ALL_REVOKED))
                .singleElement()
                .extracting(AuditEvent::changes)
                .isEqualTo(List.of(new AuditEvent.Change("sessions", "3", "0")));
        assertThat(sessions.revokeAll(ada, Scope.all(), INES)).isZero();
        assertThat(events(SESSION_ALL_REVOKED)).hasSize(1);
    }

    @Test
    void revokingOthersKeepsOneAndEndsTheRestWithinTheScope() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        userdeck.users().addToTenant(ada, OTHER, Actor.system());
        UserId bob = signUp("bob@example.org").id();
        IssuedSession mine = open(ada);
        List<IssuedSession> others = List.of(open(ada), open(ada));
        IssuedSession there = sessions.create(ada, PASSWORD_LOGIN.tenant(OTHER)).orElseThrow();
        IssuedSession bobs = open(bob);
        Scope here = Scope.of(TenantId.PUBLIC);

        assertThat(sessions.revokeOthers(ada, mine.session().handle(), here, INES))
                .isEqualTo(2);

        assertThat(sessions.verify(mine.token())).isPresent();
        assertThat(others)
                .allSatisfy(
                        session -> assertThat(sessions.verify(session.token())).isEmpty());
        assertThat(sessions.verify(there.token())).isPresent();
        assertThat(sessions.verify(bobs.token())).isPresent();
        assertThat(events(SESSION_ALL_REVOKED)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
            assertThat(event.changes()).isEqualTo(List.of(new AuditEvent.Change("sessions", "2", "0")));
        });
        assertThat(sessions.revokeOthers(ada, mine.session().handle(), here, INES))
                .isZero();
        assertThat(sessions.revokeOthers(ada, bobs.session().handle(), Scope.all(), INES))
                .as("somebody else's session keeps none of hers")
                .isEqualTo(2);
        assertThat(sessions.verify(bobs.token())).isPresent();
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
    void everyoneCanBeSignedOut() {
        UserId bob = signUp("bob@example.org").id();
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        userdeck.users().addToTenant(bob, OTHER, Actor.system());
        List<IssuedSession> all = List.of(
                open(ada),
                open(ada),
                sessions.create(bob, PASSWORD_LOGIN.tenant(OTHER)).orElseThrow());

        assertThat(sessions.revokeEveryone(Scope.all(), INES)).isEqualTo(3);

        assertThat(all)
                .allSatisfy(
                        session -> assertThat(sessions.verify(session.token())).isEmpty());
        assertThat(events(SESSION_EVERYONE_REVOKED))
                .allSatisfy(event -> assertThat(event.actor()).isEqualTo(INES))
                .extracting(event -> event.tenant() + " " + event.changes().get(0))
                .containsExactlyInAnyOrder(
                        TenantId.PUBLIC + " " + new AuditEvent.Change("sessions", "2", "0"),
                        OTHER + " " + new AuditEvent.Change("sessions", "1", "0"));
        assertThat(sessions.revokeEveryone(Scope.all(), INES)).isZero();
        assertThat(events(SESSION_EVERYONE_REVOKED)).hasSize(2);
    }

    @Test
    void everyoneOfATenantIsSignedOutThereAlone() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        userdeck.users().addToTenant(ada, OTHER, Actor.system());
        IssuedSession here = open(ada);
        IssuedSession there = sessions.create(ada, PASSWORD_LOGIN.tenant(OTHER)).orElseThrow();

        assertThat(sessions.revokeEveryone(Scope.of(OTHER), INES)).isEqualTo(1);

        assertThat(sessions.verify(here.token())).isPresent();
        assertThat(sessions.verify(there.token())).isEmpty();
        assertThat(events(SESSION_EVERYONE_REVOKED))
                .singleElement()
                .extracting(AuditEvent::tenant)
                .isEqualTo(OTHER);
    }

    @Test
    void signingEveryoneOutCanBeDoneInParts() {
        IssuedSession first = open(ada);
        IssuedSession second = open(ada);
        IssuedSession third = open(ada);

        assertThat(sessions.revokeEveryone(Scope.all(), 2, INES)).isEqualTo(2);

        assertThat(sessions.verify(first.token())).isEmpty();
        assertThat(sessions.verify(second.token())).isEmpty();
        assertThat(sessions.verify(third.token())).isPresent();
        assertThat(sessions.revokeEveryone(Scope.all(), 2, INES)).isEqualTo(1);
        assertThat(sessions.revokeEveryone(Scope.all(), 2, INES)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> sessions.revokeEveryone(Scope.all(), 0, INES));
    }

    @Test
    void signingEveryoneOutWorksInBoundedBatches() {
        IssuedSession last = open(ada);
        for (int i = 0; i < 2_000; i++) {
            String id = "%036d".formatted(i);
            tables.execute(
                    "insert into ud_session (handle, selector, secret_hash, user_id, tenant_id, method, created_at,"
                            + " last_used_at, expires_at) values ('" + id + "', '" + id.substring(4) + "', 'x', '" + ada
                            + "', 'public', 'password', 1, 1, " + Long.MAX_VALUE + ")");
        }

        assertThat(sessions.revokeEveryone(Scope.all(), INES)).isEqualTo(2_001);

        assertThat(tables.count("ud_session")).isZero();
        assertThat(sessions.verify(last.token())).isEmpty();
        assertThat(events(SESSION_EVERYONE_REVOKED))
                .extracting(event -> event.changes().get(0).before())
                .containsExactlyInAnyOrder("1000", "1000", "1");
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        IssuedSession phone = open(ada);
        IssuedSession laptop = open(ada);
        Actor actor = Actor.user(ada.value()).ip("203.0.113.7");

        assertThat(sessions.signOut(phone.token(), actor)).isTrue();

        assertThat(sessions.verify(phone.token())).isEmpty();
        assertThat(sessions.verify(laptop.token())).isPresent();
        assertThat(sessions.signOut(phone.token(), actor)).isFalse();
        assertThat(events(SESSION_SIGNED_OUT))
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
                    () -> userdeck.users().delete(eve).toString());

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

    private static List<SessionHandle> handles(Page<Session> page) {
        return page.items().stream().map(Session::handle).toList();
    }
}
