package dev.userdeck.recipe.emailverification;

import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_UNVERIFIED;
import static dev.userdeck.recipe.emailverification.EmailVerificationAuditActions.EMAIL_MARKED_VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.emailverification.SendResult.Sent;
import dev.userdeck.recipe.emailverification.SendResult.TooSoon;
import dev.userdeck.recipe.emailverification.VerifyResult.Unusable;
import dev.userdeck.recipe.emailverification.VerifyResult.Verified;
import dev.userdeck.recipe.emailverification.http.VerificationToken;
import dev.userdeck.recipe.emailverification.http.VerifiedEmail;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, what a link does, and what is told. */
abstract class VerificationContract extends EngineContract {
    private static final Actor INES = Actor.operator("op-1", "Ines");
    private static final UserId NOBODY = new UserId("nobody");

    private final Mailbox mailbox = new Mailbox();
    private EmailVerification verification;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.appName("Harbour Rail")
                .emailSender(mailbox)
                .recipe(new EmailVerificationRecipe().page(URI.create("https://shop.example/verify")));
    }

    @BeforeEach
    void findTheService() {
        verification = userdeck.recipe(EmailVerification.class);
    }

    @Test
    void aLinkVerifiesOnce() {
        UserId ada = aUser("ada");
        String token = sentToken(ada);
        assertThat(verification.isVerified(ada)).isFalse();

        VerifyResult first = verification.verify(token, Actor.anonymous());

        assertThat(first).isEqualTo(new Verified(ada, "ada@example.org"));
        assertThat(verification.verifiedAt(ada)).contains(clock.instant());
        assertThat(verification.verify(token, Actor.anonymous())).isEqualTo(new Unusable());
        assertThat(Mailbox.linkIn(mailbox.last())).startsWith("https://shop.example/verify#token=");
    }

    @Test
    void theMailSaysOfWhichAppItIs() {
        sentToken(aUser("ada"));

        assertThat(mailbox.last().subject()).isEqualTo("Confirm your email for Harbour Rail");
    }

    @Test
    void theMailIsInTheLanguageOfWhoAsksForIt() {
        UserId ada = aUser("ada");

        verification.send(ada, Actor.user(ada.value()).languages(List.of(Locale.GERMANY, Locale.ENGLISH)));
        userdeck.runMaintenance();

        assertThat(mailbox.last().subject()).isEqualTo("E-Mail-Adresse für Harbour Rail bestätigen");
        assertThat(mailbox.last().text()).contains("Gültigkeit des Links: 24 Stunden.");
        clock.advance(Duration.ofMinutes(2));
        verification.send(ada, INES.languages(List.of(Locale.GERMAN)));
        userdeck.runMaintenance();
        assertThat(mailbox.last().subject()).as("an operator reads for no user").startsWith("Confirm your email");
    }

    @Test
    void verifyingEndsTheOtherLinks() {
        UserId ada = aUser("ada");
        String old = sentToken(ada);
        clock.advance(Duration.ofMinutes(1));
        String young = sentToken(ada);

        assertThat(verification.verify(young, Actor.anonymous())).isInstanceOf(Verified.class);
        verification.markUnverified(ada, INES);

        assertThat(verification.verify(old, Actor.anonymous())).isEqualTo(new Unusable());
        assertThat(verification.isVerified(ada)).isFalse();
    }

    @Test
    void aLinkIsGoodForADay() {
        UserId ada = aUser("ada");
        UserId grace = aUser("grace");
        String ofAda = sentToken(ada);
        String ofGrace = sentToken(grace);

        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(verification.verify(ofAda, Actor.anonymous())).isInstanceOf(Verified.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(verification.verify(ofGrace, Actor.anonymous())).isEqualTo(new Unusable());
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String token : List.of("", "x", "ä".repeat(43), "a".repeat(43), "a".repeat(100_000))) {
            assertThat(verification.verify(token, Actor.anonymous())).isEqualTo(new Unusable());
        }
    }

    @Test
    void aChangedEmailIsUnverifiedUntilItIsChangedBack() {
        UserId ada = aUser("ada");
        verification.markVerified(ada, INES);

        renamed(ada, "countess@example.org");
        assertThat(verification.isVerified(ada)).isFalse();
        assertThat(listed(true)).isEmpty();

        renamed(ada, "Ada@Example.org");
        assertThat(verification.isVerified(ada)).isTrue();
    }

    @Test
    void aLinkToAnEarlierEmailVerifiesNothing() {
        UserId ada = aUser("ada");
        String token = sentToken(ada);

        renamed(ada, "countess@example.org");

        assertThat(verification.verify(token, Actor.anonymous())).isEqualTo(new Unusable());
        assertThat(verification.isVerified(ada)).isFalse();
    }

    @Test
    void aLinkDiesWithItsEmailEvenIfTheEmailComesBack() {
        UserId ada = aUser("ada");
        String token = sentToken(ada);

        renamed(ada, "countess@example.org");
        renamed(ada, "ada@example.org");

        assertThat(verification.verify(token, Actor.anonymous())).isEqualTo(new Unusable());
        assertThat(verification.send(ada, INES)).as("the limit still counts it").isInstanceOf(TooSoon.class);
    }

    @Test
    void aChangeOfNameLeavesLinksAlone() {
        UserId ada = aUser("ada");
        String token = sentToken(ada);

        userdeck.users().update(ada, UserChange.unconditional().name("Ada"), Scope.all(), INES);

        assertThat(verification.verify(token, Actor.anonymous())).isInstanceOf(Verified.class);
    }

    @Test
    void whoIsMergedBringsTheAddressesThatWereVerified() {
        UserId ada = aUser("ada");
        UserId countess = aUser("countess");
        verification.markVerified(ada, INES);
        verification.markVerified(countess, INES);
        renamed(countess, "lovelace@example.org");
        verification.markVerified(countess, INES);

        userdeck.users().merge(ada, countess, Scope.all(), INES);

        assertThat(verification.isVerified(ada)).isTrue();
        renamed(ada, "lovelace@example.org");
        assertThat(verification.isVerified(ada)).isTrue();
        renamed(ada, "countess@example.org");
        assertThat(verification.isVerified(ada)).isTrue();
    }

    @Test
    void mailsAreLimitedPerMinuteHourAndDay() {
        UserId ada = aUser("ada");
        var start = clock.instant();
        for (int i = 0; i < 5; i++) {
            assertThat(verification.send(ada, INES)).isInstanceOf(Sent.class);
            assertThat(verification.send(ada, INES))
                    .isEqualTo(new TooSoon(i < 4 ? clock.instant().plusSeconds(60) : start.plus(Duration.ofHours(1))));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(verification.send(ada, INES)).isEqualTo(new TooSoon(start.plus(Duration.ofHours(1))));
        assertThat(verification.send(aUser("grace"), INES)).isInstanceOf(Sent.class);

        clock.advance(Duration.ofMinutes(55));
        for (int i = 0; i < 5; i++) {
            assertThat(verification.send(ada, INES)).isInstanceOf(Sent.class);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(verification.send(ada, INES)).isEqualTo(new TooSoon(start.plus(Duration.ofDays(1))));

        clock.advance(Duration.ofHours(18));
        assertThat(verification.send(ada, INES)).isInstanceOf(Sent.class);
    }

    @Test
    void sendingSaysWhyNot() {
        UserId ada = aUser("ada");
        verification.markVerified(ada, INES);
        Userdeck silent = start(builder().recipe(new EmailVerificationRecipe()));

        assertThat(verification.send(ada, INES)).isEqualTo(new SendResult.AlreadyVerified());
        assertThat(verification.send(NOBODY, INES)).isEqualTo(new SendResult.UnknownUser());
        assertThat(silent.recipe(EmailVerification.class).send(aUser("grace"), INES))
                .isEqualTo(new SendResult.NotConfigured());
    }

    @Test
    void marksAreKeptAndTold() {
        UserId ada = aUser("ada");

        assertThat(verification.markVerified(ada, INES)).isEqualTo(new MarkResult.Changed());
        assertThat(verification.markVerified(ada, INES)).isEqualTo(new MarkResult.Unchanged());
        assertThat(verification.verified(List.of(ada, NOBODY))).containsExactly(ada);
        assertThat(listed(true)).containsExactly(ada);
        assertThat(verification.markUnverified(ada, INES)).isEqualTo(new MarkResult.Changed());
        assertThat(verification.markUnverified(ada, INES)).isEqualTo(new MarkResult.Unchanged());
        assertThat(verification.markVerified(NOBODY, INES)).isEqualTo(new MarkResult.UnknownUser());
        assertThat(listed(false)).containsExactly(ada);
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada).size(10))
                        .items())
                .extracting(AuditEvent::action)
                .contains(EMAIL_MARKED_VERIFIED, EMAIL_MARKED_UNVERIFIED);
    }

    @Test
    void ofSeveralAtOnceOneWins() throws Exception {
        UserId ada = aUser("ada");
        String token = sentToken(ada);
        UserId grace = aUser("grace");

        assertThat(atOnce(() -> verification.verify(token, Actor.anonymous())))
                .filteredOn(Verified.class::isInstance)
                .hasSize(1);
        assertThat(atOnce(() -> verification.send(grace, INES)))
                .filteredOn(Sent.class::isInstance)
                .hasSize(1);
    }

    @Test
    void endUsersVerifyByPost() {
        UserId ada = aUser("ada");
        var route = userdeck.recipes().get(0).authRoutes().get(1);
        var request = TestRequest.to(route).body(new VerificationToken(sentToken(ada)));

        assertThat(request.send().body()).isEqualTo(new VerifiedEmail("ada@example.org"));
        assertThat(catchThrowableOfType(ProblemException.class, request::send)
                        .problem()
                        .type()
                        .slug())
                .isEqualTo("verification-link-unusable");
        assertThat(verification.isVerified(ada)).isTrue();
    }

    @Test
    void decidingOnAnEmailConcernsTheWholeUser() {
        assertThat(dashboard().routes()).allMatch(Route::concernsWholeUser);
    }

    private void renamed(UserId user, String email) {
        assertThat(userdeck.users().update(user, UserChange.unconditional().email(email), Scope.all(), INES))
                .isInstanceOf(UpdateUserResult.Updated.class);
    }

    private DashboardContribution dashboard() {
        return userdeck.recipes().get(0).dashboard();
    }

    private List<UserId> listed(boolean verified) {
        UsersFilter filter = dashboard().filters().get(0);
        var chosen = new Chosen(List.of(verified ? "yes" : "no"), null, null, Scope.all());
        var query = UserQuery.of(Scope.all()).matching(filter.condition().apply(chosen));
        return userdeck.users().list(query).items().stream().map(User::id).toList();
    }

    private UserId aUser(String name) {
        return created(userdeck, name + "@example.org").id();
    }

    private String sentToken(UserId user) {
        assertThat(verification.send(user, INES)).isInstanceOf(Sent.class);
        userdeck.runMaintenance();
        return Mailbox.tokenIn(mailbox.last());
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var ready = new CountDownLatch(4);
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < 4; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get(20, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
