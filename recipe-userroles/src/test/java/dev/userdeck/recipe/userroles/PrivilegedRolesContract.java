package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.userroles.http.AssignRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that not each operator who assigns roles may assign. */
abstract class PrivilegedRolesContract extends RolesGround {
    private static final Operator SUPPORT = Operator.of("Sam", Preset.SUPPORT);
    private static final Operator ADMIN = Operator.of("Ann", Preset.ADMIN);
    private static final Operator TRUSTED = Operator.of(
            "Tess", Preset.of("trusted", "Trusted", Set.of("users:read", "roles:assign", "roles:assign-privileged")));

    private User ada;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new UserRolesRecipe().privilegedRoles("admin"));
    }

    @BeforeEach
    void rolesAndSomebody() {
        aRole("admin");
        aRole("guest");
        ada = user(aUser("ada"));
    }

    @Test
    void supportAssignsWhatIsHarmless() {
        Problem refused = problem(assign(SUPPORT, "guest", "admin"));

        assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refused.detail())
                .isEqualTo("To give or take away admin needs the permission roles:assign-privileged.");
        assertThat(held()).isEmpty();
        assertThat(assign(SUPPORT, "guest").send().status()).isEqualTo(204);
        assertThat(held()).containsExactly("guest");
    }

    @Test
    void whoHasThePermissionAssignsAll() {
        assertThat(assign(ADMIN, "admin").send().status()).isEqualTo(204);
        assertThat(remove(TRUSTED, "admin").send().status()).isEqualTo(204);
        assertThat(assign(TRUSTED, "admin").send().status()).isEqualTo(204);
        assertThat(held()).containsExactly("admin");
    }

    @Test
    void supportTakesNoneAway() {
        roles.assign(ada.id(), TenantId.PUBLIC, List.of("admin", "guest"), INES);

        assertThat(problem(remove(SUPPORT, "admin")).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(remove(SUPPORT, "guest").send().status()).isEqualTo(204);
        assertThat(held()).containsExactly("admin");
    }

    @Test
    void nothingIsOfferedThatIsRefused() {
        roles.assign(ada.id(), "admin");

        assertThat(offered("GET /assignable-roles", SUPPORT)).containsExactly("guest");
        assertThat(offered("GET /assignable-roles", ADMIN)).containsExactly("admin", "guest");
        assertThat(chips(SUPPORT)).extracting(chip -> chip.locked() != null).containsExactly(true);
        assertThat(chips(ADMIN)).extracting(chip -> chip.locked() != null).containsExactly(false);
        roles.remove(ada.id(), TenantId.PUBLIC, "admin", INES);
        assertThat(offered("GET /users/{userId}/role-options", SUPPORT)).containsExactly("guest");
        assertThat(offered("GET /users/{userId}/role-options", ADMIN)).containsExactly("admin", "guest");
    }

    @Test
    void oneThatIsNotOfferedIsNotFoundByItsIdEither() {
        var named = to("GET /assignable-roles").as(SUPPORT).with("id", "admin");

        assertThat(((Options) Objects.requireNonNull(named.send().body())).items())
                .isEmpty();
    }

    @Test
    void theFormForANewUserRefusesThem() {
        assertThat(created(SUPPORT, "admin")).extracting(FieldError::code).containsExactly("role-privileged");
        assertThat(created(SUPPORT, "guest")).isEmpty();
        assertThat(created(ADMIN, "admin")).isEmpty();
    }

    @Test
    void aBulkJobRefusesThem() {
        var job = NewBulkJob.of("userroles.assign", new BulkSelection.Named(Scope.all(), Set.of(ada.id())))
                .values(List.of("admin"));

        assertThat(userdeck.bulk().start(job, SUPPORT))
                .isInstanceOfSatisfying(
                        StartBulkJobResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(tuple("values", "role-privileged")));
        assertThat(userdeck.bulk().start(job, ADMIN)).isInstanceOf(StartBulkJobResult.Started.class);
    }

    @Test
    void suchARoleKeepsItsName() {
        assertThat(roles.rename("admin", "root", INES)).isEqualTo(new UpdateRoleResult.Protected());
        assertThat(roles.delete("admin", INES)).isEqualTo(new DeleteRoleResult.Deleted(0));
    }

    @Test
    void thePermissionIsKnownThoughNoRouteNamesIt() {
        assertThat(dashboard().permissions()).contains(RolePermissions.ROLES_ASSIGN_PRIVILEGED);
        assertThat(userdeck.operators().presets().permissions()).contains(RolePermissions.ROLES_ASSIGN_PRIVILEGED);
    }

    @Test
    void aNameThatNoRoleCanHaveIsRefused() {
        assertThatThrownBy(() -> new UserRolesRecipe().privilegedRoles(" admin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No role can be named ' admin'");
    }

    private TestRequest assign(Operator operator, String... names) {
        return to("POST /users/{userId}/roles").as(operator).about(ada).body(new AssignRoles(List.of(names), "public"));
    }

    private TestRequest remove(Operator operator, String role) {
        return to("DELETE /users/{userId}/roles/{role}")
                .as(operator)
                .about(ada)
                .with("role", role)
                .with("tenant", "public");
    }

    private List<String> offered(String route, Operator operator) {
        TestRequest request = to(route).as(operator).about(ada);
        if (route.contains("{userId}")) {
            request = request.with("tenant", "public");
        }
        return ((Options) Objects.requireNonNull(request.send().body()))
                .items().stream().map(Option::label).toList();
    }

    private List<Chip> chips(Operator operator) {
        var content = (Chips) dashboard().sections().get(0).content();
        ChipsData data = content.data().apply(new SectionRequest(ada, Scope.all(), operator));
        return data.items();
    }

    private List<FieldError> created(Operator operator, String role) {
        var creation = new Creation(ada, TenantId.PUBLIC, Map.of("roles", List.of(role)), operator);
        return Objects.requireNonNull(dashboard().createFields()).writer().write(creation);
    }

    private DashboardContribution dashboard() {
        return userdeck.recipes().get(0).dashboard();
    }

    private List<String> held() {
        return roles.rolesOf(ada.id(), Scope.all()).stream()
                .map(RoleAssignment::role)
                .toList();
    }
}
