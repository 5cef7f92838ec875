package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_MERGED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UnlinkResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserStatus;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What {@link dev.userdeck.user.Users#merge} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserMergeContract extends UserEdits {
    private static final String PHONE = "+442079460123";

    /** For subclasses. */
    protected UserMergeContract() {}

    @Test
    void oneUserWithTheMethodsAndTenantsOfBoth() {
        User ada = signUp("ada@example.org");
        User other = signUp(NewUser.withEmail("countess@example.org")
                .phone(PHONE)
                .name("Ada")
                .externalId("host-1")
                .tenant(OTHER));

        User merged = updated(merge(ada, other));

        assertThat(merged).isEqualTo(found(ada));
        assertThat(merged.email()).isEqualTo("ada@example.org");
        assertThat(merged.name()).isEqualTo("Ada");
        assertThat(merged.phone()).isEqualTo(PHONE);
        assertThat(merged.externalId()).isEqualTo("host-1");
        assertThat(merged.tenants()).isEqualTo(Set.of(TenantId.PUBLIC, OTHER));
        assertThat(merged.loginMethods())
                .extracting(LoginMethod::email)
                .containsExactlyInAnyOrder("ada@example.org", "countess@example.org");
        assertThat(userdeck.users().find(other.id())).isEmpty();
        for (TenantId tenant : merged.tenants()) {
            assertThat(userdeck.users().findByEmail("ada@example.org", tenant)).contains(merged);
            assertThat(userdeck.users().findByEmail("countess@example.org", tenant))
                    .contains(merged);
            assertThat(userdeck.users().findByPhone(PHONE, tenant)).contains(merged);
        }
    }

    @Test
    void eachPasswordIsGoodForItsOwnAddress() {
        User ada = signUp("ada@example.org");
        User other =
                ((CreateUserResult.Created) userdeck.users().signUp("countess@example.org", PASSWORD + "!")).user();
        updated(merge(ada, other));

        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.users().signIn("countess@example.org", PASSWORD + "!"))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD + "!")).isInstanceOf(SignInResult.Refused.class);
        assertThat(userdeck.users().signIn("countess@example.org", PASSWORD)).isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void whatBothHaveAlikeIsKeptOnce() {
        User ada = signUp("ada@example.org");
        User twin = signUp(NewUser.withEmail("Ada@example.org").tenant(OTHER));

        User merged = updated(merge(ada, twin));

        assertThat(merged.loginMethods()).hasSize(1);
        assertThat(userdeck.users().findByEmail("ada@example.org", OTHER)).contains(merged);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD, OTHER, INES))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void whatIsUnlinkedAgainIsAUserAgain() {
        User ada = signUp("ada@example.org");
        User other = create(NewUser.withLogin(NewLogin.of("google", "1").email("countess@example.org")));
        User merged = updated(merge(ada, other));

        var result =
                userdeck.users().unlink(merged.id(), other.loginMethods().get(0).id(), Scope.all(), INES);

        assertThat(result).isInstanceOfSatisfying(UnlinkResult.Unlinked.class, unlinked -> {
            assertThat(unlinked.created().loginMethods()).isEqualTo(other.loginMethods());
            assertThat(unlinked.remaining().loginMethods()).isEqualTo(ada.loginMethods());
        });
    }

    @Test
    void theSessionsOfTheOneWhoGoesEnd() {
        User ada = signUp("ada@example.org");
        User other = signUp("countess@example.org");
        IssuedSession kept = open(ada);
        IssuedSession ended = open(other);

        updated(merge(ada, other));

        assertThat(userdeck.sessions().verify(kept.token())).isPresent();
        assertThat(userdeck.sessions().verify(ended.token())).isEmpty();
    }

    @Test
    void anInvitedUserBecomesActiveByOneWhoIs() {
        User invited = create("ada@example.org");
        User active = signUp("countess@example.org");
        open(active);

        User merged = updated(merge(invited, active));

        assertThat(merged.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(merged.lastSeenAt()).isEqualTo(clock.instant());
    }

    @Test
    void theEventsOfBothAreOneUsersAndGoWithThatUser() {
        User ada = signUp("ada@example.org");
        User other = create(NewUser.withEmail("countess@example.org").externalId("host-1"));
        updated(userdeck.users().update(ada.id(), UserChange.unconditional().externalId("host-2"), Scope.all(), INES));

        updated(merge(ada, other));

        var events = userdeck.audit()
                .list(AuditQuery.of(Scope.all()).user(ada.id()).size(100))
                .items();
        assertThat(events).extracting(event -> event.action()).contains(USER_MERGED, USER_CREATED);
        assertThat(events(USER_MERGED)).singleElement().satisfies(event -> {
            assertThat(event.target()).isEqualTo(other.id().value());
            assertThat(event.changes()).extracting(change -> change.field()).contains("from.email", "from.externalId");
        });
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(other.id()).size(100))
                        .items())
                .isEmpty();
        userdeck.users().delete(ada.id());
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada.id()).size(100))
                        .items())
                .allSatisfy(event -> assertThat(event.changes()).isEmpty());
    }

    @Test
    void whatAThirdUserHasInATenantIsRefused() {
        User ada = signUp("ada@example.org");
        create(NewUser.withEmail("ADA@example.org").tenant(OTHER));
        User other = create(NewUser.withEmail("countess@example.org").tenant(OTHER));

        assertRefused(merge(ada, other), "email-taken");

        assertThat(found(ada)).isEqualTo(ada);
        assertThat(found(other)).isEqualTo(other);
        assertThat(events(USER_MERGED)).isEmpty();
    }

    @Test
    void mergingTellsWhyNot() {
        User ada = signUp("ada@example.org");
        User other = create(NewUser.withEmail("countess@example.org").tenant(OTHER));
        var users = userdeck.users();

        assertRefused(merge(ada, ada), "same-user");
        assertThat(users.merge(ada.id(), NOBODY, Scope.all(), INES)).isEqualTo(new UpdateUserResult.Unknown());
        assertThat(users.merge(NOBODY, ada.id(), Scope.all(), INES)).isEqualTo(new UpdateUserResult.Unknown());
        assertThat(users.merge(ada.id(), other.id(), Scope.of(TenantId.PUBLIC), INES))
                .isEqualTo(new UpdateUserResult.Unknown());
        users.suspend(other.id(), NewSuspension.of("Sends spam"), Scope.all(), INES);
        assertRefused(merge(ada, other), "user-suspended");
        assertRefused(merge(other, ada), "user-suspended");
    }

    @Test
    void ofTwoWhoMergeThemIntoEachOtherAtOnceOneWins() {
        User ada = signUp("ada@example.org");
        User other = create("countess@example.org");

        List<UpdateUserResult> results = AtOnce.run(() -> merge(ada, other), () -> merge(other, ada));

        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Updated.class);
        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Unknown.class);
    }

    private User signUp(NewUser newUser) {
        return create(newUser.password(PASSWORD));
    }

    private IssuedSession open(User user) {
        return userdeck.sessions()
                .create(
                        user.id(),
                        SessionOrigin.of("password")
                                .tenant(user.tenants().iterator().next()))
                .orElseThrow();
    }

    private UpdateUserResult merge(User into, User from) {
        return userdeck.users().merge(into.id(), from.id(), Scope.all(), INES);
    }
}
