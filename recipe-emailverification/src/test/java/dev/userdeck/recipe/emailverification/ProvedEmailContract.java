package dev.userdeck.recipe.emailverification;

import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.password.PasswordLinkResult;
import dev.userdeck.password.ResetPasswordResult;
import dev.userdeck.recipe.emailverification.VerifyResult.Unusable;
import dev.userdeck.recipe.spi.EmailProof;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose email is verified because a link that was mailed there chose a password, where that is required. */
abstract class ProvedEmailContract extends EngineContract {
    private static final Actor INES = Actor.operator("op-1", "Ines");
    private static final String NEW = "quiet harbor 91 lamp";

    private final Mailbox mailbox = new Mailbox();
    private final Listening listening = new Listening();
    private EmailVerification verification;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return withRecipes(builder).emailSender(mailbox).recipe(listening);
    }

    private static Userdeck.Builder withRecipes(Userdeck.Builder builder) {
        return builder.passwordResetPage(URI.create("https://shop.example/reset"))
                .recipe(new EmailVerificationRecipe()
                        .mode(VerificationMode.REQUIRED)
                        .page(URI.create("https://shop.example/verify")));
    }

    @BeforeEach
    void findTheService() {
        verification = userdeck.recipe(EmailVerification.class);
    }

    @Test
    void aMailedInvitationProvesTheAddressAndTheFirstSessionIsNotHeldBack() {
        UserId ada = created(userdeck, "Ada@example.org").id();

        choose(mailed(ada));

        assertThat(verification.verifiedAt(ada)).contains(clock.instant());
        assertThat(userdeck.sessions().check(sessionOf(ada))).isEmpty();
        assertThat(provedBy(ada)).containsExactly("invitation by " + ada.value());
        assertThat(listening.heard).hasSize(1);
        EmailProof proof = listening.heard.get(0);
        assertThat(proof.email()).isEqualTo("Ada@example.org");
        assertThat(proof.messageKind()).isEqualTo("invitation");
        assertThat(proof.user().id()).isEqualTo(ada);
        assertThat(proof.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(proof.actor()).isEqualTo(Actor.user(ada.value()).ip("192.0.2.1"));
    }

    @Test
    void anOperatorsMailedResetProvesTheAddress() {
        UserId ada = signUp("ada@example.org").id();
        Session session = sessionOf(ada);
        assertThat(userdeck.sessions().check(session)).isPresent();

        choose(mailed(ada));

        assertThat(verification.isVerified(ada)).isTrue();
        assertThat(provedBy(ada)).containsExactly("password-reset by " + ada.value());
    }

    @Test
    void aForgottenPasswordProvesTheAddress() {
        UserId ada = signUp("ada@example.org").id();

        choose(forgotten("ADA@example.org"));

        assertThat(verification.isVerified(ada)).isTrue();
        assertThat(provedBy(ada)).containsExactly("password-forgotten by " + ada.value());
        assertThat(userdeck.users().signIn("ada@example.org", NEW)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aLinkThatWasHandedOverProvesNothing() {
        Userdeck mailless = start(withRecipes(builder()));
        User ada = created(userdeck, "ada@example.org");
        String shown = handedOver(mailless, ada.id());

        choose(shown);

        assertThat(verification.isVerified(ada.id())).isFalse();
        assertThat(userdeck.sessions().check(sessionOf(ada.id()))).isPresent();
        assertThat(listening.heard).isEmpty();
        assertThat(provedBy(ada.id())).isEmpty();
    }

    /** Each link is one or the other; which of two was used decides. */
    @Test
    void aLinkThatWasHandedOverProvesNothingThoughAnotherOneWasMailed() {
        Userdeck mailless = start(withRecipes(builder()));
        UserId ada = created(userdeck, "ada@example.org").id();
        UserId bea = created(userdeck, "bea@example.org").id();
        String mailedToAda = mailed(ada);
        String shownForAda = handedOver(mailless, ada);
        String shownForBea = handedOver(mailless, bea);
        String mailedToBea = mailed(bea);

        choose(shownForAda);
        choose(mailedToBea);

        assertThat(verification.isVerified(ada)).isFalse();
        assertThat(verification.isVerified(bea)).isTrue();
        for (String used : List.of(mailedToAda, shownForBea)) {
            assertThat(userdeck.passwords().isUsable(used)).isFalse();
        }
    }

    @Test
    void whatIsMailedIsNotShown() {
        UserId ada = created(userdeck, "ada@example.org").id();

        var sent = userdeck.passwords().sendLink(ada, Scope.all(), INES);
        userdeck.runMaintenance();

        assertThat(sent.toString()).doesNotContain(Mailbox.tokenIn(mailbox.last()));
    }

    @Test
    void theLinksToVerifyGoWithTheProof() {
        UserId ada = created(userdeck, "ada@example.org").id();
        verification.send(ada, INES);
        userdeck.runMaintenance();
        String other = Mailbox.tokenIn(mailbox.last());

        choose(mailed(ada));
        verification.markUnverified(ada, INES);

        assertThat(verification.verify(other, Actor.anonymous())).isEqualTo(new Unusable());
        assertThat(verification.isVerified(ada)).isFalse();
    }

    @Test
    void anAddressThatIsVerifiedStaysAsItIs() {
        UserId ada = created(userdeck, "ada@example.org").id();
        verification.markVerified(ada, INES);
        var before = verification.verifiedAt(ada);
        clock.advance(Duration.ofMinutes(1));

        choose(mailed(ada));

        assertThat(verification.verifiedAt(ada)).isEqualTo(before);
        assertThat(provedBy(ada)).isEmpty();
        assertThat(listening.heard).hasSize(1);
    }

    @Test
    void aLinkToAnEarlierEmailIsOfNoUse() {
        UserId ada = created(userdeck, "ada@example.org").id();
        String token = mailed(ada);
        userdeck.users().update(ada, UserChange.unconditional().email("king@example.org"), Scope.all(), INES);

        assertThat(userdeck.passwords().reset(token, NEW, Actor.anonymous()))
                .isEqualTo(new ResetPasswordResult.Unusable());

        assertThat(verification.isVerified(ada)).isFalse();
    }

    @Test
    void aLinkToAnotherAddressOfTheUserDoesNotVerifyTheEmail() {
        UserId ada = created(userdeck, "new@example.org").id();
        userdeck.users().merge(ada, passwordless("old@example.org"), Scope.all(), INES);

        choose(forgotten("old@example.org"));

        assertThat(verification.isVerified(ada)).isFalse();
        assertThat(listening.heard).extracting(EmailProof::email).containsExactly("old@example.org");
        userdeck.users().update(ada, UserChange.unconditional().email("old@example.org"), Scope.all(), INES);
        assertThat(verification.isVerified(ada)).isFalse();
    }

    @Test
    void whatAListenerThrowsUndoesThePassword() {
        UserId ada = signUp("ada@example.org").id();
        String token = mailed(ada);
        listening.fails = true;

        assertThatThrownBy(() -> userdeck.passwords().reset(token, NEW, Actor.anonymous()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(verification.isVerified(ada)).isFalse();
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.passwords().isUsable(token)).isTrue();
    }

    private UserId passwordless(String email) {
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail(email).withoutPassword(), Actor.system());
        return created.user().id();
    }

    private String mailed(UserId user) {
        assertThat(userdeck.passwords().sendLink(user, Scope.all(), INES)).isInstanceOf(PasswordLinkResult.Sent.class);
        userdeck.runMaintenance();
        return Mailbox.tokenIn(mailbox.last());
    }

    private String forgotten(String email) {
        userdeck.passwords().forgot(email, TenantId.PUBLIC, Actor.anonymous());
        userdeck.runMaintenance();
        return Mailbox.tokenIn(mailbox.last());
    }

    private static String handedOver(Userdeck mailless, UserId user) {
        var link = (PasswordLinkResult.HandOver) mailless.passwords().sendLink(user, Scope.all(), INES);
        return link.link().substring(link.link().indexOf("#token=") + "#token=".length());
    }

    private void choose(String token) {
        assertThat(userdeck.passwords().reset(token, NEW, Actor.anonymous().ip("192.0.2.1")))
                .isInstanceOf(ResetPasswordResult.Done.class);
    }

    private Session sessionOf(UserId user) {
        return userdeck.sessions()
                .create(user, SessionOrigin.of("password"))
                .orElseThrow()
                .session();
    }

    private List<String> provedBy(UserId user) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).user(user)).items().stream()
                .filter(event -> event.action().equals(EMAIL_VERIFIED))
                .map(event -> change(event) + " by " + event.actor().id())
                .toList();
    }

    private static String change(AuditEvent event) {
        assertThat(event.changes()).extracting(AuditEvent.Change::field).containsExactly("email");
        return event.target();
    }

    /** Any recipe can hear of it. */
    private static final class Listening implements Recipe, UserListener {
        private final List<EmailProof> heard = new ArrayList<>();
        private boolean fails;

        @Override
        public RecipeId id() {
            return new RecipeId("listening");
        }

        @Override
        public void start(RecipeContext context) {}

        @Override
        public List<UserListener> listeners() {
            return List.of(this);
        }

        @Override
        public void emailProved(EmailProof proof) {
            if (fails) {
                throw new IllegalStateException("not this one");
            }
            heard.add(proof);
        }
    }
}
