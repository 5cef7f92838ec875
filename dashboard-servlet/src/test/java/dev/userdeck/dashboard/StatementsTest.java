package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.NewInvitation;
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

/** What a call costs in statements does not depend on how much there is. */
@ExtendWith(TestDatabase.H2.class)
class StatementsTest {
    private DashboardFixture world;
    private Client operator;
    private TestDatabase database;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(fresh);
        Client client = world.builtIn();
        operator = client.signedIn(client.send(
                "POST",
                "api/setup",
                "{\"token\":\"" + world.setUpToken()
                        + "\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\""
                        + DashboardFixture.PASSWORD
                        + "\"}"));
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void theListTakesTheSameForOneUserAndForFifty() {
        world.user("user@example.org");
        List<String> one = statementsOf("api/users");
        for (int i = 0; i < 49; i++) {
            world.user("user" + i + "@example.org");
        }
        List<String> fifty = statementsOf("api/users");

        assertThat(fifty).hasSameSizeAs(one);
        // The operator's session, the page with its tenants and login methods, and the recipe's column.
        assertThat(fifty).hasSize(1 + 3 + 1);
    }

    @Test
    void aSearchTakesTheSameForTenHitsAndForFifty() {
        for (int i = 0; i < 10; i++) {
            world.user("user" + i + "@example.org");
        }
        List<String> ten = statementsOf("api/users?q=user&status=invited&sort=name");
        for (int i = 10; i < 50; i++) {
            world.user("user" + i + "@example.org");
        }
        List<String> fifty = statementsOf("api/users?q=user&status=invited&sort=name");

        assertThat(fifty).hasSameSizeAs(ten);
        // The operator's session, who fits, the page with its tenants and login methods, and the recipe's column.
        assertThat(fifty).hasSize(1 + 1 + 3 + 1);
        assertThat(statementsOf("api/users/count?q=user")).hasSize(1 + 1);
    }

    @Test
    void theOverviewTakesTheSameForOneUserAndForFifty() {
        for (int i = 0; i < 50; i++) {
            world.user("user" + i + "@example.org");
        }

        // The operator's session, what there is now, who joined, and what was counted on each day.
        assertThat(statementsOf("api/overview?days=366&timeZone=Europe/Paris")).hasSize(1 + 3);
    }

    @Test
    void theAboutPageTakesOne() {
        // The operator's session, and the history of the schema.
        assertThat(statementsOf("api/about")).hasSize(1 + 1);
    }

    @Test
    void theUserPageTakesTheSameForOneSessionAndForTwenty() {
        User ada = world.activeUser("ada@example.org");
        world.session(ada);
        List<String> one = statementsOf("api/users/" + ada.id());
        for (int i = 0; i < 19; i++) {
            world.session(ada);
        }
        List<String> twenty = statementsOf("api/users/" + ada.id());

        assertThat(twenty).hasSameSizeAs(one);
        // The operator's session, the user, the sessions, the timeline, and one for each of the recipe's four sections.
        assertThat(twenty).hasSize(4 + 4);
    }

    @Test
    void theTenantsPageTakesTheSameForOneTenantAndForFifty() {
        List<String> one = statementsOf("api/tenants");
        for (int i = 0; i < 49; i++) {
            world.userdeck.tenants().create(new TenantId("t" + i), "Tenant " + i, Actor.system());
        }
        List<String> fifty = statementsOf("api/tenants");

        // The operator's session, the tenants, and the users of all of them counted.
        assertThat(one).hasSize(1 + 2);
        assertThat(fifty).hasSize(1 + 2);
        // One tenant: whether it is there, twice, its users, those who are in no other, and its sessions.
        assertThat(statementsOf("api/tenants/t1")).hasSize(1 + 5);
    }

    @Test
    void theOperatorsPageTakesTheSameForOneOperatorAndForFifty() {
        List<String> one = statementsOf("api/operators");
        for (int i = 0; i < 49; i++) {
            var invitation =
                    new NewInvitation("new" + i + "@example.org", new Access(Preset.VIEWER, Scope.of(TenantId.PUBLIC)));
            world.userdeck.operators().accounts().invite(invitation, Access.full(), Actor.system());
        }
        List<String> fifty = statementsOf("api/operators");

        // The operator's session, who fits, what belongs to them, and how many there are.
        assertThat(one).hasSize(1 + 3);
        assertThat(fifty).hasSize(1 + 3);
        // The presets of one's own, with how many hold them.
        assertThat(statementsOf("api/operator-presets")).hasSize(1 + 1);
        // The session that asks once more, the account, and its sessions with whose they are.
        assertThat(statementsOf("api/profile")).hasSize(1 + 1 + 1 + 2);
    }

    @Test
    void theAuditLogTakesTheSameForOneEventAndForFifty() {
        User ada = world.user("ada@example.org");
        List<String> few = statementsOf("api/audit");
        for (int i = 0; i < 50; i++) {
            User user = world.user("user" + i + "@example.org");
            world.userdeck
                    .audit()
                    .record(NewAuditEvent.of("test.done", Actor.user(user.id().value()))
                            .user(ada.id())
                            .tenant(TenantId.PUBLIC)
                            .change("a", "b", "c"));
        }
        List<String> fifty = statementsOf("api/audit");

        // The operator's session, the events, and everybody's names.
        assertThat(few).hasSize(1 + 2);
        assertThat(fifty).hasSize(1 + 2);
        // Sorting out takes one more to know where it ended, and only where the page isn't full.
        assertThat(statementsOf("api/audit?action=test.done&tenant=public&actor=user"))
                .hasSize(1 + 3);
        assertThat(statementsOf("api/audit?action=test.done&actor=operator")).hasSize(1 + 2);
    }

    @Test
    void forAnOperatorOfSomeTenantsTheUserPageTakesThreeMore() {
        User ada = world.activeUser("ada@example.org");
        operator = world.as(Preset.ADMIN).with("X-Operator", "ADMIN@public");

        // The user, the tenants out of reach, the sessions, two for the timeline, of which other tenants' events are
        // sorted
        // out, and one for each section.
        assertThat(statementsOf("api/users/" + ada.id())).hasSize(1 + 1 + 1 + 2 + 4);
    }

    @Test
    void thePageAndItsFilesTakeNone() {
        assertThat(statementsOf("")).isEmpty();
        assertThat(statementsOf("assets/app-1a2b3c4d.js")).isEmpty();
    }

    @Test
    void aStrangerTakesNoneOnceThereIsAnOperator() {
        var stranger = new Client(world.mount());
        stranger.get("api/session");
        database.statements().reset();

        stranger.get("api/users");

        assertThat(database.statements().statements()).isEmpty();
    }

    private List<String> statementsOf(String path) {
        database.statements().reset();
        assertThat(operator.get(path).statusCode()).isEqualTo(200);
        return database.statements().statements();
    }
}
