package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEventId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@link AuditTrail#list} must filter and page on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AuditQueriesContract extends EngineContract {
    private static final TenantId OTHER = new TenantId("other");
    private static final TenantId THIRD = new TenantId("third");
    private static final UserId ADA = new UserId("ada");
    private static final UserId BOB = new UserId("bob");
    private static final Actor INES = Actor.operator("ines", "Ines");
    private static final AuditQuery ALL = AuditQuery.of(Scope.all());

    private AuditTrail audit;

    /** For subclasses. */
    protected AuditQueriesContract() {}

    @BeforeEach
    void takeTheTrail() {
        audit = userdeck.audit();
    }

    @Test
    void eachFilterFindsItsOwn() {
        record("a", NewAuditEvent.of("test.done", INES).user(ADA).tenant(OTHER));
        record(
                "b",
                NewAuditEvent.of("test.undone", Actor.user("ines")).user(BOB).tenant(OTHER));
        record(
                "c",
                NewAuditEvent.of("testing.done", Actor.anonymous()).user(ADA).tenant(THIRD));
        record("d", NewAuditEvent.of("test", Actor.system()));

        assertThat(targets(ALL.user(ADA))).containsExactly("c", "a");
        assertThat(targets(ALL.actor("ines"))).containsExactly("b", "a");
        assertThat(targets(ALL.actor(Actor.Kind.OPERATOR, "ines"))).containsExactly("a");
        assertThat(targets(ALL.actor(Actor.Kind.ANONYMOUS))).containsExactly("c");
        assertThat(targets(ALL.action("test.done"))).containsExactly("a");
        assertThat(targets(ALL.action("test."))).containsExactly("b", "a");
        assertThat(targets(ALL.action("test"))).containsExactly("d");
        assertThat(targets(ALL.tenant(OTHER))).containsExactly("b", "a");
        assertThat(targets(ALL.tenant(OTHER).user(ADA).action("test."))).containsExactly("a");
        assertThat(targets(ALL.tenant(THIRD).actor(Actor.Kind.OPERATOR))).isEmpty();
        assertThat(targets(ALL.user(new UserId("%")))).isEmpty();
        assertThat(targets(ALL.action("%."))).isEmpty();
    }

    @Test
    void aSpanOfTimeHasItsStartButNotItsEnd() {
        Instant start = clock.instant();
        for (String name : List.of("a", "b", "c", "d")) {
            record(name, NewAuditEvent.of("test.done", INES).user(ADA));
            record(name + name, NewAuditEvent.of("test.done", INES).user(BOB));
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(targets(ALL.from(start.plusMillis(1)).to(start.plusMillis(3)).action("test.done")))
                .containsExactly("cc", "c", "bb", "b");
        assertThat(targets(ALL.from(start.plusMillis(2)).user(ADA))).containsExactly("d", "c");
        assertThat(targets(ALL.to(start.plusNanos(1)).action("test."))).containsExactly("aa", "a");
        assertThat(targets(ALL.from(Instant.MAX))).isEmpty();
        assertThat(targets(ALL.from(Instant.MIN).to(Instant.MAX).user(ADA))).hasSize(4);
        assertThat(targets(ALL.to(Instant.MIN))).isEmpty();
    }

    @Test
    void anEventsTimeIsTheTimeOfItsId() {
        record("a", NewAuditEvent.of("test.done", INES));
        clock.advance(Duration.ofSeconds(-30));
        record("soon after", NewAuditEvent.of("test.done", INES));
        clock.advance(Duration.ofMinutes(-5));
        record("by a clock put right", NewAuditEvent.of("test.done", INES));

        List<AuditEvent> events = audit.list(ALL.action("test.")).items();

        assertThat(events).extracting(AuditEvent::target).containsExactly("soon after", "a", "by a clock put right");
        assertThat(events).extracting(AuditEvent::at).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(events.get(2).at()).isEqualTo(clock.instant());
    }

    @Test
    void aScopeOfSeveralTenantsMergesTheirs() {
        for (int i = 0; i < 9; i++) {
            TenantId tenant = List.of(OTHER, THIRD, new TenantId("fourth")).get(i % 3);
            record(
                    "e" + i,
                    NewAuditEvent.of("test.done", INES)
                            .user(i % 2 == 0 ? ADA : BOB)
                            .tenant(tenant));
        }
        record("nowhere", NewAuditEvent.of("test.done", INES));
        AuditQuery two = AuditQuery.of(Scope.of(List.of(OTHER, THIRD)));

        assertThat(walked(two.size(2))).containsExactly("e7", "e6", "e4", "e3", "e1", "e0");
        assertThat(walked(two.size(2).user(ADA))).containsExactly("e6", "e4", "e0");
        assertThat(targets(two.tenant(OTHER))).containsExactly("e6", "e3", "e0");
        assertThat(targets(two.tenant(new TenantId("fourth")))).isEmpty();
        List<TenantId> many = new ArrayList<>(
                IntStream.range(0, 60).mapToObj(i -> new TenantId("t" + i)).toList());
        many.add(OTHER);
        assertThat(walked(AuditQuery.of(Scope.of(many)).size(2))).containsExactly("e6", "e3", "e0");
    }

    @Test
    void aRareCombinationIsFoundByShortPages() throws SQLException {
        inOneTransaction(() -> {
            for (int i = 0; i < 2_600; i++) {
                boolean wanted = i % 1_300 == 7;
                record(
                        "e" + i,
                        NewAuditEvent.of("test.done", INES)
                                .user(wanted ? ADA : BOB)
                                .tenant(wanted ? OTHER : THIRD));
            }
        });
        AuditQuery query = ALL.actor(Actor.Kind.OPERATOR).tenant(OTHER).size(10);

        Page<AuditEvent> first = audit.list(query);
        assertThat(first.items()).isEmpty();
        assertThat(first.nextCursor()).isNotNull();
        assertThat(first.previousCursor()).isNull();
        assertThat(walked(query)).containsExactly("e1307", "e7");
        assertThat(walked(query.size(1))).containsExactly("e1307", "e7");
        database.statements().reset();
        audit.list(query);
        assertThat(database.statements().count()).isEqualTo(2);
    }

    @Test
    void aPageOfSeveralFiltersWalksBothWays() {
        for (int i = 0; i < 25; i++) {
            record(
                    "e" + i,
                    NewAuditEvent.of(i % 2 == 0 ? "test.done" : "test.undone", INES)
                            .user(i % 3 == 0 ? ADA : BOB));
        }

        assertThat(walked(ALL.user(ADA).action("test.done").size(2))).containsExactly("e24", "e18", "e12", "e6", "e0");
    }

    @Test
    void aCursorBelongsToItsFilters() {
        for (int i = 0; i < 3; i++) {
            record("e" + i, NewAuditEvent.of("test.done", INES).user(ADA).tenant(OTHER));
        }
        AuditQuery query = ALL.action("test.done").size(1);
        String cursor = Objects.requireNonNull(audit.list(query).nextCursor());

        assertThat(audit.list(query.size(2).cursor(cursor)).items()).hasSize(2);
        for (AuditQuery other : List.of(
                query.action("test."),
                query.user(ADA),
                query.tenant(OTHER),
                query.actor("ines"),
                query.actor(Actor.Kind.OPERATOR),
                query.from(Instant.EPOCH),
                query.to(Instant.EPOCH))) {
            assertThatThrownBy(() -> audit.list(other.cursor(cursor))).isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void oneEventIsFoundByItsId() {
        record("a", NewAuditEvent.of("test.done", INES).tenant(OTHER).change("name", null, "Ada"));
        record("b", NewAuditEvent.of("test.done", INES));
        List<AuditEvent> events = audit.list(ALL.action("test.")).items();

        assertThat(audit.find(events.get(1).id(), Scope.of(OTHER))).contains(events.get(1));
        assertThat(audit.find(events.get(1).id(), Scope.of(THIRD))).isEmpty();
        assertThat(audit.find(events.get(0).id(), Scope.of(OTHER))).isEmpty();
        assertThat(audit.find(events.get(0).id(), Scope.all())).contains(events.get(0));
        assertThat(audit.find(new AuditEventId("nothing"), Scope.all())).isEmpty();
    }

    @Test
    void thePageBehindAnEmptyOneIsTheOneBeforeIt() {
        record("a", NewAuditEvent.of("test.done", INES).user(ADA));
        record("b", NewAuditEvent.of("test.done", INES).user(ADA));
        AuditQuery query = ALL.user(ADA).size(1);
        String behindB = Objects.requireNonNull(audit.list(query).nextCursor());
        new Tables(database).execute("delete from ud_audit_event where target = 'a'");

        Page<AuditEvent> empty = audit.list(query.cursor(behindB));

        assertThat(empty.items()).isEmpty();
        assertThat(empty.nextCursor()).isNull();
        assertThat(targets(query.cursor(empty.previousCursor()))).containsExactly("b");
    }

    private void inOneTransaction(Runnable work) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, work);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void record(String name, NewAuditEvent event) {
        audit.record(event.target(name));
    }

    private List<String> targets(AuditQuery query) {
        return targets(audit.list(query));
    }

    private static List<String> targets(Page<AuditEvent> page) {
        return page.items().stream()
                .map(event -> Objects.requireNonNull(event.target()))
                .toList();
    }

    /** Walks to the end and back again, and checks that both ways show the same. */
    private List<String> walked(AuditQuery query) {
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        @Nullable String cursor = null;
        Page<AuditEvent> page;
        do {
            page = audit.list(query.cursor(cursor));
            there.addAll(targets(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        back.addAll(targets(page));
        while (page.previousCursor() != null) {
            page = audit.list(query.cursor(page.previousCursor()));
            back.addAll(0, targets(page));
        }
        assertThat(back).isEqualTo(there);
        return there;
    }
}
