package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A running library with the recipe, and a few words to set a scene. */
abstract class RolesGround extends EngineContract {
    static final Actor INES = Actor.operator("op-1", "Ines");
    static final TenantId STAFF = new TenantId("staff");
    static final UserId NOBODY = new UserId("nobody");

    UserRoles roles;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new UserRolesRecipe());
    }

    @BeforeEach
    void findTheService() {
        roles = userdeck.recipe(UserRoles.class);
    }

    UserId aUser(String name) {
        return created(userdeck, name + "@example.org").id();
    }

    UserId aUserOfStaffToo(String name) {
        User user = created(userdeck, name + "@example.org");
        userdeck.tenants().create(STAFF, "Station staff", INES);
        userdeck.users().addToTenant(user.id(), STAFF, INES);
        return user.id();
    }

    void aRole(String name, String... permissions) {
        assertThat(roles.create(name, null, List.of(permissions), INES)).isInstanceOf(CreateRoleResult.Created.class);
    }

    User user(UserId id) {
        return userdeck.users().find(id).orElseThrow();
    }

    /** A request to a route of the recipe, named as in {@code GET /roles}. */
    TestRequest to(String route) {
        return TestRequest.to(userdeck.recipes().get(0).dashboard().routes().stream()
                .filter(candidate -> candidate.toString().equals(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + route)));
    }

    static Problem problem(TestRequest request) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, request::send);
        assertThat(refused).as("why it was refused").isNotNull();
        return refused.problem();
    }
}
