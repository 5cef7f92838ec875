package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.OPERATOR_REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator was refused is in the audit trail, without filling it. */
@ExtendWith(TestDatabase.H2.class)
class RefusedOperatorsTest {
    private DashboardFixture world;
    private Client client;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        client = world.hostLogin();
        ada = world.user("ada@example.org");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    private List<AuditEvent> refused(Scope scope) {
        return world.userdeck.audit().list(AuditQuery.of(scope).size(100)).items().stream()
                .filter(event -> event.action().equals(OPERATOR_REFUSED))
                .toList();
    }

    @Test
    void whoLacksAPermissionIsRecorded() {
        client.with("X-Operator", Preset.VIEWER.name()).send("DELETE", "api/users/" + ada.id(), null);

        assertThat(refused(Scope.all())).singleElement().satisfies(event -> {
            assertThat(event.actor().name()).isEqualTo("ines");
            assertThat(event.target()).isEqualTo("DELETE /users/{userId}");
            assertThat(DashboardFixture.change(event, "reason")).isEqualTo("null → forbidden");
            assertThat(DashboardFixture.change(event, "permission")).isEqualTo("null → users:delete");
        });
    }

    @Test
    void colleaguesInTheTenantSeeIt() {
        world.userdeck.tenants().create(new TenantId("acme"), "Acme", Actor.system());

        client.with("X-Operator", "VIEWER@acme").send("DELETE", "api/users/" + ada.id(), null);

        assertThat(refused(Scope.of(new TenantId("acme")))).hasSize(1);
    }

    @Test
    void aRequestFromAnotherSiteIsRecordedWithWhoseBrowserSentIt() {
        client.with("X-Operator", "OWNER")
                .with("Sec-Fetch-Site", "cross-site")
                .bare("DELETE", "api/users/" + ada.id(), null);

        assertThat(refused(Scope.all()))
                .singleElement()
                .satisfies(event ->
                        assertThat(DashboardFixture.change(event, "reason")).isEqualTo("null → cross-site"));
        assertThat(world.userdeck.users().find(ada.id())).isPresent();
    }

    @Test
    void aFloodIsCutOff() {
        var viewer = client.with("X-Operator", Preset.VIEWER.name());
        for (int i = 0; i < 40; i++) {
            viewer.send("DELETE", "api/users/" + ada.id(), null);
        }

        assertThat(refused(Scope.all())).hasSize(10);
    }

    @Test
    void aStrangerLeavesNoEvent() {
        client.send("DELETE", "api/users/" + ada.id(), null);

        assertThat(refused(Scope.all())).isEmpty();
    }
}
