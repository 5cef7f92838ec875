package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.MAIL_ALL_SENT_AGAIN;
import static dev.userdeck.audit.AuditActions.MAIL_SENT_AGAIN;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The mails of late, as an operator finds them and has them sent again. */
@ExtendWith(TestDatabase.H2.class)
class OutboxPageTest {
    private static final String MAILS = "api/recipes/mail/mails";

    private final Mailbox mailbox = new Mailbox();
    private DashboardFixture world;
    private Client support;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database, builder -> builder.emailSender(mailbox));
        support = world.as(Preset.SUPPORT);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void listsMailsWithWhatBecameOfThem() {
        send("sent@example.org");
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        send("gone@example.org");
        mailbox.failWith(() -> new MailUnavailableException("530 Authentication required", null));
        send("ada@example.org");

        JsonNode rows = json(support.get(MAILS)).path("items");

        assertThat(rows).hasSize(3);
        assertThat(rows.at("/0/cells/to/title").asString()).isEqualTo("ada@example.org");
        assertThat(rows.at("/0/cells/answer").asString()).isEqualTo("530 Authentication required");
        assertThat(rows.at("/0/cells/state/label/text").asString()).isEqualTo("Waiting");
        assertThat(rows.at("/1/cells/answer").asString()).isEqualTo("550 5.1.1 No such user");
        assertThat(rows.at("/1/cells/state/label/text").asString()).isEqualTo("Failed");
        assertThat(rows.at("/1/actions").asBoolean(true)).isTrue();
        assertThat(rows.at("/2/cells/state/label/text").asString()).isEqualTo("Sent");
        assertThat(rows.at("/2/actions").asBoolean(true)).isFalse();
        assertThat(rows.toString()).doesNotContain("Hello");
        assertThat(json(support.get(MAILS + "?state=failed")).path("items")).hasSize(1);
        assertThat(json(support.get(MAILS + "?q=SENT@")).path("items")).hasSize(1);
        assertThat(support.get(MAILS + "?state=lost").statusCode()).isEqualTo(400);
        assertThat(support.get("api/session").body()).contains("\"outbox\"");
    }

    @Test
    void sendsOneAgainOrAll() {
        mailbox.failWith(() -> new MailRefusedException("550 5.7.1 Relaying denied", null));
        send("ada@example.org");
        send("bob@example.org");
        send("cleo@example.org");
        mailbox.recover();
        String ada = json(support.get(MAILS)).at("/items/2/key").asString();

        assertThat(support.send("POST", MAILS + "/" + ada + "/again", null).statusCode())
                .isEqualTo(204);
        world.userdeck.runMaintenance();
        assertThat(mailbox.mailsTo("ada@example.org")).hasSize(1);
        assertThat(json(support.send("POST", MAILS + "/again", null)).toString())
                .isEqualTo("{\"mails\":2}");
        world.userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(3);
        assertThat(json(support.get(MAILS + "?state=failed")).path("items")).isEmpty();
        assertThat(slug(support.send("POST", MAILS + "/" + ada + "/again", null)))
                .as("it was sent")
                .isEqualTo("conflict");
        assertThat(world.userdeck
                        .audit()
                        .list(AuditQuery.of(Scope.all()).actor("ines"))
                        .items())
                .extracting(event -> event.action())
                .containsExactly(MAIL_ALL_SENT_AGAIN, MAIL_SENT_AGAIN);
    }

    @Test
    void saysWhatCannotBeSentAgain() {
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        world.userdeck
                .outbox()
                .send(NewEmail.of("test", "ada@example.org", EmailContent.of("Hello"))
                        .expiresAt(world.clock.instant().plusSeconds(60)));
        world.userdeck.runMaintenance();
        String ada = json(support.get(MAILS)).at("/items/0/key").asString();
        world.clock.advance(Duration.ofMinutes(1));

        var tooOld = support.send("POST", MAILS + "/" + ada + "/again", null);

        assertThat(tooOld.statusCode()).isEqualTo(409);
        assertThat(json(tooOld).path("detail").asString()).contains("no longer good");
        assertThat(slug(support.send("POST", MAILS + "/none/again", null))).isEqualTo("not-found");
    }

    @Test
    void isForSupportOfAllTenants() {
        var some = world.hostLogin().with("X-Operator", "OWNER@staff");

        assertThat(some.get(MAILS).statusCode()).isEqualTo(403);
        assertThat(world.as(Preset.VIEWER).get(MAILS).statusCode()).isEqualTo(403);
    }

    @Test
    void isNotThereWhereNoMailGoes(TestDatabase database) {
        try (var silent = new DashboardFixture(database)) {
            Client owner = silent.as(Preset.OWNER);

            assertThat(owner.get(MAILS).statusCode()).isEqualTo(404);
            assertThat(owner.get("api/session").body())
                    .doesNotContain("\"outbox\"")
                    .contains("\"delivery\":\"none\"");
        }
    }

    @Test
    void noRecipeTakesItsName(TestDatabase database) {
        Recipe mail = new Recipe() {
            @Override
            public RecipeId id() {
                return new RecipeId("mail");
            }

            @Override
            public void start(RecipeContext context) {}
        };
        try (Userdeck userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .recipe(mail)
                .start()) {
            assertThatThrownBy(() -> DashboardServlet.builder(userdeck)
                            .operators(DashboardFixture::byHeader)
                            .build()
                            .init())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("another id");
        }
    }

    private void send(String address) {
        world.userdeck.outbox().send(NewEmail.of("test", address, EmailContent.of("Hello")));
        world.userdeck.runMaintenance();
    }
}
