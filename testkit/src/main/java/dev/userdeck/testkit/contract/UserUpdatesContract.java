package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_UPDATED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link dev.userdeck.user.Users#update} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserUpdatesContract extends UserEdits {

    /** For subclasses. */
    protected UserUpdatesContract() {}

    @Test
    void whatIsNamedChangesAndTheRestStays() {
        User ada = create(NewUser.withEmail("ada@example.org").name("Ada").externalId("host-1"));

        User changed = updated(update(ada, UserChange.ifVersion(ada.version()).name(" Ada Løvelace 🚆 ")));

        assertThat(changed).isEqualTo(found(ada));
        assertThat(changed.name()).isEqualTo("Ada Løvelace 🚆");
        assertThat(changed.email()).isEqualTo("ada@example.org");
        assertThat(changed.externalId()).isEqualTo("host-1");
        assertThat(changed.version()).isEqualTo(ada.version() + 1);
    }

    @Test
    void allOfItAtOnce() {
        User ada = create("ada@example.org");

        User changed = updated(update(
                ada,
                UserChange.ifVersion(1)
                        .name("Ada")
                        .email("Countess@Example.org")
                        .phone("+44 20 7946 0123")
                        .externalId("host-1")));

        assertThat(changed.email()).isEqualTo("Countess@Example.org");
        assertThat(changed.phone()).isEqualTo("+442079460123");
        assertThat(userdeck.users().findByEmail("countess@example.org", TenantId.PUBLIC))
                .contains(changed);
        assertThat(userdeck.users().findByPhone("+44 (0)20 7946 0123", TenantId.PUBLIC))
                .contains(changed);
        assertThat(userdeck.users().findByExternalId("host-1", TenantId.PUBLIC)).contains(changed);
        assertThat(userdeck.users().findByExternalId("host-1", OTHER)).isEmpty();
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isEmpty();
    }

    @Test
    void whatIsNullOrBlankIsCleared() {
        User ada = create(NewUser.withEmail("ada@example.org")
                .name("Ada")
                .phone("+442079460123")
                .externalId("host-1"));

        User changed = updated(
                update(ada, UserChange.unconditional().name("  ").phone(null).externalId(null)));

        assertThat(changed.name()).isNull();
        assertThat(changed.phone()).isNull();
        assertThat(changed.externalId()).isNull();
        assertThat(userdeck.users().findByPhone("+442079460123", TenantId.PUBLIC))
                .isEmpty();
        create(NewUser.withPhone("+442079460123").externalId("host-1"));
    }

    @Test
    void aUserKeepsAnEmailOrAPhone() {
        User ada = create(NewUser.withEmail("ada@example.org").phone("+442079460123"));

        assertRefused(update(ada, UserChange.unconditional().email(null).phone(null)), "email-missing");
        updated(update(ada, UserChange.unconditional().email(null)));

        assertRefused(update(ada, UserChange.unconditional().phone(null)), "phone-missing");
        assertThat(found(ada).phone()).isEqualTo("+442079460123");
    }

    @Test
    void anEmailWithAPasswordIsNotCleared() {
        User ada = signUp("ada@example.org");
        updated(update(ada, UserChange.unconditional().phone("+442079460123")));

        assertRefused(update(ada, UserChange.unconditional().email(null)), "email-in-use");

        assertThat(found(ada).email()).isEqualTo("ada@example.org");
    }

    @Test
    void loginMethodsFollowTheNewAddress() {
        User ada = signUp("ada@example.org");

        updated(update(ada, UserChange.unconditional().email("ada@example.com")));

        assertThat(found(ada).loginMethods()).extracting(LoginMethod::email).containsExactly("ada@example.com");
        assertThat(userdeck.users().signIn("ada@example.com", PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(userdeck.users().signIn("ada@example.org", PASSWORD)).isInstanceOf(SignInResult.Refused.class);
        signUp("ada@example.org");
    }

    @Test
    void anotherSpellingOfTheSameAddressIsKeptAsTyped() {
        User ada = create("ada@example.org");

        User changed = updated(update(ada, UserChange.unconditional().email("Ada@Example.org")));

        assertThat(changed.email()).isEqualTo("Ada@Example.org");
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .contains(changed);
    }

    @Test
    void whatIsTakenIsSaidOfEachFieldAndNothingIsWritten() {
        User ada = create("ada@example.org");
        create(NewUser.withEmail("bob@example.org").phone("+442079460123").externalId("host-1"));

        var result = update(
                ada,
                UserChange.unconditional()
                        .name("Ada")
                        .email("BOB@example.org")
                        .phone("+44 20 7946 0123")
                        .externalId("host-1"));

        assertRefused(result, "email-taken", "phone-taken", "external-id-taken");
        assertThat(found(ada)).isEqualTo(ada);
        assertThat(events(USER_UPDATED)).isEmpty();
    }

    @Test
    void anAddressCountsInEachTenantOfTheUser() {
        User ada = create("ada@example.org");
        addToOther(ada);
        create(NewUser.withEmail("bob@example.org").tenant(OTHER));

        assertRefused(update(ada, UserChange.unconditional().email("bob@example.org")), "email-taken");
        updated(update(ada, UserChange.unconditional().email("cid@example.org")));

        assertThat(userdeck.users().findByEmail("cid@example.org", OTHER)).isPresent();
        assertThat(userdeck.users().findByEmail("ada@example.org", OTHER)).isEmpty();
    }

    @Test
    void theSameAgainWritesNothing() {
        User ada = create(NewUser.withEmail("ada@example.org").name("Ada"));

        User same = updated(update(ada, UserChange.ifVersion(1).name("Ada").email(" ada@example.org")));

        assertThat(same).isEqualTo(ada);
        assertThat(events(USER_UPDATED)).isEmpty();
    }

    @Test
    void whoReadAnOlderVersionIsToldTheCurrentOne() {
        User ada = create("ada@example.org");
        User changed = updated(update(ada, UserChange.ifVersion(1).name("Ada")));

        var result = update(ada, UserChange.ifVersion(1).name("Adele"));

        assertThat(result).isEqualTo(new UpdateUserResult.Stale(changed));
        assertThat(found(ada).name()).isEqualTo("Ada");
    }

    @Test
    void ofTwoAtOnceWithOneVersionOneWins() {
        User ada = create("ada@example.org");

        List<UpdateUserResult> results = AtOnce.run(
                () -> update(ada, UserChange.ifVersion(1).name("Ada")),
                () -> update(ada, UserChange.ifVersion(1).name("Adele")));

        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Updated.class);
        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Stale.class);
    }

    @Test
    void ofTwoWhoTakeOneAddressAtOnceOneWins() {
        User ada = create("ada@example.org");
        User bob = create("bob@example.org");

        List<UpdateUserResult> results = AtOnce.run(
                () -> update(ada, UserChange.unconditional().email("new@example.org")),
                () -> update(bob, UserChange.unconditional().email("New@example.org")));

        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Updated.class);
        assertThat(results).hasAtLeastOneElementOfType(UpdateUserResult.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ada, email-invalid",
        "EMAIL, a b@example.org, email-invalid",
        "PHONE, 020 7946 0123, phone-invalid",
        "PHONE, +44 20 7946 01, phone-invalid",
        "PHONE, ada, phone-invalid",
        "NAME, a\u0007b, name-invalid",
        "EXTERNAL_ID, a\u0000b, external-id-invalid",
    })
    void whatIsNoValueIsRefused(UserChange.Field field, String text, String code) {
        User ada = create("ada@example.org");
        var change = UserChange.unconditional();
        var bad = switch (field) {
            case NAME -> change.name(text);
            case EMAIL -> change.email(text);
            case PHONE -> change.phone(text);
            case EXTERNAL_ID -> change.externalId(text);
        };

        assertRefused(update(ada, bad), code);

        assertThat(found(ada)).isEqualTo(ada);
    }

    @Test
    void whatIsTooLongIsRefused() {
        User ada = create("ada@example.org");

        assertRefused(
                update(
                        ada,
                        UserChange.unconditional()
                                .name("x".repeat(256))
                                .email("a".repeat(65) + "@example.org")
                                .phone("+44" + "1".repeat(1000))
                                .externalId("x".repeat(256))),
                "name-too-long",
                "email-invalid",
                "phone-invalid",
                "external-id-too-long");
        User changed = updated(
                update(ada, UserChange.unconditional().name("é".repeat(255)).externalId("é".repeat(255))));
        assertThat(changed.externalId()).hasSize(255);
    }

    @Test
    void externalIdsDifferInCaseAndAccents() {
        create(NewUser.withEmail("ada@example.org").externalId("host-1"));
        create(NewUser.withEmail("bob@example.org").externalId("HOST-1"));
        create(NewUser.withEmail("cid@example.org").externalId("hóst-1"));

        assertThat(userdeck.users()
                        .findByExternalId("host-1", TenantId.PUBLIC)
                        .orElseThrow()
                        .email())
                .isEqualTo("ada@example.org");
        assertThat(userdeck.users().findByExternalId(" ", TenantId.PUBLIC)).isEmpty();
    }

    @Test
    void aWholeUserNeedsAScopeOverAllTenants() {
        User ada = create("ada@example.org");
        addToOther(ada);
        var change = UserChange.unconditional().name("Ada");

        assertThat(userdeck.users().update(ada.id(), change, Scope.of(OTHER), INES))
                .isEqualTo(new UpdateUserResult.PartlyOutOfScope());
        assertThat(userdeck.users().update(ada.id(), change, Scope.of(new TenantId("third")), INES))
                .isEqualTo(new UpdateUserResult.Unknown());
        assertThat(userdeck.users().update(NOBODY, change, Scope.all(), INES))
                .isEqualTo(new UpdateUserResult.Unknown());
        assertThat(found(ada).name()).isNull();
    }

    @Test
    void theEventTellsWhatChangedFromWhatToWhat() {
        User ada = create(NewUser.withEmail("ada@example.org").name("Ada"));

        update(ada, UserChange.unconditional().name(null).phone("+442079460123"));

        assertThat(events(USER_UPDATED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(INES);
            assertThat(event.user()).isEqualTo(ada.id());
            assertThat(event.tenant()).isEqualTo(TenantId.PUBLIC);
            assertThat(event.changes())
                    .containsExactlyInAnyOrder(
                            new Change("name", "Ada", null), new Change("phone", null, "+442079460123"));
        });
    }

    private UpdateUserResult update(User user, UserChange change) {
        return userdeck.users().update(user.id(), change, Scope.all(), INES);
    }
}
