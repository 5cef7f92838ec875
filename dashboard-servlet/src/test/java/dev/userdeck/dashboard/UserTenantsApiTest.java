package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_TENANT_ADDED;
import static dev.userdeck.audit.AuditActions.USER_TENANT_REMOVED;
import static dev.userdeck.dashboard.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tenants of a user over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class UserTenantsApiTest {
    private static final TenantId ACME = new TenantId("acme");

    private DashboardFixture world;
    private Client support;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        support = world.as(Preset.SUPPORT);
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        ada = world.activeUser("ada@example.org");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aUserIsAddedOnceAndTakenOutOnce() {
        assertThat(add(support, "acme").statusCode()).isEqualTo(204);
        assertThat(add(support, "acme").statusCode()).isEqualTo(204);
        assertThat(tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, ACME);
        assertThat(remove(support, "public").statusCode()).isEqualTo(204);
        assertThat(remove(support, "public").statusCode()).isEqualTo(404);
        assertThat(tenants()).containsExactly(ACME);

        var events = world.events(ada.id());
        assertThat(events.get(0).action()).isEqualTo(USER_TENANT_REMOVED);
        assertThat(events.get(0).tenant()).isEqualTo(TenantId.PUBLIC);
        assertThat(events.get(1).action()).isEqualTo(USER_TENANT_ADDED);
        assertThat(events.get(1).tenant()).isEqualTo(ACME);
        assertThat(events.get(1).actor().name()).isEqualTo("ines");
    }

    @Test
    void theLastOneStays() {
        HttpResponse<String> answer = remove(support, "public");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("reason").asString()).isEqualTo("last-tenant");
        assertThat(json(answer).path("detail").asString()).contains("Delete the user");
        assertThat(tenants()).containsExactly(TenantId.PUBLIC);
    }

    @Test
    void aTakenEmailOrPhoneKeepsTheUserOut() {
        world.user(NewUser.withEmail("Ada@Example.org").tenant(ACME));
        User byPhone = world.user(NewUser.withPhone("+442079460123"));
        world.user(NewUser.withPhone("+442079460123").tenant(ACME));

        HttpResponse<String> email = add(support, "acme");
        HttpResponse<String> phone = support.send("PUT", "api/users/" + byPhone.id() + "/tenants/acme", null);

        assertThat(email.statusCode()).isEqualTo(409);
        assertThat(json(email).path("reason").asString()).isEqualTo("email-taken");
        assertThat(json(email).path("detail").asString()).contains("email");
        assertThat(phone.statusCode()).isEqualTo(409);
        assertThat(json(phone).path("reason").asString()).isEqualTo("phone-taken");
        assertThat(tenants()).containsExactly(TenantId.PUBLIC);
    }

    @Test
    void aTenantThatIsNotThereOrOutOfReachIsNotFound() {
        for (String tenant : new String[] {"nowhere", "No%20Where", "x".repeat(65), "%00"}) {
            assertThat(add(support, tenant).statusCode()).as(tenant).isIn(400, 404);
            assertThat(remove(support, tenant).statusCode()).as(tenant).isIn(400, 404);
        }
        Client here = support.with("X-Operator", "SUPPORT@public");
        assertThat(add(here, "acme").statusCode()).isEqualTo(404);
        assertThat(remove(here, "acme").statusCode()).isEqualTo(404);
        assertThat(tenants()).containsExactly(TenantId.PUBLIC);
    }

    @Test
    void anOperatorOfBothAddsAndTakesOutWhateverElseTheUserIsIn() {
        world.userdeck.tenants().create(new TenantId("beta"), "Beta", Actor.system());
        Client both = support.with("X-Operator", "SUPPORT@acme,public");
        world.userdeck.users().addToTenant(ada.id(), new TenantId("beta"), Actor.system());

        assertThat(add(both, "acme").statusCode()).isEqualTo(204);
        assertThat(remove(both, "acme").statusCode()).isEqualTo(204);
        assertThat(remove(both, "beta").statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoTakeAUserOutOfBothAtOnceOneIsRefused() {
        world.userdeck.users().addToTenant(ada.id(), ACME, Actor.system());

        var answers = Client.atOnce(() -> remove(support, "acme"), () -> remove(support, "public"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(tenants()).hasSize(1);
    }

    private HttpResponse<String> add(Client client, String tenant) {
        return client.send("PUT", "api/users/" + ada.id() + "/tenants/" + tenant, null);
    }

    private HttpResponse<String> remove(Client client, String tenant) {
        return client.send("DELETE", "api/users/" + ada.id() + "/tenants/" + tenant, null);
    }

    private Iterable<TenantId> tenants() {
        return world.userdeck.users().find(ada.id()).orElseThrow().tenants();
    }
}
