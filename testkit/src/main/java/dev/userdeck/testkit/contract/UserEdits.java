package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts about changes of users: a second tenant, an operator, and words for what is looked at. */
abstract class UserEdits extends EngineContract {
    static final TenantId OTHER = new TenantId("other");
    static final UserId NOBODY = new UserId("no-such-user");
    static final Actor INES = Actor.operator("op-1", "Ines").ip("192.0.2.1");

    @BeforeEach
    final void createTheOtherTenant() {
        userdeck.tenants().create(OTHER, "Other", Actor.system());
    }

    final User create(NewUser newUser) {
        CreateUserResult result = userdeck.users().create(newUser, INES);
        assertThat(result).isInstanceOf(CreateUserResult.Created.class);
        return ((CreateUserResult.Created) result).user();
    }

    final User create(String email) {
        return create(NewUser.withEmail(email));
    }

    final void addToOther(User user) {
        assertThat(userdeck.users().addToTenant(user.id(), OTHER, INES)).isInstanceOf(AddToTenantResult.Added.class);
    }

    final User found(User user) {
        return userdeck.users().find(user.id()).orElseThrow();
    }

    static User updated(UpdateUserResult result) {
        assertThat(result).isInstanceOf(UpdateUserResult.Updated.class);
        return ((UpdateUserResult.Updated) result).user();
    }

    static void assertRefused(UpdateUserResult result, String... codes) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        UpdateUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::code)
                                .containsExactlyInAnyOrder(codes));
    }

    static void assertTaken(AddToTenantResult result, String... codes) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        AddToTenantResult.Taken.class,
                        taken -> assertThat(taken.errors())
                                .extracting(FieldError::code)
                                .containsExactlyInAnyOrder(codes));
    }

    static void assertRefused(CreateUserResult result, String... codes) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        CreateUserResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::code)
                                .containsExactlyInAnyOrder(codes));
    }
}
