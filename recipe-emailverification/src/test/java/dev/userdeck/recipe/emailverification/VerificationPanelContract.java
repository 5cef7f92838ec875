package dev.userdeck.recipe.emailverification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UserSection.Notice;
import dev.userdeck.dashboard.spi.UserSection.Offer;
import dev.userdeck.error.FieldError;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators are told, and what they are offered. */
abstract class VerificationPanelContract extends EngineContract {
    private static final Actor INES = Actor.operator("op-1", "Ines");

    private final Mailbox mailbox = new Mailbox();
    private EmailVerification verification;
    private User ada;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox)
                .recipe(new EmailVerificationRecipe().page(URI.create("https://shop.example/verify")));
    }

    @BeforeEach
    void begin() {
        verification = userdeck.recipe(EmailVerification.class);
        ada = created(userdeck, "ada@example.org");
    }

    @Test
    void anEmailThatIsNotVerifiedOffersAMailOrAMark() {
        FactSheetData data = data(userdeck, ada, Scope.all());

        assertThat(data.headline()).extracting(Headline::line).isEqualTo("ada@example.org");
        assertThat(offered(data)).containsExactly("Send mail", "Mark verified");
        assertThat(data.rows()).isEmpty();
        assertThat(data.notice()).isNull();
    }

    @Test
    void aClockPutBackNeitherLocksOutNorFloods() {
        for (int i = 0; i < 5; i++) {
            verification.send(ada.id(), INES);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(verification.send(ada.id(), INES)).isInstanceOf(SendResult.TooSoon.class);

        clock.advance(Duration.ofHours(-1));
        int sent = 0;
        for (int minute = 0; minute < 30; minute++) {
            boolean mayNow = offers(data(userdeck, ada, Scope.all())).get(0).reason() == null;
            boolean did = verification.send(ada.id(), INES) instanceof SendResult.Sent;
            assertThat(mayNow).as("what is offered is done, minute %s", minute).isEqualTo(did);
            sent += did ? 1 : 0;
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(sent).isEqualTo(5);
    }

    @Test
    void theNextMailHasToWait() {
        verification.send(ada.id(), INES);
        assertThat(data(userdeck, ada, Scope.all()).rows())
                .extracting(row -> row.label().text())
                .containsExactly("Mail asked for");
        userdeck.runMaintenance();

        FactSheetData data = data(userdeck, ada, Scope.all());

        assertThat(data.rows())
                .extracting(row -> row.label().text(), row -> row.value())
                .containsExactly(tuple("Mail sent", clock.instant()));
        Offer mail = offers(data).get(0);
        assertThat(mail.availableAt()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(mail.reason()).isNotNull();

        clock.advance(Duration.ofMinutes(1));

        assertThat(offers(data(userdeck, ada, Scope.all())).get(0).reason()).isNull();
    }

    @Test
    void aVerifiedEmailSaysSinceWhen() {
        verification.markVerified(ada.id(), INES);

        FactSheetData data = data(userdeck, ada, Scope.all());

        assertThat(data.headline()).extracting(Headline::at).isEqualTo(clock.instant());
        assertThat(offered(data)).containsExactly("Mark unverified");
    }

    @Test
    void aMailThatWasRefusedSaysSoAndCanBeTriedAgain() {
        mailbox.failWith(() -> new MailRefusedException("550 No such user", null));
        verification.send(ada.id(), INES);
        userdeck.runMaintenance();
        clock.advance(Duration.ofMinutes(2));

        FactSheetData data = data(userdeck, ada, Scope.all());

        assertThat(data.notice()).isEqualTo(new Notice(Tone.DANGER, "The mail failed. Last answer: 550 No such user"));
        assertThat(offered(data)).containsExactly("Try again", "Mark verified");
    }

    @Test
    void aMailServerThatIsDownIsToldWhileTheMailWaits() {
        mailbox.failWith(() -> new MailUnavailableException("421 Try later", null));
        verification.send(ada.id(), INES);
        userdeck.runMaintenance();

        Notice notice = data(userdeck, ada, Scope.all()).notice();

        assertThat(notice)
                .isEqualTo(
                        new Notice(Tone.WARN, "Not sent yet, and tried again by itself. Last answer: 421 Try later"));
    }

    @Test
    void withoutAMailServerItSaysWhereLinksGo() {
        var recipe = new EmailVerificationRecipe().page(URI.create("https://shop.example/verify"));
        Userdeck logging = start(builder().logMailLinks().recipe(recipe));
        Userdeck silent = start(builder().recipe(recipe));

        assertThat(data(logging, ada, Scope.all()).notice())
                .extracting(Notice::text)
                .asString()
                .contains("the log");
        assertThat(offered(data(silent, ada, Scope.all()))).containsExactly("Mark verified");
    }

    @Test
    void whoLooksAfterSomeTenantsIsOfferedNothing() {
        var acme = new TenantId("acme");
        userdeck.tenants().create(acme, "Acme", INES);
        userdeck.users().addToTenant(ada.id(), acme, Scope.all(), INES);

        assertThat(offered(data(userdeck, ada, Scope.of(acme)))).isEmpty();
        assertThat(offered(data(userdeck, ada, Scope.of(Set.of(acme, TenantId.PUBLIC)))))
                .isNotEmpty();
    }

    @Test
    void whoHasNoEmailHasNothingToVerify() {
        User phone =
                ((CreateUserResult.Created) userdeck.users().create(NewUser.withPhone("+44 7700 900128"), INES)).user();

        FactSheetData data = data(userdeck, phone, Scope.all());

        assertThat(data.headline())
                .extracting(headline -> headline.title().text())
                .isEqualTo("No email");
        assertThat(offered(data)).isEmpty();
        assertThat(write(phone, Map.of("verified", true)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("verified", "no-email"));
    }

    @Test
    void theSectionTakesOneStatement() {
        verification.send(ada.id(), INES);
        userdeck.runMaintenance();
        database.statements().reset();

        data(userdeck, ada, Scope.all());

        assertThat(database.statements().statements()).hasSize(1);
    }

    @Test
    void whoIsCreatedVerifiedIsSo() {
        assertThat(write(ada, Map.of("verified", false))).isEmpty();
        assertThat(verification.isVerified(ada.id())).isFalse();

        assertThat(write(ada, Map.of("verified", true))).isEmpty();
        assertThat(verification.isVerified(ada.id())).isTrue();
    }

    private List<FieldError> write(User user, Map<String, Object> values) {
        CreateFields fields = running(userdeck).dashboard().createFields();
        assertThat(fields).isNotNull();
        return fields.writer().write(new Creation(user, TenantId.PUBLIC, values, Operator.of("Ines", Preset.SUPPORT)));
    }

    private static FactSheetData data(Userdeck userdeck, User user, Scope scope) {
        var sheet = (FactSheet) running(userdeck).dashboard().sections().get(0).content();
        var operator = Operator.of("Ines", Preset.SUPPORT).scope(scope);
        return sheet.data().apply(new SectionRequest(user, scope, operator));
    }

    private static RunningRecipe running(Userdeck userdeck) {
        return userdeck.recipes().get(0);
    }

    private static List<Offer> offers(FactSheetData data) {
        assertThat(data.offers()).isNotNull();
        return data.offers();
    }

    private static List<String> offered(FactSheetData data) {
        return offers(data).stream().map(offer -> offer.action().label().text()).toList();
    }
}
