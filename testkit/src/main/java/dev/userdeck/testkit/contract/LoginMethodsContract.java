package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_LOGIN_LINKED;
import static dev.userdeck.audit.AuditActions.USER_LOGIN_REMOVED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethod.Kind;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What linking, removing and unlinking login methods must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class LoginMethodsContract extends UserEdits {
    private static final NewLogin GOOGLE = NewLogin.of("google", "Abc-1");

    /** For subclasses. */
    protected LoginMethodsContract() {}

    @Test
    void aLinkedLoginFindsItsUserInEachTenant() {
        User ada = signUp("ada@example.org");
        addToOther(ada);

        User linked = updated(link(ada, GOOGLE.email("ada@gmail.example")));

        assertThat(linked).isEqualTo(found(ada));
        assertThat(linked.loginMethods())
                .extracting(LoginMethod::kind)
                .containsExactlyInAnyOrder(Kind.PASSWORD, Kind.EXTERNAL);
        assertThat(userdeck.users().findByLogin("google", "Abc-1", TenantId.PUBLIC))
                .contains(linked);
        assertThat(userdeck.users().findByLogin("google", "Abc-1", OTHER)).contains(linked);
        assertThat(userdeck.users().findByLogin("google", "abc-1", OTHER)).isEmpty();
        assertThat(userdeck.users().findByEmail("ada@gmail.example", OTHER)).contains(linked);
        assertThat(userdeck.users().signIn("ada@gmail.example", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(events(USER_LOGIN_LINKED)).hasSize(1);
    }

    @Test
    void linkingAgainChangesNothing() {
        User ada = signUp("ada@example.org");
        User linked = updated(link(ada, GOOGLE));

        assertThat(updated(link(ada, GOOGLE.email("other@example.org")))).isEqualTo(linked);
        assertThat(events(USER_LOGIN_LINKED)).hasSize(1);
    }

    @Test
    void aLoginIsOneUsersAlone() {
        User ada = signUp("ada@example.org");
        User bob = create("bob@example.org");
        updated(link(ada, GOOGLE));

        assertRefused(link(bob, GOOGLE), "login-taken");
        assertRefused(link(bob, GOOGLE.email("ADA@example.org")), "login-taken", "email-taken");
        assertRefused(link(bob, new NewLogin("", " ", "bob")), "provider-invalid", "subject-invalid", "email-invalid");
        assertThat(link(ada, GOOGLE)).isInstanceOf(UpdateUserResult.Updated.class);
        assertThat(userdeck.users().link(NOBODY, NewLogin.of("google", "2"), INES))
                .isEqualTo(new UpdateUserResult.Unknown());
        assertThat(found(bob)).isEqualTo(bob);
    }

    @Test
    void ofTwoWhoLinkOneLoginAtOnceOneWins() {
        User ada = create("ada@example.org");
        User bob = create("bob@example.org");

        List<UpdateUserResult> results = AtOnce.run(() -> link(ada, GOOGLE), () -> link(bob, GOOGLE));

        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Updated.class);
        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Refused.class);
    }

    @Test
    void aRemovedMethodSetsItsAddressFree() {
        User ada = signUp("ada@example.org");
        User linked = updated(link(ada, GOOGLE.email("ada@gmail.example")));

        User left = updated(remove(linked, method(linked, Kind.EXTERNAL)));

        assertThat(left.loginMethods()).extracting(LoginMethod::kind).containsExactly(Kind.PASSWORD);
        assertThat(left.version()).isGreaterThan(linked.version());
        create("ada@gmail.example");
        create(NewUser.withLogin(GOOGLE));
    }

    @Test
    void whoLosesThePasswordKeepsTheEmail() {
        User ada = signUp("ada@example.org");
        User linked = updated(link(ada, GOOGLE));

        User left = updated(remove(linked, method(linked, Kind.PASSWORD)));

        assertThat(left.email()).isEqualTo("ada@example.org");
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .contains(left);
        assertThat(events(USER_LOGIN_REMOVED)).hasSize(1);
    }

    @Test
    void theLastMethodStays() {
        User ada = signUp("ada@example.org");
        User bob = updated(link(signUp("bob@example.org"), GOOGLE));

        assertRefused(remove(ada, ada.loginMethods().get(0).id()), "last-method");
        assertRefused(remove(ada, method(bob, Kind.EXTERNAL)), "method-unknown");
        assertRefused(remove(ada, new LoginMethodId("none")), "method-unknown");
        assertThat(found(ada)).isEqualTo(ada);
        assertThat(found(bob)).isEqualTo(bob);
    }

    @Test
    void ofTwoWhoRemoveTheLastTwoAtOnceOneIsRefused() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE));

        List<UpdateUserResult> results = AtOnce.run(
                () -> remove(ada, method(ada, Kind.PASSWORD)), () -> remove(ada, method(ada, Kind.EXTERNAL)));

        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Updated.class);
        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Refused.class);
        assertThat(found(ada).loginMethods()).hasSize(1);
    }

    @Test
    void theHostsLoginKeepsItsAddressWhenTheUsersChanges() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE.email("Ada@example.org")));

        updated(userdeck.users()
                .update(ada.id(), UserChange.unconditional().email("new@example.org"), Scope.all(), INES));

        assertThat(found(ada).loginMethods())
                .extracting(LoginMethod::email)
                .containsExactlyInAnyOrder("new@example.org", "Ada@example.org");
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isPresent();
    }

    @Test
    void anUnlinkedMethodIsAUserOfItsOwn() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE.email("ada@gmail.example")));
        addToOther(ada);

        var result = (UnlinkResult.Unlinked) unlink(ada, method(ada, Kind.EXTERNAL));

        User parted = result.created();
        assertThat(found(parted)).isEqualTo(parted);
        assertThat(parted.email()).isEqualTo("ada@gmail.example");
        assertThat(parted.tenants()).containsExactlyInAnyOrder(TenantId.PUBLIC, OTHER);
        assertThat(result.remaining()).isEqualTo(found(ada));
        assertThat(result.remaining().email()).isEqualTo("ada@example.org");
        assertThat(result.remaining().loginMethods()).hasSize(1);
        assertThat(userdeck.users().findByLogin("google", "Abc-1", OTHER)).contains(parted);
        assertThat(userdeck.users().findByEmail("ada@gmail.example", OTHER)).contains(parted);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void anUnlinkedPasswordTakesTheUsersEmailAlong() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE.email("ada@gmail.example")));

        var result = (UnlinkResult.Unlinked) unlink(ada, method(ada, Kind.PASSWORD));

        assertThat(result.created().email()).isEqualTo("ada@example.org");
        assertThat(result.remaining().email()).isEqualTo("ada@gmail.example");
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD))
                .isInstanceOfSatisfying(
                        SignInResult.SignedIn.class,
                        signedIn -> assertThat(signedIn.user().id())
                                .isEqualTo(result.created().id()));
    }

    @Test
    void anAddressThatTwoMethodsUseStays() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE.email("Ada@example.org")));
        User both = create(NewUser.withEmail("bob@example.org").withoutPassword());
        updated(link(both, NewLogin.of("google", "2").email("bob@example.org")));

        var result = (UnlinkResult.Unlinked) unlink(ada, method(ada, Kind.EXTERNAL));

        assertThat(result.created().email()).isNull();
        assertThat(result.created().loginMethods())
                .singleElement()
                .extracting(LoginMethod::email)
                .isNull();
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .contains(result.remaining());
        assertThat(unlink(both, method(found(both), Kind.PASSWORDLESS)))
                .isInstanceOfSatisfying(
                        UnlinkResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.code())
                                .containsExactly("address-shared"));
    }

    @Test
    void unlinkingTellsWhyNot() {
        User ada = signUp("ada@example.org");
        User bob = updated(link(signUp("bob@example.org"), GOOGLE));
        userdeck.users().suspend(bob.id(), NewSuspension.of("Sends spam"), Scope.all(), INES);

        assertThat(unlink(ada, ada.loginMethods().get(0).id())).isInstanceOf(UnlinkResult.Refused.class);
        assertThat(unlink(bob, method(bob, Kind.EXTERNAL))).isInstanceOf(UnlinkResult.Refused.class);
        assertThat(unlink(ada, method(bob, Kind.EXTERNAL))).isEqualTo(new UnlinkResult.Unknown());
        assertThat(userdeck.users().unlink(NOBODY, new LoginMethodId("x"), Scope.all(), INES))
                .isEqualTo(new UnlinkResult.Unknown());
    }

    @Test
    void aWholeUserNeedsAScopeOverAllTenants() {
        User ada = updated(link(signUp("ada@example.org"), GOOGLE));
        addToOther(ada);
        LoginMethodId method = method(ada, Kind.EXTERNAL);
        var users = userdeck.users();

        assertThat(users.removeMethod(ada.id(), method, Scope.of(OTHER), INES))
                .isEqualTo(new UpdateUserResult.PartlyOutOfScope());
        assertThat(users.unlink(ada.id(), method, Scope.of(OTHER), INES))
                .isEqualTo(new UnlinkResult.PartlyOutOfScope());
        assertThat(found(ada).loginMethods()).hasSize(2);
    }

    private UpdateUserResult link(User user, NewLogin login) {
        return userdeck.users().link(user.id(), login, INES);
    }

    private UpdateUserResult remove(User user, LoginMethodId method) {
        return userdeck.users().removeMethod(user.id(), method, Scope.all(), INES);
    }

    private UnlinkResult unlink(User user, LoginMethodId method) {
        return userdeck.users().unlink(user.id(), method, Scope.all(), INES);
    }

    private static LoginMethodId method(User user, Kind kind) {
        return user.loginMethods().stream()
                .filter(method -> method.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
