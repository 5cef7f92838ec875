package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_SIGNED_IN;
import static dev.userdeck.audit.AuditActions.USER_SIGNED_UP;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link dev.userdeck.user.Users} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UsersContract extends EngineContract {
    private static final TenantId OTHER = new TenantId("other");

    /** For subclasses. */
    protected UsersContract() {}

    @Test
    void aNewUserIsFoundAsCreated() {
        var created = (CreateUserResult.Created) userdeck.users()
                .signUp(
                        NewUser.withEmail(" Ada@Example.org ")
                                .password(PASSWORD)
                                .name("Ada  Løvelace 🚆"),
                        Actor.anonymous());

        User user = userdeck.users().find(created.user().id()).orElseThrow();

        assertThat(user).isEqualTo(created.user());
        assertThat(user.email()).isEqualTo("Ada@Example.org");
        assertThat(user.name()).isEqualTo("Ada  Løvelace 🚆");
        assertThat(user.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(user.joinedAt()).isEqualTo(clock.instant());
        assertThat(user.lastSeenAt()).isNull();
        assertThat(user.tenants()).containsExactly(TenantId.PUBLIC);
        assertThat(user.loginMethods()).extracting(LoginMethod::kind).containsExactly(LoginMethod.Kind.PASSWORD);
    }

    @Test
    void aTakenEmailIsRefusedAndWritesNothing() {
        User ada = signUp("ada@example.org");

        var result = userdeck.users().signUp("ADA@Example.ORG", PASSWORD);

        assertThat(result).isEqualTo(new CreateUserResult.EmailTaken("ada@example.org"));
        assertThat(all()).containsExactly(ada);
        assertThat(events(USER_SIGNED_UP)).hasSize(1);
    }

    @Test
    void lettersThatOnlyLookAlikeAreOtherEmails() {
        signUp("ada@example.org");

        assertThat(List.of(
                        signUp("ädä@example.org").id(),
                        signUp("adа@example.org").id(),
                        signUp("ada@exämple.org").id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameEmailIsAnotherUserInAnotherTenant() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        User ada = signUp("ada@example.org");

        var result = userdeck.users()
                .signUp(NewUser.withEmail("ada@example.org").password(PASSWORD).tenant(OTHER), Actor.anonymous());

        assertThat(result).isInstanceOfSatisfying(CreateUserResult.Created.class, other -> {
            assertThat(other.user().id()).isNotEqualTo(ada.id());
            assertThat(userdeck.users().findByEmail("ada@example.org", OTHER)).contains(other.user());
        });
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .contains(ada);
    }

    @Test
    void ofManySignUpsAtOnceWithOneEmailOneIsMadeAndTheOthersAreToldThatItIsTaken() {
        List<Callable<CreateUserResult>> calls = IntStream.range(0, 12)
                .<Callable<CreateUserResult>>mapToObj(i ->
                        () -> userdeck.users().signUp(i % 2 == 0 ? "ada@example.org" : "Ada@Example.org", PASSWORD))
                .toList();

        List<CreateUserResult> results = AtOnce.run(calls);

        assertThat(results)
                .extracting(result -> result.getClass().getSimpleName())
                .containsOnlyOnce("Created")
                .containsOnly("Created", "EmailTaken");
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@example.org",
                "ada@",
                "a da@example.org",
                "ada@@example.org",
                "ada@exa mple.org",
                "ada@-example.org",
                ".ada@example.org",
                "a..da@example.org",
                "ada@example..org",
                "ada\u0000@example.org",
                "ada\u202e@example.org",
                "<ada@example.org>",
                "ada@example.org,bob@example.org",
                "ada\n@example.org"
            })
    void whatIsNoEmailIsRefused(String email) {
        var result = userdeck.users().signUp(email, PASSWORD);

        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("email");
                            assertThat(error.code()).isEqualTo("email-invalid");
                            assertThat(error.message()).isNotBlank();
                        }));
        assertThat(all()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var result = userdeck.users()
                .signUp(NewUser.withEmail("ada").password("short").name("x".repeat(256)), Actor.anonymous());

        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactlyInAnyOrder("email", "password", "name"));
        assertThat(all()).isEmpty();
    }

    @Test
    void anUnknownTenantIsRefused() {
        var result = userdeck.users()
                .signUp(NewUser.withEmail("ada@example.org").password(PASSWORD).tenant(OTHER), Actor.anonymous());

        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.code())
                                .containsExactly("tenant-unknown"));
        assertThat(all()).isEmpty();
    }

    @Test
    void aUserWithoutAPasswordIsInvitedAndCannotSignIn() {
        var result = userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system());

        assertThat(result).isInstanceOfSatisfying(CreateUserResult.Created.class, created -> {
            assertThat(created.user().status()).isEqualTo(UserStatus.INVITED);
            assertThat(created.user().loginMethods()).isEmpty();
        });
        assertThat(userdeck.users().signIn("ada@example.org", "")).isEqualTo(new SignInResult.Refused());
    }

    @Test
    void theRightPasswordSignsIn() {
        User ada = signUp("ada@example.org");
        clock.advance(Duration.ofHours(1));

        var result = userdeck.users().signIn(" ADA@example.org", PASSWORD);

        assertThat(result).isInstanceOfSatisfying(SignInResult.SignedIn.class, signedIn -> {
            assertThat(signedIn.user().id()).isEqualTo(ada.id());
            assertThat(signedIn.user().lastSeenAt()).isEqualTo(clock.instant());
        });
        assertThat(events(USER_SIGNED_IN)).hasSize(1);
    }

    @Test
    void everythingElseIsRefusedAlike() {
        signUp("ada@example.org");

        assertThat(List.of(
                        userdeck.users().signIn("ada@example.org", PASSWORD + "r"),
                        userdeck.users().signIn("bob@example.org", PASSWORD),
                        userdeck.users().signIn("", ""),
                        userdeck.users().signIn("ada@example.org", "x".repeat(100_000)),
                        userdeck.users().signIn("ada@example.org", PASSWORD, OTHER, Actor.anonymous())))
                .containsOnly(new SignInResult.Refused());
    }

    @Test
    void signingInTakesFewStatements() {
        signUp("ada@example.org");
        // the user in each tenant takes a round trip of its own there
        int most = database.engine() == Engine.POSTGRESQL ? 6 : 7;
        database.statements().reset();

        var ada = Actor.anonymous().ip("203.0.113.7");
        userdeck.users().signIn("ada@example.org", PASSWORD, TenantId.PUBLIC, ada);

        // three of them are the throttle's: look, count before the password is tried, take back
        assertThat(database.statements().statements()).hasSize(most);

        database.statements().reset();
        userdeck.users().signIn("ada@example.org", PASSWORD, TenantId.PUBLIC, ada);
        assertThat(database.statements().statements()).hasSize(most);
    }

    @Test
    void oneUserTakesOneStatement() {
        User ada = signUp("ada@example.org");
        database.statements().reset();

        userdeck.users().find(ada.id());

        assertThat(database.statements().statements()).hasSize(1);
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThat(userdeck.users().find(new UserId("no-such-user"))).isEmpty();
    }

    @Test
    void idsDifferInCase() {
        User ada = signUp("ada@example.org");

        assertThat(userdeck.users().find(new UserId(ada.id().value().toUpperCase(Locale.ROOT))))
                .isEmpty();
    }

    @Test
    void aUserOutOfScopeIsNotFoundAndNotListed() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        User ada = signUp("ada@example.org");

        assertThat(userdeck.users().find(ada.id(), Scope.of(OTHER))).isEmpty();
        assertThat(userdeck.users().list(UserQuery.of(Scope.of(OTHER))).items()).isEmpty();
        assertThat(userdeck.users().find(ada.id(), Scope.of(TenantId.PUBLIC))).contains(ada);
    }

    @Test
    void aScopeHidesTheOtherTenantsOfAUser() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        User ada = signUp("ada@example.org");

        assertThat(userdeck.users().addToTenant(ada.id(), OTHER, Actor.system()))
                .isInstanceOf(AddToTenantResult.Added.class);

        assertThat(userdeck.users()
                        .find(ada.id(), Scope.of(OTHER))
                        .orElseThrow()
                        .tenants())
                .isEqualTo(Set.of(OTHER));
        assertThat(userdeck.users().find(ada.id()).orElseThrow().tenants()).isEqualTo(Set.of(TenantId.PUBLIC, OTHER));
        assertThat(userdeck.users().list(UserQuery.of(Scope.of(OTHER))).items())
                .singleElement()
                .extracting(User::id)
                .isEqualTo(ada.id());
    }

    @Test
    void addingToATenantTellsWhyNot() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        User ada = signUp("ada@example.org");
        userdeck.users()
                .signUp(NewUser.withEmail("bob@example.org").password(PASSWORD).tenant(OTHER), Actor.anonymous());
        User bob = signUp("bob@example.org");
        userdeck.users().addToTenant(ada.id(), OTHER, Actor.system());

        assertThat(userdeck.users().addToTenant(ada.id(), OTHER, Actor.system()))
                .isEqualTo(new AddToTenantResult.AlreadyMember());
        assertThat(userdeck.users().addToTenant(bob.id(), OTHER, Actor.system()))
                .isInstanceOfSatisfying(
                        AddToTenantResult.Taken.class,
                        taken -> assertThat(taken.errors())
                                .extracting(FieldError::code)
                                .containsExactly("email-taken"));
        assertThat(userdeck.users().find(bob.id()).orElseThrow().tenants()).isEqualTo(Set.of(TenantId.PUBLIC));
        assertThat(userdeck.users().addToTenant(ada.id(), new TenantId("no-such"), Actor.system()))
                .isEqualTo(new AddToTenantResult.Unknown());
        assertThat(userdeck.users().addToTenant(new UserId("no-such"), OTHER, Actor.system()))
                .isEqualTo(new AddToTenantResult.Unknown());
    }

    @Test
    void deletingTakesEverythingOfTheUserButTheEvents() {
        User ada = signUp("ada@example.org");
        userdeck.users().signIn("ada@example.org", PASSWORD);

        assertThat(userdeck.users().delete(ada.id())).isEqualTo(new DeleteUserResult.Deleted());

        assertThat(userdeck.users().find(ada.id())).isEmpty();
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isEmpty();
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada.id()).size(100))
                        .items())
                .extracting(event -> event.action())
                .contains(USER_DELETED, USER_SIGNED_IN, USER_SIGNED_UP);
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).user(ada.id()).size(100))
                        .items())
                .allSatisfy(event -> assertThat(event.changes()).isEmpty());
        assertThat(signUp("ada@example.org").id()).isNotEqualTo(ada.id());
    }

    @Test
    void deletingTellsWhyNot() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
        User ada = signUp("ada@example.org");
        userdeck.users().addToTenant(ada.id(), OTHER, Actor.system());

        assertThat(userdeck.users().delete(new UserId("no-such"))).isEqualTo(new DeleteUserResult.Unknown());
        assertThat(userdeck.users().delete(ada.id(), Scope.of(OTHER), Actor.system()))
                .isEqualTo(new DeleteUserResult.PartlyOutOfScope());
        assertThat(userdeck.users().delete(ada.id(), Scope.of(new TenantId("third")), Actor.system()))
                .isEqualTo(new DeleteUserResult.Unknown());
        assertThat(userdeck.users().find(ada.id())).isPresent();
    }

    @Test
    void twoDeletionsAtOnceDeleteOnce() {
        User ada = signUp("ada@example.org");

        List<DeleteUserResult> results = AtOnce.run(
                () -> userdeck.users().delete(ada.id()), () -> userdeck.users().delete(ada.id()));

        assertThat(results).containsExactlyInAnyOrder(new DeleteUserResult.Deleted(), new DeleteUserResult.Unknown());
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all())).items();
    }
}
