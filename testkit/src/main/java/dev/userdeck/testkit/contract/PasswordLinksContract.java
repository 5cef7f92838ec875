package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.USER_INVITED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_FORGOTTEN;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_RESET;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.password.EndSessions;
import dev.userdeck.password.ForgotPasswordResult;
import dev.userdeck.password.PasswordLinkResult;
import dev.userdeck.password.PasswordLinkResult.NotSent;
import dev.userdeck.password.PasswordLinkResult.Reason;
import dev.userdeck.password.Passwords;
import dev.userdeck.password.ResetPasswordResult;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The links by which users choose a password, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class PasswordLinksContract extends EngineContract {
    private static final String NEW = "seven lamps over the harbour";
    private static final String OTHER = "nine foxes under a cold moon";
    private static final String ADA = "ada@example.org";
    private static final String IP = "192.0.2.1";
    private static final TenantId SALES = new TenantId("sales");
    private static final Actor OLGA = Actor.operator("op-1", "Olga");
    private static final Actor SOMEONE = Actor.anonymous().ip(IP).userAgent("Firefox");
    private static final ForgotPasswordResult ACCEPTED = new ForgotPasswordResult.Accepted();
    private static final ResetPasswordResult UNUSABLE = new ResetPasswordResult.Unusable();

    private final Mailbox mailbox = new Mailbox();
    private Passwords passwords;

    /** For subclasses. */
    protected PasswordLinksContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox)
                .appName("Shop")
                .passwordResetPage(URI.create("https://shop.example/reset"))
                .invitationPage(URI.create("https://shop.example/welcome"));
    }

    @BeforeEach
    void findPasswords() {
        passwords = userdeck.passwords();
    }

    @Test
    void whoForgotIsSentALinkAndChoosesAnotherPassword() {
        User ada = signUp(ADA);
        userdeck.sessions().create(ada.id(), SessionOrigin.of("password"));

        assertThat(forgot(" ADA@example.org ")).isEqualTo(ACCEPTED);
        String token = sentToken();
        var done = (ResetPasswordResult.Done) passwords.reset(token, NEW, SOMEONE);

        assertThat(mailbox.last().to()).isEqualTo(ADA);
        assertThat(mailbox.last().subject()).isEqualTo("Choose a new password for Shop");
        assertThat(Mailbox.linkIn(mailbox.last())).startsWith("https://shop.example/reset#token=");
        assertThat(done.endedSessions()).isEqualTo(1);
        assertThat(userdeck.users().signIn(ADA, PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(userdeck.users().signIn(ADA, NEW)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(events(ada))
                .filteredOn(event -> IP.equals(event.actor().ip()))
                .extracting(AuditEvent::action)
                .contains(USER_PASSWORD_FORGOTTEN, USER_PASSWORD_RESET, SESSION_ALL_REVOKED);
        assertThat(new Tables(database).dump("ud_audit_event")).doesNotContain(token, ADA);
    }

    @Test
    void theDatabaseKnowsNoToken() {
        signUp(ADA);
        forgot(ADA);
        String token = sentToken();

        Tables tables = new Tables(database);
        for (String table :
                List.of("ud_password_token", "ud_outbox_message", "ud_outbox_content", "ud_audit_event_change")) {
            assertThat(tables.dump(table)).doesNotContain(token);
        }
        assertThat(tables.count("ud_password_token")).isEqualTo(1);
        assertThat(tables.count("ud_password_request")).isZero();
    }

    @Test
    void theAnswerIsTheSameForEveryone() {
        signUp(ADA);
        User suspended = signUp("bob@example.org");
        suspend(suspended);
        created(NewUser.withLogin(NewLogin.of("google", "1")).email("eve@example.org"));
        forgot("first@example.org"); // from here on the address has its counter
        int asOfAda = statements(() -> forgot(ADA));

        for (String other : List.of("nobody@example.org", "bob@example.org", "eve@example.org")) {
            assertThat(statements(() -> forgot(other))).isEqualTo(asOfAda);
            assertThat(database.statements().statements()).noneMatch(sql -> sql.contains("ud_user"));
        }
        userdeck.runMaintenance();
        assertThat(mailbox.mails()).extracting(EmailMessage::to).containsExactly(ADA);
    }

    @Test
    void whatIsNoAddressIsToldAtOnce() {
        for (String typed : List.of("", "ada", "ada@", "ä".repeat(400), "ada@" + "ö.".repeat(100) + "org")) {
            assertThat(forgot(typed)).isInstanceOf(ForgotPasswordResult.Refused.class);
        }
        assertThat(new Tables(database).count("ud_password_request")).isZero();
    }

    @Test
    void whoAsksAgainAndAgainIsSlowedDownAndSentFewMails() {
        signUp(ADA);
        for (String email : List.of(ADA, "nobody@example.org")) {
            for (int i = 0; i < 5; i++) {
                assertThat(forgot(email)).isEqualTo(ACCEPTED);
            }
            assertThat(forgot(email)).isEqualTo(new ForgotPasswordResult.TooManyAttempts(Duration.ofSeconds(1)));
        }
        userdeck.runMaintenance();
        assertThat(mailbox.mails()).hasSize(1);

        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(1));
            passwords.forgot(ADA, TenantId.PUBLIC, Actor.anonymous().ip("198.51.100." + i));
            userdeck.runMaintenance();
        }
        assertThat(mailbox.mails()).hasSize(5);

        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofHours(1));
            passwords.forgot(ADA, TenantId.PUBLIC, Actor.anonymous().ip("198.51.100." + i));
            userdeck.runMaintenance();
        }
        assertThat(mailbox.mails()).hasSize(10);
    }

    @Test
    void whoSignsInByMessagesMayChooseAPasswordAndWhoSignsInElsewhereMayNot() {
        created(NewUser.withEmail(ADA).withoutPassword());
        created(NewUser.withLogin(NewLogin.of("google", "1")).email("eve@example.org"));

        forgot(ADA);
        forgot("eve@example.org");
        var done = (ResetPasswordResult.Done) passwords.reset(sentToken(), NEW, SOMEONE);

        assertThat(mailbox.mails()).hasSize(1);
        assertThat(done.user().loginMethods())
                .extracting(LoginMethod::kind)
                .containsExactlyInAnyOrder(LoginMethod.Kind.PASSWORDLESS, LoginMethod.Kind.PASSWORD);
    }

    @Test
    void aLinkIsGoodOnce() {
        signUp(ADA);
        forgot(ADA);
        String token = sentToken();

        assertThat(passwords.reset(token, "short", SOMEONE)).isInstanceOf(ResetPasswordResult.Refused.class);
        assertThat(passwords.isUsable(token)).isTrue();
        assertThat(passwords.reset(token, NEW, SOMEONE)).isInstanceOf(ResetPasswordResult.Done.class);
        assertThat(passwords.reset(token, OTHER, SOMEONE)).isEqualTo(UNUSABLE);
        assertThat(passwords.isUsable(token)).isFalse();
        assertThat(userdeck.users().signIn(ADA, NEW)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneSucceeds() {
        User ada = created(userdeck, ADA);
        String token = sentTo(ada);

        List<ResetPasswordResult> results = AtOnce.run(
                (Callable<ResetPasswordResult>) () -> passwords.reset(token, NEW, SOMEONE),
                (Callable<ResetPasswordResult>) () -> passwords.reset(token, OTHER, SOMEONE));

        assertThat(results).filteredOn(UNUSABLE::equals).hasSize(1);
        assertThat(results)
                .filteredOn(ResetPasswordResult.Done.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aLinkIsGoodForAnHourAndAnInvitationForAWeek() {
        User ada = signUp(ADA);
        User bob = created(userdeck, "bob@example.org");
        String reset = sentTo(ada);
        String invitation = sentTo(bob);

        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(passwords.isUsable(reset)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(passwords.reset(reset, NEW, SOMEONE)).isEqualTo(UNUSABLE);
        clock.advance(Duration.ofDays(7).minusHours(1).minusMillis(1));
        assertThat(passwords.isUsable(invitation)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(passwords.reset(invitation, NEW, SOMEONE)).isEqualTo(UNUSABLE);

        userdeck.runMaintenance();
        assertThat(new Tables(database).count("ud_password_token")).isZero();
    }

    @Test
    void whatIsNoTokenIsOfNoUse() {
        for (String token : List.of("", " ", "x".repeat(43), "x".repeat(100_000), "' or 1=1 --", "\0".repeat(43))) {
            assertThat(passwords.isUsable(token)).isFalse();
            assertThat(passwords.reset(token, NEW, SOMEONE)).isEqualTo(UNUSABLE);
        }
    }

    @Test
    void aLinkChangesThePasswordOfItsOwnUserAlone() {
        User ada = signUp(ADA);
        signUp("bob@example.org");

        passwords.reset(sentTo(ada), NEW, SOMEONE);

        assertThat(userdeck.users().signIn("bob@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aLinkIsOfNoUseAfterWhatItWasSentForHasChanged() {
        List<Consumer<User>> changes = List.of(
                user -> passwords.set(user.id(), OTHER, EndSessions.NONE, Scope.all(), OLGA),
                user -> passwords.reset(sentTo(user), OTHER, SOMEONE),
                user -> {
                    edit(user, UserChange.unconditional().email("new." + user.email()));
                    edit(user, UserChange.unconditional().email(user.email()));
                },
                user -> {
                    suspend(user);
                    userdeck.users().activate(user.id(), Scope.all(), OLGA);
                },
                user -> userdeck.users().delete(user.id()));
        for (int i = 0; i < changes.size(); i++) {
            User user = signUp("user" + i + "@example.org");
            String token = sentTo(user);
            assertThat(passwords.isUsable(token)).isTrue();

            changes.get(i).accept(user);

            assertThat(passwords.reset(token, NEW, SOMEONE)).as("change %d", i).isEqualTo(UNUSABLE);
        }
    }

    @Test
    void anInvitedUserChoosesAPasswordAndIsActive() {
        User ada = created(userdeck, ADA);

        var sent = (PasswordLinkResult.Sent) passwords.sendLink(ada.id(), Scope.all(), OLGA);
        userdeck.runMaintenance();

        assertThat(sent.to()).isEqualTo(ADA);
        assertThat(sent.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(mailbox.last().subject()).isEqualTo("You are invited to Shop");
        assertThat(Mailbox.linkIn(mailbox.last())).startsWith("https://shop.example/welcome#token=");
        assertThat(userdeck.users().find(ada.id()).orElseThrow().status()).isEqualTo(UserStatus.INVITED);
        var done = (ResetPasswordResult.Done) passwords.reset(Mailbox.tokenIn(mailbox.last()), NEW, SOMEONE);
        assertThat(done.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(userdeck.users().signIn(ADA, NEW)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(events(ada)).extracting(AuditEvent::action).contains(USER_INVITED);
    }

    @Test
    void whoCannotUseALinkIsSentNone() {
        User phone = created(NewUser.withPhone("+442079460958").withoutPassword());
        User suspended = created(userdeck, "bob@example.org");
        suspend(suspended);
        User ada = created(userdeck, ADA);

        assertThat(send(phone)).isEqualTo(new NotSent(Reason.NO_EMAIL));
        assertThat(send(suspended)).isEqualTo(new NotSent(Reason.SUSPENDED));
        assertThat(passwords.sendLink(new UserId("nobody"), Scope.all(), OLGA))
                .isEqualTo(new PasswordLinkResult.Unknown());
        userdeck.tenants().forbid(TenantId.PUBLIC, SignInMethod.PASSWORD, Actor.system());
        assertThat(send(ada)).isEqualTo(new NotSent(Reason.METHOD_OFF));
        assertThat(forgot(ADA)).isEqualTo(new ForgotPasswordResult.MethodOff());
        assertThat(Stream.of("ud_password_token", "ud_outbox_message").map(new Tables(database)::count))
                .containsOnly(0);
    }

    @Test
    void theScopeMustCoverAllTenantsOfTheUser() {
        userdeck.tenants().create(SALES, "Sales", Actor.system());
        User ada = created(userdeck, ADA);
        userdeck.users().addToTenant(ada.id(), SALES, Actor.system());

        assertThat(passwords.sendLink(ada.id(), Scope.of(SALES), OLGA))
                .isEqualTo(new PasswordLinkResult.PartlyOutOfScope());
        assertThat(passwords.sendLink(ada.id(), Scope.of(new TenantId("elsewhere")), OLGA))
                .isEqualTo(new PasswordLinkResult.Unknown());
        assertThat(forgot(ADA)).isEqualTo(ACCEPTED);
    }

    @Test
    void withoutMailTheLinkIsTheOperatorsToHandOver() {
        Userdeck silent = start(builder().passwordResetPage(URI.create("https://shop.example/reset")));
        User ada = created(silent, ADA);

        var handOver = (PasswordLinkResult.HandOver) silent.passwords().sendLink(ada.id(), Scope.all(), OLGA);

        String start = "https://shop.example/reset#token=";
        assertThat(handOver.link()).startsWith(start);
        assertThat(handOver.toString()).doesNotContain("token");
        assertThat(silent.passwords().reset(handOver.link().substring(start.length()), NEW, SOMEONE))
                .isInstanceOf(ResetPasswordResult.Done.class);
        assertThat(silent.passwords().forgot(ADA, TenantId.PUBLIC, SOMEONE))
                .isEqualTo(new ForgotPasswordResult.NotConfigured());
        assertThat(start(builder()).passwords().sendLink(ada.id(), Scope.all(), OLGA))
                .isEqualTo(new NotSent(Reason.NO_PAGE));
    }

    @Test
    void whereMailGoesToTheLogTheLinkIsHandedOverAndProvesNoAddress() {
        Userdeck logging = start(builder().logMailLinks().passwordResetPage(URI.create("https://shop.example/reset")));
        User ada = created(logging, ADA);

        assertThat(logging.passwords().sendLink(ada.id(), Scope.all(), OLGA))
                .isInstanceOf(PasswordLinkResult.HandOver.class);
        assertThat(new Tables(database).count("ud_password_token where message_kind <> ''"))
                .isZero();
        assertThat(logging.outbox().latest(ada.id(), "invitation"))
                .as("in the log as well")
                .isPresent();
    }

    @Test
    void aRollbackOfTheHostTakesLinkAndMailAlong() throws SQLException {
        User ada = created(userdeck, ADA);

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> {
                send(ada);
            });
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> forgot(ADA)))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
        }
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).isEmpty();
        assertThat(new Tables(database).count("ud_password_token")).isZero();
    }

    @Test
    void aNewPasswordDoesNotWaitForTheWrongTriesBefore() {
        signUp(ADA);
        for (int i = 0; i < 6; i++) {
            userdeck.users().signIn(ADA, "wrong", TenantId.PUBLIC, SOMEONE);
        }
        forgot(ADA);

        passwords.reset(sentToken(), NEW, SOMEONE);

        assertThat(userdeck.users().signIn(ADA, NEW, TenantId.PUBLIC, SOMEONE))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aTemplateThatThrowsIsNotInTheWayOfOthers() {
        Userdeck picky = start(configure(builder()).mailTemplates(mail -> {
            if (mail.to().equals(ADA)) {
                throw new IllegalStateException("no words for Ada");
            }
            return mail.defaultMessage();
        }));
        created(picky, ADA);
        created(picky, "bob@example.org");
        picky.passwords().forgot(ADA, TenantId.PUBLIC, SOMEONE);
        picky.passwords().forgot("bob@example.org", TenantId.PUBLIC, SOMEONE);

        picky.runMaintenance();

        assertThat(mailbox.mails()).extracting(EmailMessage::to).containsExactly("bob@example.org");
        assertThat(new Tables(database).count("ud_password_request")).isZero();
    }

    private ForgotPasswordResult forgot(String email) {
        return passwords.forgot(email, TenantId.PUBLIC, SOMEONE);
    }

    private PasswordLinkResult send(User user) {
        return passwords.sendLink(user.id(), Scope.all(), OLGA);
    }

    private String sentTo(User user) {
        assertThat(send(user)).isInstanceOf(PasswordLinkResult.Sent.class);
        return sentToken();
    }

    private String sentToken() {
        userdeck.runMaintenance();
        return Mailbox.tokenIn(mailbox.last());
    }

    private int statements(Callable<?> work) {
        database.statements().reset();
        try {
            work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return database.statements().count();
    }

    private void suspend(User user) {
        userdeck.users().suspend(user.id(), NewSuspension.of("test"), Scope.all(), OLGA);
    }

    private void edit(User user, UserChange change) {
        userdeck.users().update(user.id(), change, Scope.all(), OLGA);
    }

    private List<AuditEvent> events(User user) {
        return userdeck.audit()
                .list(AuditQuery.of(Scope.all()).user(user.id()).size(100))
                .items();
    }

    private User created(NewUser user) {
        return ((CreateUserResult.Created) userdeck.users().create(user, Actor.system())).user();
    }
}
