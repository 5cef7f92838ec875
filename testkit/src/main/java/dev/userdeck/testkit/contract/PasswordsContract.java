package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_CHANGED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_CHANGE_FAILED;
import static dev.userdeck.audit.AuditActions.USER_PASSWORD_SET;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.password.ChangePasswordResult;
import dev.userdeck.password.EndSessions;
import dev.userdeck.password.Passwords;
import dev.userdeck.password.SetPasswordResult;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How passwords are set and changed, on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class PasswordsContract extends EngineContract {
    private static final String NEW = "seven lamps over the harbour";
    private static final String OTHER = "nine foxes under a cold moon";
    private static final TenantId SALES = new TenantId("sales");
    private static final Actor OLGA = Actor.operator("op-1", "Olga").ip("203.0.113.7");

    private Passwords passwords;

    /** For subclasses. */
    protected PasswordsContract() {}

    @BeforeEach
    void findPasswords() {
        passwords = userdeck.passwords();
    }

    @Test
    void aPasswordThatIsSetReplacesTheOldOneAndEndsTheSessions() {
        User ada = signUp("ada@example.org");
        Session one = session(ada);
        session(ada);

        var done = (SetPasswordResult.Done) set(ada, NEW);

        assertThat(done.endedSessions()).isEqualTo(2);
        assertThat(done.user()).isEqualTo(userdeck.users().find(ada.id()).orElseThrow());
        assertThat(sessions(ada)).doesNotContain(one).isEmpty();
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(userdeck.users().signIn("ada@example.org", NEW)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(events(ada))
                .filteredOn(e -> e.actor().equals(OLGA))
                .extracting(AuditEvent::action)
                .containsExactly(SESSION_ALL_REVOKED, USER_PASSWORD_SET);
        assertThat(new Tables(database).dump("ud_audit_event_change")).doesNotContain(NEW, "$argon2");
    }

    @Test
    void sessionsGoOnWhereTheyAreToldTo() {
        User ada = signUp("ada@example.org");
        Session one = session(ada);

        var result = passwords.set(ada.id(), NEW, EndSessions.NONE, Scope.all(), OLGA);

        assertThat(result).isInstanceOf(SetPasswordResult.Done.class);
        assertThat(sessions(ada)).containsExactly(one);
    }

    @Test
    void aPoorPasswordIsRefusedWithTheReasonAndNothingIsWritten() {
        User amara = created(NewUser.withEmail("amara.okafor@example.org").name("Amara Okafor"));
        String before = new Tables(database).dump("ud_user");

        assertThat(code(set(amara, ""))).isEqualTo("password-too-short");
        assertThat(code(set(amara, "harbour2026"))).isEqualTo("password-too-short");
        assertThat(code(set(amara, "x".repeat(100_000)))).isEqualTo("password-too-long");
        assertThat(code(set(amara, "passwordpassword"))).isEqualTo("password-common");
        assertThat(code(set(amara, "my amara.okafor 26"))).isEqualTo("password-has-email");
        assertThat(code(set(amara, "Amara & Okafor 2026"))).isEqualTo("password-has-name");
        assertThat(code(set(amara, "nine brown foxes \ud83e"))).isEqualTo("password-invalid");

        assertThat(new Tables(database).dump("ud_user")).isEqualTo(before);
        assertThat(new Tables(database).count("ud_password")).isZero();
        assertThat(passwords.rules().min()).isEqualTo(15);
    }

    @Test
    void whoHadNoPasswordGainsAWayToSignIn() {
        User invited = created(userdeck, "ada@example.org");
        User messaged = created(NewUser.withEmail("bob@example.org").withoutPassword());
        User external = created(NewUser.withLogin(NewLogin.of("google", "1")).email("eve@example.org"));

        for (User user : List.of(invited, messaged, external)) {
            var done = (SetPasswordResult.Done) set(user, NEW);

            assertThat(done.user().status()).isEqualTo(UserStatus.ACTIVE);
            assertThat(done.user().version()).isEqualTo(user.version() + 1);
            assertThat(done.user().loginMethods())
                    .hasSize(user.loginMethods().size() + 1)
                    .filteredOn(method -> method.kind() == LoginMethod.Kind.PASSWORD)
                    .extracting(LoginMethod::email)
                    .containsExactly(user.email());
        }
        for (String email : List.of("ada@example.org", "bob@example.org", "eve@example.org")) {
            assertThat(userdeck.users().signIn(email, NEW)).isInstanceOf(SignInResult.SignedIn.class);
        }
    }

    @Test
    void withoutAnEmailThereIsNoPassword() {
        User phone = created(NewUser.withPhone("+442079460958").withoutPassword());

        assertThat(code(set(phone, NEW))).isEqualTo("email-missing");
    }

    @Test
    void allPasswordsOfALinkedUserAreOne() {
        User ada = signUp("ada@example.org");
        User work = signUp("ada@work.example");
        userdeck.users().merge(ada.id(), work.id(), Scope.all(), Actor.system());

        set(ada, NEW);

        for (String email : List.of("ada@example.org", "ada@work.example")) {
            assertThat(userdeck.users().signIn(email, PASSWORD)).isEqualTo(new SignInResult.Refused());
            assertThat(userdeck.users().signIn(email, NEW)).isInstanceOf(SignInResult.SignedIn.class);
        }
    }

    @Test
    void theScopeMustCoverAllTenantsOfTheUser() {
        userdeck.tenants().create(SALES, "Sales", Actor.system());
        User ada = created(userdeck, "ada@example.org");
        userdeck.users().addToTenant(ada.id(), SALES, Actor.system());
        var stranger = Scope.of(new TenantId("elsewhere"));

        assertThat(passwords.set(ada.id(), NEW, EndSessions.ALL, Scope.of(SALES), OLGA))
                .isEqualTo(new SetPasswordResult.PartlyOutOfScope());
        assertThat(passwords.set(ada.id(), "short", EndSessions.ALL, stranger, OLGA))
                .isEqualTo(new SetPasswordResult.Unknown());
        assertThat(passwords.set(new UserId("nobody"), NEW, EndSessions.ALL, Scope.all(), OLGA))
                .isEqualTo(new SetPasswordResult.Unknown());
        assertThat(passwords.set(ada.id(), NEW, EndSessions.ALL, Scope.of(List.of(SALES, TenantId.PUBLIC)), OLGA))
                .isInstanceOf(SetPasswordResult.Done.class);
    }

    @Test
    void whereNobodySignsInWithAPasswordNoneIsSet() {
        userdeck.tenants().create(SALES, "Sales", Actor.system());
        User ada = created(userdeck, "ada@example.org");
        userdeck.tenants().forbid(TenantId.PUBLIC, SignInMethod.PASSWORD, Actor.system());

        assertThat(code(set(ada, NEW))).isEqualTo("method-off");

        userdeck.users().addToTenant(ada.id(), SALES, Actor.system());
        assertThat(set(ada, NEW)).isInstanceOf(SetPasswordResult.Done.class);
    }

    @Test
    void aRollbackOfTheHostTakesThePasswordAlong() throws SQLException {
        User ada = signUp("ada@example.org");

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(userdeck.inTransaction(connection, () -> set(ada, NEW)))
                    .isInstanceOf(SetPasswordResult.Done.class);
            connection.rollback();
        }

        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void whoKnowsThePasswordChangesItAndStaysSignedIn() {
        User ada = signUp("ada@example.org");
        Session here = session(ada);
        session(ada);
        session(ada);

        assertThat(change(here, PASSWORD, NEW)).isEqualTo(new ChangePasswordResult.Changed(2));

        assertThat(sessions(ada)).containsExactly(here);
        assertThat(userdeck.users().signIn("ada@example.org", NEW)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(events(ada)).extracting(AuditEvent::action).contains(USER_PASSWORD_CHANGED);
    }

    @Test
    void aWrongOneChangesNothingAndSlowsTheNextDown() {
        User ada = signUp("ada@example.org");
        Session here = session(ada);

        for (int i = 0; i < 5; i++) {
            assertThat(change(here, "wrong " + i, NEW)).isEqualTo(new ChangePasswordResult.WrongPassword());
        }
        var mustWait = new ChangePasswordResult.TooManyAttempts(Duration.ofSeconds(1));
        assertThat(change(here, PASSWORD, NEW)).isEqualTo(mustWait);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD, TenantId.PUBLIC, self(ada)))
                .isEqualTo(new SignInResult.TooManyAttempts(Duration.ofSeconds(1)));

        clock.advance(Duration.ofSeconds(1));
        assertThat(change(here, PASSWORD, NEW)).isEqualTo(new ChangePasswordResult.Changed(0));
        assertThat(events(ada)).extracting(AuditEvent::action).contains(USER_PASSWORD_CHANGE_FAILED);
    }

    @Test
    void theNewOneMustBeGoodAndAnother() {
        Session here = session(signUp("ada@example.org"));

        assertThat(code(change(here, PASSWORD, "short"))).isEqualTo("password-too-short");
        assertThat(code(change(here, PASSWORD, PASSWORD))).isEqualTo("password-same");
        assertThat(change(here, "wrong", PASSWORD)).isEqualTo(new ChangePasswordResult.WrongPassword());
    }

    @Test
    void ofTwoChangesAtOnceOneIsMade() {
        User ada = signUp("ada@example.org");
        Session here = session(ada);

        List<ChangePasswordResult> results = AtOnce.run(
                (Callable<ChangePasswordResult>) () -> change(here, PASSWORD, NEW),
                (Callable<ChangePasswordResult>) () -> change(here, PASSWORD, OTHER));

        assertThat(results)
                .containsExactlyInAnyOrder(
                        new ChangePasswordResult.Changed(0), new ChangePasswordResult.WrongPassword());
    }

    @Test
    void withoutAPasswordThereIsNoneToChange() {
        User ada = created(NewUser.withEmail("ada@example.org").withoutPassword());

        assertThat(change(session(ada), PASSWORD, NEW)).isEqualTo(new ChangePasswordResult.NoPassword());
    }

    @Test
    void noChangeIsMadeInATransactionOfTheHost() throws SQLException {
        Session here = session(signUp("ada@example.org"));

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> change(here, PASSWORD, NEW)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inTransaction");
            connection.rollback();
        }
    }

    private SetPasswordResult set(User user, String password) {
        return passwords.set(user.id(), password, EndSessions.ALL, Scope.all(), OLGA);
    }

    private ChangePasswordResult change(Session session, String current, String password) {
        return passwords.change(
                session, current, password, Actor.user(session.userId().value()).ip("192.0.2.1"));
    }

    private static Actor self(User user) {
        return Actor.user(user.id().value()).ip("192.0.2.1");
    }

    private Session session(User user) {
        clock.advance(Duration.ofMillis(1));
        return userdeck.sessions()
                .create(user.id(), SessionOrigin.of("custom"))
                .orElseThrow()
                .session();
    }

    private List<Session> sessions(User user) {
        return userdeck.sessions()
                .list(SessionQuery.of(user.id(), Scope.all()).size(10))
                .items();
    }

    private List<AuditEvent> events(User user) {
        return userdeck.audit()
                .list(AuditQuery.of(Scope.all()).user(user.id()).size(100))
                .items();
    }

    private User created(NewUser user) {
        return ((CreateUserResult.Created) userdeck.users().create(user, Actor.system())).user();
    }

    private static String code(SetPasswordResult result) {
        return code(((SetPasswordResult.Refused) result).errors());
    }

    private static String code(ChangePasswordResult result) {
        return code(((ChangePasswordResult.Refused) result).errors());
    }

    private static String code(List<FieldError> errors) {
        assertThat(errors).singleElement().extracting(FieldError::field).isEqualTo("password");
        return errors.get(0).code();
    }
}
