package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.MAIL_SENT_AGAIN;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The mails about a user, on the user's page. */
@ExtendWith(TestDatabase.H2.class)
class UserMailsApiTest {
    private static final TenantId STAFF = new TenantId("staff");
    private static final String LINK = "https://shop.example/verify#token=AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKK";

    private final Mailbox mailbox = new Mailbox();
    private DashboardFixture world;
    private Client support;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database, builder -> builder.emailSender(mailbox));
        world.userdeck.tenants().create(STAFF, "Staff", Actor.system());
        support = world.as(Preset.SUPPORT);
        ada = world.user("ada@example.org");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void thePageTellsWhatBecameOfEachAndNeverWhatItSays() {
        send(ada);
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user: " + LINK, null));
        OutboxMessageId failed = send(ada);
        send(world.user("bob@example.org"));

        HttpResponse<String> page = support.get("api/users/" + ada.id());
        JsonNode mails = json(page).at("/mails/items");

        assertThat(mails).hasSize(2);
        assertThat(mails.at("/0/id").asString()).isEqualTo(failed.value());
        assertThat(mails.at("/0/state").asString()).isEqualTo("failed");
        assertThat(mails.at("/0/lastError").asString()).contains("550 5.1.1 No such user");
        assertThat(mails.at("/1/state").asString()).isEqualTo("sent");
        assertThat(mails.at("/1/to").asString()).isEqualTo("ada@example.org");
        assertThat(mails.at("/1/settledAt").asString())
                .isEqualTo(world.clock.instant().toString());
        assertThat(page.body()).doesNotContain("AAAABBBB", "Confirm");
        assertThat(json(support.get("api/users/" + ada.id() + "/mails?size=1"))
                        .path("nextCursor")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void isSentAgainByWhoLooksAfterAllOfTheUser() {
        mailbox.failWith(() -> new MailRefusedException("550 5.7.1 Relaying denied", null));
        OutboxMessageId mail = send(ada);
        mailbox.recover();
        Client admin = world.hostLogin();

        assertThat(again(admin.with("X-Operator", "VIEWER"), ada, mail)).isEqualTo("forbidden");
        assertThat(again(admin.with("X-Operator", "ADMIN@staff"), ada, mail)).isEqualTo("not-found");
        assertThat(again(admin.with("X-Operator", "ADMIN"), world.user("bob@example.org"), mail))
                .as("another user's")
                .isEqualTo("not-found");
        world.userdeck.users().addToTenant(ada.id(), STAFF, Actor.system());
        assertThat(again(admin.with("X-Operator", "ADMIN@staff"), ada, mail)).isEqualTo("conflict");
        world.userdeck.runMaintenance();
        assertThat(mailbox.mails()).isEmpty();

        assertThat(admin.with("X-Operator", "SUPPORT@staff,public")
                        .send("POST", path(ada, mail), null)
                        .statusCode())
                .isEqualTo(204);
        world.userdeck.runMaintenance();
        assertThat(mailbox.mailsTo("ada@example.org")).hasSize(1);
        assertThat(world.events(ada.id()).get(0).action()).isEqualTo(MAIL_SENT_AGAIN);
    }

    @Test
    void aLinkThatIsTooOldIsNotSentAgain() {
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        OutboxMessageId mail = send(ada);
        world.clock.advance(Duration.ofHours(1));

        HttpResponse<String> answer = support.send("POST", path(ada, mail), null);

        assertThat(json(answer).path("reason").asString()).isEqualTo("mail-too-old");
        assertThat(json(answer).path("detail").asString()).contains("Have a new one sent");
    }

    @Test
    void isSeenBySupportWithinReachAndGoesWithTheUser() {
        OutboxMessageId mail = send(ada);
        Client login = world.hostLogin();

        assertThat(json(login.with("X-Operator", "VIEWER").get("api/users/" + ada.id()))
                        .has("mails"))
                .isFalse();
        assertThat(login.with("X-Operator", "VIEWER")
                        .get("api/users/" + ada.id() + "/mails")
                        .statusCode())
                .isEqualTo(403);
        assertThat(login.with("X-Operator", "OWNER@staff")
                        .get("api/users/" + ada.id() + "/mails")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(login.with("X-Operator", "SUPPORT@public").get("api/users/" + ada.id() + "/mails"))
                        .path("items"))
                .hasSize(1);

        world.userdeck.users().delete(ada.id());
        assertThat(world.userdeck.outbox().find(mail)).isEmpty();
    }

    private String again(Client client, User user, OutboxMessageId mail) {
        return slug(client.send("POST", path(user, mail), null));
    }

    private static String path(User user, OutboxMessageId mail) {
        return "api/users/" + user.id() + "/mails/" + mail + "/again";
    }

    private OutboxMessageId send(User user) {
        OutboxMessageId id = world.userdeck
                .outbox()
                .send(NewEmail.of(
                                "test", user.email(), EmailContent.of("Confirm").link("Confirm", LINK))
                        .user(user.id())
                        .expiresAt(world.clock.instant().plusSeconds(3600)))
                .orElseThrow();
        world.userdeck.runMaintenance();
        return id;
    }
}
