package dev.userdeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.Users;
import jakarta.mail.internet.MimeMessage;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Mail goes out by the app's own sender. */
class MailTest {
    @Test
    void aLinkToANewPasswordIsSentByTheAppsSender() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (ConfigurableApplicationContext app = start(
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + server.getSmtp().getPort(),
                "userdeck.mail.from=Shop <shop@example.org>")) {
            app.getBean(Users.class).signUp("ada@straße.example", "plum tundra violet 47");
            Userdeck userdeck = app.getBean(Userdeck.class);

            userdeck.passwords().forgot("ada@straße.example", TenantId.PUBLIC, Actor.anonymous());
            userdeck.runMaintenance();

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Shop <shop@example.org>");
            assertThat(mail.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("ada@xn--strae-oqa.example");
            assertThat(mail.getMessageID()).matches("<.+@example\\.org>");
            assertThat(GreenMailUtil.getBody(mail)).contains("https://shop.example/reset#token=");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsAwayHoldsTheMailBack() {
        try (ConfigurableApplicationContext app =
                start("spring.mail.host=127.0.0.1", "spring.mail.port=1", "userdeck.mail.from=shop@example.org")) {
            app.getBean(Users.class).signUp("ada@example.org", "plum tundra violet 47");
            Userdeck userdeck = app.getBean(Userdeck.class);

            userdeck.passwords().forgot("ada@example.org", TenantId.PUBLIC, Actor.anonymous());
            userdeck.runMaintenance();

            OutboxMessage mail = app.getBean(Outbox.class)
                    .list(OutboxQuery.of(Set.of(OutboxMessageState.WAITING)))
                    .items()
                    .get(0);
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.lastError()).isNotBlank();
        }
    }

    @Test
    void withoutAnAddressNothingIsSent() {
        try (ConfigurableApplicationContext app = start("spring.mail.host=127.0.0.1")) {
            assertThat(app.getBeanProvider(EmailSender.class).getIfAvailable()).isNull();
        }
    }

    @Test
    void linksInTheLogComeBeforeTheSender() {
        try (ConfigurableApplicationContext app = start(
                "spring.mail.host=127.0.0.1", "userdeck.mail.from=shop@example.org", "userdeck.mail.log-links=true")) {
            assertThat(app.getBeanProvider(EmailSender.class).getIfAvailable()).isNull();
        }
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(App.Basis.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                        "logging.level.root=WARN",
                        "spring.main.banner-mode=off",
                        "userdeck.maintenance=manual",
                        "userdeck.password.reset-page=https://shop.example/reset")
                .properties(properties)
                .run();
    }
}
