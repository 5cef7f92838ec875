package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.SESSION_CREATED;
import static dev.userdeck.audit.AuditActions.TENANT_METHOD_ALLOWED;
import static dev.userdeck.audit.AuditActions.TENANT_METHOD_FORBIDDEN;
import static dev.userdeck.audit.AuditActions.USER_SIGN_IN_FAILED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.tenant.UpdateTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What switching ways to sign in off in a tenant must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class SignInMethodsContract extends EngineContract {
    private static final TenantId STAFF = new TenantId("staff");
    private static final Actor INES = Actor.operator("op-1", "Ines");
    private static final Actor ANYONE = Actor.anonymous().ip("203.0.113.7");

    private Tenants tenants;

    /** For subclasses. */
    protected SignInMethodsContract() {}

    @BeforeEach
    void createStaff() {
        tenants = userdeck.tenants();
        tenants.create(STAFF, "Staff", Actor.system());
    }

    @Test
    void aNewTenantAllowsAll() {
        assertThat(tenants.find(STAFF).orElseThrow().methods()).containsExactly(SignInMethod.values());
    }

    @Test
    void aSwitchIsRememberedAndToldOnce() {
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);
        Tenant without = updated(tenants.forbid(STAFF, SignInMethod.EXTERNAL, INES));
        Tenant with = updated(tenants.allow(STAFF, SignInMethod.PASSWORD, INES));

        assertThat(without.methods()).containsExactly(SignInMethod.PASSWORDLESS);
        assertThat(with.methods()).containsExactly(SignInMethod.PASSWORD, SignInMethod.PASSWORDLESS);
        assertThat(tenants.find(STAFF)).contains(with);
        assertThat(tenants.listAll(Scope.of(STAFF))).containsExactly(with);
        assertThat(events(TENANT_METHOD_FORBIDDEN))
                .extracting(AuditEvent::target)
                .containsExactly("external", "password");
        assertThat(events(TENANT_METHOD_ALLOWED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES);
            assertThat(event.tenant()).isEqualTo(STAFF);
            assertThat(event.target()).isEqualTo("password");
        });
    }

    @Test
    void anUnknownTenantHasNoSwitches() {
        assertThat(tenants.forbid(new TenantId("none"), SignInMethod.PASSWORD, INES))
                .isEqualTo(new UpdateTenantResult.Unknown());
        assertThat(tenants.allow(new TenantId("none"), SignInMethod.PASSWORD, INES))
                .isEqualTo(new UpdateTenantResult.Unknown());
    }

    private static Tenant updated(UpdateTenantResult result) {
        return ((UpdateTenantResult.Updated) result).tenant();
    }

    @Test
    void withoutPasswordsNobodySignsUpWithOne() {
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);
        NewUser ada = NewUser.withEmail("ada@example.org").tenant(STAFF);

        assertThat(userdeck.users().signUp(ada.password(PASSWORD), ANYONE)).satisfies(this::isRefused);
        assertThat(userdeck.users().create(ada.password(PASSWORD), INES)).satisfies(this::isRefused);

        assertThat(new Tables(database).count("ud_user")).isZero();
        assertThat(userdeck.users().create(ada, INES)).isInstanceOf(CreateUserResult.Created.class);
        assertThat(userdeck.users().signUp("ada@example.org", PASSWORD)).isInstanceOf(CreateUserResult.Created.class);
    }

    private void isRefused(CreateUserResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.code()).isEqualTo("method-off")));
    }

    @Test
    void withoutPasswordsNobodySignsInWithOneAndNothingIsLookedAt() {
        User ada = staff("ada@example.org");
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);

        for (String password : List.of(PASSWORD, "wrong")) {
            assertThat(signIn("ada@example.org", password)).isEqualTo(new SignInResult.MethodOff());
        }
        assertThat(signIn("nobody@example.org", "wrong")).isEqualTo(new SignInResult.MethodOff());

        assertThat(events(USER_SIGN_IN_FAILED))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.changes())
                        .containsExactly(new AuditEvent.Change("reason", null, "method-off")))
                .extracting(AuditEvent::user)
                .containsExactly(null, ada.id(), ada.id());

        for (int i = 0; i < 20; i++) {
            assertThat(signIn("ada@example.org", "wrong")).isEqualTo(new SignInResult.MethodOff());
        }
        tenants.allow(STAFF, SignInMethod.PASSWORD, INES);
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aSwitchCostsSignInNoStatement() {
        staff("ada@example.org");
        signIn("ada@example.org", PASSWORD);
        database.statements().reset();

        signIn("ada@example.org", PASSWORD);

        assertThat(database.statements().statements())
                .filteredOn(sql -> sql.contains("ud_tenant "))
                .hasSize(1);
        assertThat(database.statements().statements())
                .filteredOn(sql -> sql.contains("ud_password"))
                .hasSize(1);
    }

    @Test
    void aSessionNeedsAWayThatIsOn() {
        User ada = staff("ada@example.org");
        tenants.forbid(STAFF, SignInMethod.EXTERNAL, INES);

        assertThat(open(ada, "google")).isFalse();
        assertThat(open(ada, "the-hosts-own")).isFalse();
        assertThat(open(ada, "password")).isTrue();
        assertThat(open(ada, "email-link")).isTrue();

        tenants.forbid(STAFF, SignInMethod.PASSWORDLESS, INES);
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);
        assertThat(open(ada, "password")).isFalse();
        assertThat(open(ada, "email-link")).isFalse();
        assertThat(open(ada, "phone-code")).isFalse();
    }

    @Test
    void aRefusedSessionWritesNothing() {
        User invited = create(NewUser.withEmail("ada@example.org").tenant(STAFF));
        tenants.forbid(STAFF, SignInMethod.EXTERNAL, INES);

        assertThat(open(invited, "google")).isFalse();

        User after = userdeck.users().find(invited.id()).orElseThrow();
        assertThat(after.status()).isEqualTo(UserStatus.INVITED);
        assertThat(after.lastSeenAt()).isNull();
        assertThat(events(SESSION_CREATED)).isEmpty();
    }

    @Test
    void aSwitchOfOneTenantIsNoOthers() {
        User ada = staff("ada@example.org");
        userdeck.users().addToTenant(ada.id(), TenantId.PUBLIC, INES);
        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);

        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.sessions().create(ada.id(), SessionOrigin.of("password")))
                .isPresent();
    }

    @Test
    void sessionsGoOn() {
        User ada = staff("ada@example.org");
        IssuedSession session = userdeck.sessions()
                .create(ada.id(), SessionOrigin.of("password").tenant(STAFF))
                .orElseThrow();

        tenants.forbid(STAFF, SignInMethod.PASSWORD, INES);

        assertThat(userdeck.sessions().verify(session.token())).isPresent();
    }

    private User staff(String email) {
        return create(NewUser.withEmail(email).password(PASSWORD).tenant(STAFF));
    }

    private User create(NewUser newUser) {
        return ((CreateUserResult.Created) userdeck.users().create(newUser, INES)).user();
    }

    private SignInResult signIn(String email, String password) {
        return userdeck.users().signIn(email, password, STAFF, ANYONE);
    }

    private boolean open(User user, String method) {
        return userdeck.sessions()
                .create(user.id(), SessionOrigin.of(method).tenant(STAFF))
                .isPresent();
    }
}
