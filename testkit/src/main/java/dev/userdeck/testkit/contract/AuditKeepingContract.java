package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** How long events are kept on every engine, and that many of them don't slow a query down. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AuditKeepingContract extends EngineContract {
    private static final Duration RETENTION = Duration.ofDays(400);
    private static final AuditQuery ALL = AuditQuery.of(Scope.all());

    /** For subclasses. */
    protected AuditKeepingContract() {}

    @Test
    void eventsAreKeptForEverUnlessSaidOtherwise() {
        event("test.old", 0);
        clock.advance(Duration.ofDays(36_500));

        userdeck.runMaintenance();

        assertThat(userdeck.audit().retention()).isEmpty();
        assertThat(actions(userdeck)).containsExactly("test.old");
    }

    @Test
    void whatWasKeptLongEnoughGoesWithItsChanges() throws SQLException {
        Userdeck limited = start(builder().auditRetention(RETENTION));
        inOneTransaction(limited, () -> {
            for (int i = 0; i < 1_100; i++) {
                limited.audit().record(NewAuditEvent.of("test.old", Actor.system()));
            }
        });
        limited.audit().record(NewAuditEvent.of("test.old", Actor.system()).change("name", "a", "b"));
        clock.advance(Duration.ofDays(1));
        limited.audit().record(NewAuditEvent.of("test.young", Actor.system()).change("name", "a", "b"));
        clock.advance(RETENTION.minusDays(1));

        limited.runMaintenance();
        assertThat(limited.audit().retention()).contains(RETENTION);
        assertThat(actions(limited)).hasSize(100);

        clock.advance(Duration.ofHours(1));
        limited.runMaintenance();
        assertThat(actions(limited)).containsExactly("test.young");
        assertThat(new Tables(database).count("ud_audit_event_change")).isEqualTo(1);
    }

    @Test
    void eachFilterAloneIsServedByItsIndex() throws SQLException {
        inOneTransaction(userdeck, () -> {
            for (int i = 0; i < 4_000; i++) {
                event("test" + i % 4 + ".done" + i % 8, i);
            }
        });
        if (database.engine() == Engine.H2) {
            return; // sorts by an index only when it begins with the column
        }
        new Tables(database)
                .execute(
                        database.engine() == Engine.POSTGRESQL
                                ? "analyze"
                                : "analyze table ud_audit_event, ud_audit_event_change");

        assertThat(plan(query -> query, 51)).contains("ud_audit_event_pk");
        assertThat(plan(query -> query.user(new UserId("u7")), "u7", 51)).contains("ud_audit_event_of_user_ix");
        assertThat(plan(query -> query.actor("a7"), "a7", 51)).contains("ud_audit_event_of_actor_ix");
        assertThat(plan(query -> query.action("test3.done3"), "test3.done3", 51))
                .contains("ud_audit_event_of_action_ix");
        assertThat(plan(query -> query.action("test3."), "test3", 51)).contains("ud_audit_event_of_component_ix");
        // those of one tenant, and those of several, side by side: what is sorted is a page of each
        assertThat(explained(query -> query.tenant(new TenantId("t7")), "t7", 51, "t7", 51, 51))
                .doesNotContain("Seq Scan on ud_audit_event ")
                .contains("ud_audit_event_of_tenant_ix");
        assertThat(plan(query -> query.actor(Actor.Kind.SYSTEM), "system", 51)).contains("ud_audit_event_of_kind_ix");
    }

    /** How the engine reads the first page of a query: along an index, sorting nothing. */
    private String plan(UnaryOperator<AuditQuery> narrowed, Object... binds) throws SQLException {
        String plan = explained(narrowed, binds);
        // What changed is looked up for the rows of one page; a table of a few thousand changes is as quick to read
        // whole.
        assertThat(plan).doesNotContain("filesort", "Sort ", "Seq Scan on ud_audit_event ");
        return plan.replace("PRIMARY", "ud_audit_event_pk");
    }

    private String explained(UnaryOperator<AuditQuery> narrowed, Object... binds) throws SQLException {
        database.statements().reset();
        userdeck.audit().list(narrowed.apply(ALL));
        String sql = database.statements().statements().get(0);
        var plan = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(i + 1, binds[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        if (!rows.getMetaData().getColumnLabel(column).equals("possible_keys")) {
                            plan.append(rows.getString(column)).append(' ');
                        }
                    }
                }
            }
        }
        return plan.toString();
    }

    private void event(String action, int i) {
        Actor actor = i % 10 == 0 ? Actor.system() : Actor.operator("a" + i % 9, "A");
        userdeck.audit()
                .record(NewAuditEvent.of(action, actor)
                        .user(new UserId("u" + i % 9))
                        .tenant(new TenantId("t" + i % 9))
                        .change("number", null, Integer.toString(i)));
    }

    private static List<String> actions(Userdeck userdeck) {
        return userdeck.audit().list(ALL.action("test.").size(100)).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    private void inOneTransaction(Userdeck instance, Runnable work) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            instance.inTransaction(connection, work);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
