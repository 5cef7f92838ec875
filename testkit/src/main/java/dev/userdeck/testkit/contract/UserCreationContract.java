package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethod.Kind;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserStatus;
import java.sql.SQLException;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What creating users without a password must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserCreationContract extends UserEdits {
    private static final String PHONE = "+442079460123";

    /** For subclasses. */
    protected UserCreationContract() {}

    @Test
    void aUserWithAPhoneAlone() {
        User ada = create(NewUser.withPhone("+44 (0)20 7946 0123").name("Ada").externalId(" host-1 "));

        assertThat(found(ada)).isEqualTo(ada);
        assertThat(ada.phone()).isEqualTo(PHONE);
        assertThat(ada.email()).isNull();
        assertThat(ada.externalId()).isEqualTo("host-1");
        assertThat(ada.status()).isEqualTo(UserStatus.INVITED);
        assertThat(userdeck.users().findByPhone("+44 20 7946 0123", TenantId.PUBLIC))
                .contains(ada);
        assertThat(userdeck.users().findByPhone(PHONE, OTHER)).isEmpty();
        assertThat(userdeck.users().findByPhone("020", TenantId.PUBLIC)).isEmpty();
    }

    @Test
    void withoutAPasswordThereIsAMethodForEachAddress() {
        User ada = create(NewUser.withEmail("ada@example.org")
                .phone(PHONE)
                .password(PASSWORD)
                .withoutPassword());

        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.loginMethods())
                .extracting(LoginMethod::kind)
                .containsExactly(Kind.PASSWORDLESS, Kind.PASSWORDLESS);
        assertThat(found(ada).loginMethods())
                .extracting(LoginMethod::email)
                .containsExactlyInAnyOrder("ada@example.org", null);
        assertThat(found(ada).loginMethods()).extracting(LoginMethod::phone).containsExactlyInAnyOrder(null, PHONE);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(userdeck.sessions().create(ada.id(), SessionOrigin.of("passwordless")))
                .isPresent();
    }

    @Test
    void aUserOfALoginOfTheHosts() {
        User ada = create(NewUser.withLogin(NewLogin.of("google", "1234").email("Ada@example.org")));

        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.email()).isNull();
        assertThat(found(ada)).isEqualTo(ada);
        assertThat(userdeck.users().findByLogin("google", "1234", TenantId.PUBLIC))
                .contains(ada);
        assertThat(userdeck.users().findByLogin("google", "1234", OTHER)).isEmpty();
        assertThat(userdeck.users().findByLogin("google|1", "234", TenantId.PUBLIC))
                .isEmpty();
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .contains(ada);
        assertRefused(userdeck.users().create(NewUser.withLogin(NewLogin.of("google", "1234")), INES), "login-taken");
    }

    @Test
    void somethingIsNeeded() {
        assertRefused(userdeck.users().create(NewUser.withPhone(PHONE).phone(null), INES), "email-missing");
        assertRefused(userdeck.users().create(NewUser.withPhone(PHONE).password(PASSWORD), INES), "email-missing");
        assertRefused(userdeck.users().signUp(NewUser.withPhone(PHONE).password(PASSWORD), INES), "email-missing");
        assertRefused(
                userdeck.users()
                        .create(NewUser.withLogin(NewLogin.of("google", "1")).withoutPassword(), INES),
                "email-missing");
        assertThat(all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada", "020 7946 0123", "+44 20 7946 012", "+44", "+999 123", "+44\u0000207946"})
    void whatIsNoPhoneIsRefused(String phone) {
        var result = userdeck.users().create(NewUser.withPhone(phone), INES);

        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("phone");
                            assertThat(error.code()).isEqualTo("phone-invalid");
                            assertThat(error.message()).endsWith(".");
                        }));
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsNoLoginIsRefused() {
        var bad = NewUser.withLogin(new NewLogin("Goo|gle", "", "ada"));

        assertRefused(userdeck.users().create(bad, INES), "provider-invalid", "subject-invalid", "email-invalid");
        assertRefused(
                userdeck.users().create(NewUser.withLogin(NewLogin.of("google", "x".repeat(256))), INES),
                "subject-invalid");
        create(NewUser.withLogin(NewLogin.of("p".repeat(64), "é".repeat(255))));
    }

    @Test
    void allThatIsTakenIsSaidAtOnce() {
        create(NewUser.withEmail("ada@example.org").phone(PHONE).externalId("host-1"));

        assertRefused(
                userdeck.users()
                        .create(
                                NewUser.withEmail("ADA@example.org")
                                        .phone("+44 20 7946 0123")
                                        .externalId("host-1"),
                                INES),
                "email-taken",
                "phone-taken",
                "external-id-taken");
        assertRefused(userdeck.users().create(NewUser.withPhone(PHONE), INES), "phone-taken");
        assertThat(userdeck.users().create(NewUser.withEmail("Ada@example.org"), INES))
                .isEqualTo(new CreateUserResult.EmailTaken("ada@example.org"));
        assertThat(all()).hasSize(1);
        assertThat(events(USER_CREATED)).hasSize(1);
    }

    @Test
    void aPhoneAndAnExternalIdAreOneUsersInATenant() {
        create(NewUser.withPhone(PHONE).externalId("host-1"));

        create(NewUser.withPhone(PHONE).externalId("host-1").tenant(OTHER));
        assertRefused(
                userdeck.users().create(NewUser.withEmail("bob@example.org").externalId("host-1"), INES),
                "external-id-taken");
    }

    @Test
    void ofTwoWithOnePhoneAtOnceOneIsMade() {
        List<CreateUserResult> results = AtOnce.run(
                () -> userdeck.users().create(NewUser.withPhone(PHONE), INES),
                () -> userdeck.users().create(NewUser.withPhone("+44 20 7946 0123"), INES));

        assertThat(results).hasAtLeastOneElementOfType(CreateUserResult.Created.class);
        assertThat(results).hasAtLeastOneElementOfType(CreateUserResult.Refused.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void whatMoreIsDoneIsPartOfIt() {
        User ada = ((CreateUserResult.Created) userdeck.users()
                        .create(
                                NewUser.withEmail("ada@example.org"),
                                INES,
                                user -> userdeck.users().link(user.id(), NewLogin.of("google", "1"), INES)))
                .user();

        assertThat(found(ada).loginMethods()).hasSize(1);
    }

    @Test
    void whatMoreThrowsUndoesAllAndIsNotTakenForATakenEmail() {
        assertThatThrownBy(() -> userdeck.users().create(NewUser.withEmail("ada@example.org"), INES, user -> {
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThatThrownBy(() -> userdeck.users().create(NewUser.withEmail("ada@example.org"), INES, user -> {
                    throw new UniqueViolationException(new SQLException("of the host's"));
                }))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(all()).isEmpty();
        assertThat(events(USER_CREATED)).isEmpty();
        create("ada@example.org");
    }

    @Test
    void addingToATenantTellsWhatIsTakenThere() {
        create(NewUser.withPhone(PHONE).tenant(OTHER));
        create(NewUser.withLogin(NewLogin.of("google", "1")).tenant(OTHER));
        User byPhone = create(NewUser.withPhone(PHONE));
        User byLogin = create(NewUser.withLogin(NewLogin.of("google", "1")));

        assertTaken(userdeck.users().addToTenant(byPhone.id(), OTHER, INES), "phone-taken");
        assertTaken(userdeck.users().addToTenant(byLogin.id(), OTHER, INES), "login-taken");
        assertThat(found(byPhone)).isEqualTo(byPhone);
    }

    private List<User> all() {
        return userdeck.users().list(UserQuery.of(Scope.all())).items();
    }
}
