package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_SIGNED_UP;
import static dev.userdeck.audit.AuditActions.USER_SIGN_IN_FAILED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link AuditTrail} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AuditTrailContract extends EngineContract {
    private static final TenantId OTHER = new TenantId("other");
    private static final UserId ADA = new UserId("ada");
    private static final UserId BOB = new UserId("bob");
    private static final Actor INES =
            Actor.operator("op-1", "Ines").ip("203.0.113.7").userAgent("Test/1.0");

    private AuditTrail audit;

    /** For subclasses. */
    protected AuditTrailContract() {}

    @BeforeEach
    void takeTheTrail() {
        audit = userdeck.audit();
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        audit.record(NewAuditEvent.of("user.edited", INES)
                .user(ADA)
                .tenant(OTHER)
                .target("profile")
                .change("name", null, "Ada Løvelace 🚆")
                .change("email", "a@example.org", null));

        AuditEvent event = only(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)));

        assertThat(event.at()).isEqualTo(clock.instant());
        assertThat(event.actor()).isEqualTo(INES);
        assertThat(event.action()).isEqualTo("user.edited");
        assertThat(event.user()).isEqualTo(ADA);
        assertThat(event.tenant()).isEqualTo(OTHER);
        assertThat(event.target()).isEqualTo("profile");
        assertThat(event.changes())
                .containsExactly(
                        new Change("email", "a@example.org", null), new Change("name", null, "Ada Løvelace 🚆"));
    }

    @Test
    void anEventNeedsNoMoreThanActionAndActor() {
        for (Actor actor : List.of(Actor.system(), Actor.anonymous(), Actor.user("ada"), INES)) {
            audit.record(NewAuditEvent.of("test.done", actor));
        }

        assertThat(tests(audit.list(AuditQuery.of(Scope.all()).size(10))))
                .extracting(AuditEvent::actor)
                .containsExactly(INES, Actor.user("ada"), Actor.anonymous(), Actor.system());
    }

    @Test
    void theNewestIsFirstEvenWithinOneInstant() {
        List<String> newestFirst = recordMany(25);

        Page<AuditEvent> first = audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10));
        Page<AuditEvent> second =
                audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10).cursor(first.nextCursor()));
        Page<AuditEvent> third =
                audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10).cursor(second.nextCursor()));

        List<String> targets = new ArrayList<>();
        for (Page<AuditEvent> page : List.of(first, second, third)) {
            page.items().forEach(event -> targets.add(Objects.requireNonNull(event.target())));
        }
        assertThat(targets).isEqualTo(newestFirst);
        assertThat(first.previousCursor()).isNull();
        assertThat(third.nextCursor()).isNull();
        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10).cursor(third.previousCursor()))
                        .items())
                .isEqualTo(second.items());
        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10).cursor(second.previousCursor()))
                        .items())
                .isEqualTo(first.items());
    }

    @Test
    void newEventsDoNotMoveTheNextPage() {
        List<String> newestFirst = recordMany(6);
        Page<AuditEvent> first = audit.list(AuditQuery.of(Scope.all()).user(ADA).size(3));

        recordMany(4);

        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(3).cursor(first.nextCursor()))
                        .items())
                .extracting(AuditEvent::target)
                .isEqualTo(newestFirst.subList(3, 6));
    }

    @Test
    void aUsersEventsAreThatUsersAlone() {
        audit.record(NewAuditEvent.of("test.done", INES).user(ADA));
        audit.record(NewAuditEvent.of("test.done", INES).user(BOB));
        audit.record(NewAuditEvent.of("test.done", Actor.user("ada")));

        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)).items())
                .extracting(AuditEvent::user)
                .containsExactly(ADA);
        assertThat(audit.list(
                        AuditQuery.of(Scope.all()).user(new UserId("nobody")).size(10)))
                .isEqualTo(Page.single(List.of()));
    }

    @Test
    void aScopeShowsTheEventsOfItsTenantsAlone() {
        audit.record(NewAuditEvent.of("test.done", INES).user(ADA).tenant(TenantId.PUBLIC));
        audit.record(NewAuditEvent.of("test.done", INES).user(ADA).tenant(OTHER));
        audit.record(NewAuditEvent.of("test.done", INES).user(ADA));

        assertThat(audit.list(AuditQuery.of(Scope.of(OTHER)).user(ADA).size(10)).items())
                .extracting(AuditEvent::tenant)
                .containsExactly(OTHER);
        assertThat(audit.list(AuditQuery.of(Scope.of(List.of(OTHER, new TenantId("third"))))
                                .size(10))
                        .items())
                .extracting(AuditEvent::tenant)
                .containsExactly(OTHER);
        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)).items())
                .hasSize(3);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        recordMany(3);
        String cursor = audit.list(AuditQuery.of(Scope.all()).user(ADA).size(1)).nextCursor();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() ->
                        audit.list(AuditQuery.of(Scope.all()).user(BOB).size(1).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> audit.list(
                        AuditQuery.of(Scope.of(OTHER)).user(ADA).size(1).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> audit.list(AuditQuery.of(Scope.all()).size(1).cursor(cursor)))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> audit.list(AuditQuery.of(Scope.all()).size(1).cursor("x".repeat(1_000_000))))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> audit.list(AuditQuery.of(Scope.all()).size(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> audit.list(AuditQuery.of(Scope.all()).size(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLongIsCutAndWhatNoTextMayHoldIsLeftOut() {
        audit.record(NewAuditEvent.of("test.done", Actor.operator("o".repeat(200), "n".repeat(300)))
                .user(ADA)
                .target("t".repeat(254) + "🚆")
                .change("f".repeat(100), "b\u0000", "a".repeat(2_000)));

        AuditEvent event = only(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)));

        assertThat(event.actor()).isEqualTo(Actor.operator("o".repeat(128), "n".repeat(255)));
        assertThat(event.target()).isEqualTo("t".repeat(254));
        assertThat(event.changes()).containsExactly(new Change("f".repeat(64), "b", "a".repeat(1_000)));
    }

    @Test
    void ofAFieldThatIsNamedTwiceTheLastCounts() {
        audit.record(NewAuditEvent.of("test.done", INES)
                .user(ADA)
                .change("name", "a", "b")
                .change("name", "b", "c"));

        assertThat(only(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)))
                        .changes())
                .containsExactly(new Change("name", "b", "c"));
    }

    @Test
    void costsDoNotGrowWithTheNumberOfChangesOrEvents() {
        var event = NewAuditEvent.of("test.done", INES).user(ADA);
        for (int i = 0; i < 20; i++) {
            event = event.change("field" + i, null, "x");
        }

        database.statements().reset();
        audit.record(event);
        assertThat(database.statements().count()).as("with the user's tenants").isEqualTo(3);
        database.statements().reset();
        audit.record(event.tenant(OTHER));
        assertThat(database.statements().count()).isEqualTo(2);

        recordMany(30);
        database.statements().reset();
        audit.list(AuditQuery.of(Scope.all()).user(ADA).size(20));
        assertThat(database.statements().count()).isEqualTo(1);
    }

    @Test
    void anEventOfARolledBackTransactionIsNone() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(
                    connection,
                    () -> audit.record(
                            NewAuditEvent.of("test.done", INES).user(ADA).change("name", "a", "b")));
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(audit.list(AuditQuery.of(Scope.all()).user(ADA).size(10)).items())
                .isEmpty();
    }

    @Test
    void deletingAUserTakesWhatIsPersonalOutOfTheEvents() {
        UserId user = signUp("ada@example.org").id();
        Actor self = Actor.user(user.value()).ip("198.51.100.9").userAgent("Secret/1.0");
        audit.record(NewAuditEvent.of("user.edited", INES).user(user).change("name", "Ada", "Ada L."));
        audit.record(NewAuditEvent.of(
                        USER_SIGN_IN_FAILED,
                        Actor.anonymous().ip("198.51.100.9").userAgent("Secret/1.0"))
                .user(user));
        audit.record(NewAuditEvent.of("user.edited", self).user(BOB).change("name", "Bob", "Bobby"));

        userdeck.users().delete(user, Scope.all(), INES);

        List<AuditEvent> events =
                audit.list(AuditQuery.of(Scope.all()).user(user).size(10)).items();
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(USER_DELETED, USER_SIGN_IN_FAILED, "user.edited", USER_SIGNED_UP);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.changes()).isEmpty())
                .extracting(AuditEvent::actor)
                .containsExactly(INES, Actor.anonymous(), INES, Actor.user(user.value()));
        assertThat(only(audit.list(AuditQuery.of(Scope.all()).user(BOB).size(10))))
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo(Actor.user(user.value()));
                    assertThat(event.changes()).containsExactly(new Change("name", "Bob", "Bobby"));
                });
        var tables = new Tables(database);
        assertThat(tables.dump("ud_audit_event") + tables.dump("ud_audit_event_change"))
                .doesNotContain("ada@example.org", "198.51.100.9", "Ada", "Secret/1.0");
    }

    @Test
    void whoDeletesHimselfLeavesNoAddress() {
        UserId user = signUp("ada@example.org").id();

        userdeck.users().delete(user, Scope.all(), Actor.user(user.value()).ip("198.51.100.9"));

        assertThat(audit.list(AuditQuery.of(Scope.all()).user(user).size(1)).items())
                .extracting(AuditEvent::action, AuditEvent::actor)
                .containsExactly(tuple(USER_DELETED, Actor.user(user.value())));
    }

    private List<String> recordMany(int count) {
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            audit.record(NewAuditEvent.of("test.done", INES).user(ADA).target("event " + i));
            targets.add("event " + i);
        }
        Collections.reverse(targets);
        return targets;
    }

    private static AuditEvent only(Page<AuditEvent> page) {
        assertThat(page.items()).hasSize(1);
        return page.items().get(0);
    }

    private static List<AuditEvent> tests(Page<AuditEvent> page) {
        return page.items().stream()
                .filter(event -> event.action().equals("test.done"))
                .toList();
    }
}
