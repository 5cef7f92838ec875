package dev.userdeck.recipe.emailverification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may use a session where a verified email is required. */
abstract class RequiredVerificationContract extends EngineContract {
    private static final UnmetRequirement NOT_VERIFIED =
            new UnmetRequirement("email-not-verified", "Verify your email first");

    private EmailVerification verification;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(new Mailbox())
                .recipe(new EmailVerificationRecipe()
                        .mode(VerificationMode.REQUIRED)
                        .page(URI.create("https://shop.example/verify")));
    }

    @BeforeEach
    void findTheService() {
        verification = userdeck.recipe(EmailVerification.class);
    }

    @Test
    void aSessionIsHeldBackUntilTheEmailIsVerifiedAndWhenItIsNotAnyMore() {
        UserId ada = created(userdeck, "ada@example.org").id();
        Session session = sessionOf(ada);

        assertThat(userdeck.sessions().check(session)).contains(NOT_VERIFIED);

        verification.markVerified(ada, Actor.system());
        assertThat(userdeck.sessions().check(session)).isEmpty();

        changed(ada, UserChange.unconditional().email("countess@example.org"));
        assertThat(userdeck.sessions().check(session)).contains(NOT_VERIFIED);

        verification.markVerified(ada, Actor.system());
        changed(ada, UserChange.unconditional().email("ADA@example.org"));
        assertThat(userdeck.sessions().check(session)).as("verified before").isEmpty();

        verification.markUnverified(ada, Actor.system());
        assertThat(userdeck.sessions().check(session)).contains(NOT_VERIFIED);
    }

    @Test
    void whoHasNoEmailPasses() {
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withPhone("+44 7700 900128"), Actor.system());

        assertThat(userdeck.sessions().check(sessionOf(created.user().id()))).isEmpty();
    }

    @Test
    void whoIsGoneDoesNotPass() {
        UserId ada = created(userdeck, "ada@example.org").id();
        verification.markVerified(ada, Actor.system());
        Session session = sessionOf(ada);

        userdeck.users().delete(ada);

        assertThat(userdeck.sessions().check(session)).contains(NOT_VERIFIED);
    }

    @Test
    void askingTakesOneStatement() {
        UserId ada = created(userdeck, "ada@example.org").id();
        Session session = sessionOf(ada);
        database.statements().reset();

        userdeck.sessions().check(session);

        assertThat(database.statements().statements()).hasSize(1);
    }

    @Test
    void whereItIsOptionalNobodyIsAsked() {
        Userdeck optional = start(builder().recipe(new EmailVerificationRecipe()));
        Session session = sessionOf(created(optional, "ada@example.org").id());
        database.statements().reset();

        assertThat(optional.sessions().check(session)).isEmpty();
        assertThat(database.statements().statements()).isEmpty();
    }

    @Test
    void withoutAPageToLinkToItDoesNotStart() {
        var locked = builder().recipe(new EmailVerificationRecipe().mode(VerificationMode.REQUIRED));

        assertThatThrownBy(locked::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("call page(…)");
    }

    private Session sessionOf(UserId user) {
        return userdeck.sessions()
                .create(user, SessionOrigin.of("saml"))
                .orElseThrow()
                .session();
    }

    private void changed(UserId user, UserChange change) {
        userdeck.users().update(user, change, Scope.all(), Actor.system());
    }
}
