package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.FirstChips;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.TableRow;
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
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.userroles.http.AssignRoles;
import dev.userdeck.recipe.userroles.http.RoleBody;
import dev.userdeck.recipe.userroles.http.RoleView;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The recipe's JSON API and panels. */
abstract class RoleRoutesContract extends RolesGround {
    @Test
    void aRoleIsCreatedAndListed() {
        var body = new RoleBody("refund-agent", "Gives money back", List.of("ticket:refund", "ticket:read"));

        var response = to("POST /roles").body(body).send();

        var permissions = List.of("ticket:read", "ticket:refund");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body())
                .isEqualTo(new RoleView("refund-agent", "refund-agent", "Gives money back", permissions));
        TableRow row = rows().get(0);
        assertThat(row.key()).isEqualTo("refund-agent");
        assertThat(row.cells())
                .containsEntry("name", new TitleValue("refund-agent", "Gives money back"))
                .containsEntry("users", 0L)
                .containsEntry(
                        "permissions",
                        new FirstChips(permissions.stream().map(ChipValue::new).toList(), 2));
    }

    @Test
    void aTakenNameIsAConflict() {
        aRole("refund-agent");

        Problem problem = problem(to("POST /roles").body(new RoleBody("refund-agent", null, null)));

        assertThat(problem.type().slug()).isEqualTo("role-taken");
        assertThat(problem.type().status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("There is a role with this name. Nothing was changed.");
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("name");
        assertThat(problem.extras()).containsEntry("row", "refund-agent");
    }

    @Test
    void refusedWordsNameTheirField() {
        var body = new RoleBody(null, null, Arrays.asList("ok", null, "p".repeat(256)));

        Problem problem = problem(to("POST /roles").body(body));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
        assertThat(problem.errors()).extracting(error -> error.field()).containsExactly("name", "permissions");
    }

    @Test
    void deletingSaysWhoLosesItFirst() {
        UserId ada = aUser("ada");
        aRole("refund-agent");
        roles.assign(ada, "refund-agent");

        var facts = (Facts) to("GET /roles/{role}/deletion")
                .with("role", "refund-agent")
                .send()
                .body();
        var response = to("DELETE /roles/{role}").with("role", "refund-agent").send();

        assertThat(Objects.requireNonNull(facts).facts())
                .extracting(fact -> fact.count() + " " + fact.text().text(fact.count()))
                .containsExactly("1 user loses it, at the next request", "0 permissions that no other role gives:");
        assertThat(response.status()).isEqualTo(204);
        assertThat(problem(to("DELETE /roles/{role}").with("role", "refund-agent"))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(problem(to("GET /roles/{role}/deletion").with("role", "refund-agent"))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void anyNameMakesAKeyThatFitsAPath() {
        List<String> names =
                List.of("team/lead", "..", "a b", "~tilde", "100%", "a\\b", "a;b", "rôle", "🎫".repeat(127));
        names.forEach(this::aRole);

        for (TableRow row : rows()) {
            assertThat(row.key()).matches("[A-Za-z0-9~_-]+");
            to("DELETE /roles/{role}").with("role", row.key()).send();
        }

        assertThat(rows()).isEmpty();
        assertThat(problem(to("DELETE /roles/{role}").with("role", "~%%")).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void rolesAreAssignedAndTakenAwayInATenant() {
        User grace = user(aUserOfStaffToo("grace"));
        aRole("team/lead", "shift:edit");
        aRole("conductor");

        to("POST /users/{userId}/roles")
                .about(grace)
                .body(new AssignRoles(List.of("team/lead", "conductor"), "staff"))
                .send();
        ChipsData data = section(grace);
        Chip lead = data.items().get(1);
        to("DELETE /users/{userId}/roles/{role}")
                .about(grace)
                .with("role", lead.id())
                .with("tenant", "staff")
                .send();

        assertThat(data.items()).extracting(Chip::label, Chip::tenant).hasSize(2);
        assertThat(lead.label()).isEqualTo("team/lead");
        assertThat(Objects.requireNonNull(data.more()).items())
                .extracting(item -> item.label() + " by " + item.hint() + " in " + item.tenant())
                .containsExactly("shift:edit by team/lead in staff");
        assertThat(section(grace).items()).extracting(Chip::label).containsExactly("conductor");
    }

    @Test
    void aTenantOutOfReachIsNotFound() {
        User grace = user(aUserOfStaffToo("grace"));
        aRole("conductor");
        Operator operator = Operator.of("Ines", Preset.SUPPORT).scope(Scope.of(TenantId.PUBLIC));

        for (String tenant : List.of("staff", "nowhere", "no such tenant")) {
            var assign = to("POST /users/{userId}/roles")
                    .as(operator)
                    .about(grace)
                    .body(new AssignRoles(List.of("conductor"), tenant));
            var remove = to("DELETE /users/{userId}/roles/{role}")
                    .as(operator)
                    .about(grace)
                    .with("role", "conductor")
                    .with("tenant", tenant);
            assertThat(problem(assign).type()).isEqualTo(ProblemType.NOT_FOUND);
            assertThat(problem(remove).type()).isEqualTo(ProblemType.NOT_FOUND);
        }
        assertThat(roles.rolesOf(grace.id(), Scope.all())).isEmpty();
    }

    @Test
    void aTenantThatIsNotThereHasNoRolesToChooseFrom() {
        User ada = user(aUser("ada"));
        aRole("conductor");

        for (String tenant : List.of("nowhere", "no such tenant")) {
            var options = to("GET /users/{userId}/role-options").about(ada).with("tenant", tenant);
            assertThat(problem(options).type()).isEqualTo(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void whatCantBeAssignedNamesItsField() {
        User ada = user(aUser("ada"));
        aRole("conductor");

        assertThat(code(ada, new AssignRoles(null, "public"))).isEqualTo("roles-count");
        assertThat(code(ada, new AssignRoles(List.of("conductor"), null))).isEqualTo("tenant-missing");
        assertThat(code(ada, new AssignRoles(List.of("gone"), "public"))).isEqualTo("role-unknown");
        assertThat(code(ada, new AssignRoles(List.of("conductor"), "staff"))).isEqualTo("not-a-member");
    }

    @Test
    void optionsAreSearched() {
        aRole("conductor");
        aRole("refund-agent");

        var options = (Options) to("GET /role-options").with("q", "ref").send().body();

        assertThat(Objects.requireNonNull(options).items())
                .containsExactly(new Option("refund-agent", "refund-agent", null));
    }

    @Test
    void aDeletedUserLosesSoManyRoles() {
        User ada = user(aUser("ada"));
        aRole("conductor");
        aRole("refund-agent");
        roles.assign(ada.id(), TenantId.PUBLIC, List.of("conductor", "refund-agent"), INES);

        var facts = userdeck.recipes().get(0).dashboard().deletionFacts().apply(request(ada));

        assertThat(facts)
                .extracting(fact -> fact.count() + " " + fact.text().text())
                .containsExactly("2 roles");
    }

    private List<TableRow> rows() {
        var page = (Page<?>) Objects.requireNonNull(to("GET /roles").send().body());
        return page.items().stream().map(TableRow.class::cast).toList();
    }

    private ChipsData section(User user) {
        var section = userdeck.recipes().get(0).dashboard().sections().get(0);
        return ((Chips) section.content()).data().apply(request(user));
    }

    private static SectionRequest request(User user) {
        return new SectionRequest(user, Scope.all(), Operator.of("Ines", Preset.OWNER));
    }

    private String code(User user, AssignRoles body) {
        var problem = problem(to("POST /users/{userId}/roles").about(user).body(body));
        return problem.errors().get(0).code();
    }
}
