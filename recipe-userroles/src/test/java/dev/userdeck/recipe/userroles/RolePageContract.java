package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Column.UserValue;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Link;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.userroles.http.RoleBody;
import dev.userdeck.recipe.userroles.http.RoleView;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of roles: the list, the preview, and editing in it. */
abstract class RolePageContract extends RolesGround {

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new UserRolesRecipe().protectedRoles("admin"));
    }

    @Test
    void theListTakesThreeStatementsForAThousandRoles() {
        UserId ada = aUser("ada");
        IntStream.range(0, 1_000).forEach(i -> aRole("role-%03d".formatted(i), "a:1", "b:2", "c:3", "d:" + i));
        roles.assign(ada, "role-000");
        database.statements().reset();

        Page<TableRow> first = list(null, null);

        // the roles, the first of their permissions, and how many hold them
        assertThat(database.statements().statements()).hasSize(3);
        assertThat(first.items()).hasSize(50);
        assertThat(first.nextCursor()).isNotNull();
        Page<TableRow> second = list(null, first.nextCursor());
        assertThat(second.items().get(0).key()).isEqualTo("role-050");
        assertThat(list(null, second.previousCursor()).items()).isEqualTo(first.items());
    }

    @Test
    void aRoleIsFoundByTheBeginningOfItsNameOrOfAPermission() {
        aRole("Refund-agent", "ticket:refund");
        aRole("conductor", "ticket:check");
        aRole("fleet", "refunds:never");
        aRole("100%");

        assertThat(names("refund")).containsExactly("fleet", "Refund-agent");
        assertThat(names("ticket:")).containsExactly("conductor", "Refund-agent");
        assertThat(names("100%")).containsExactly("100%");
        assertThat(names("%")).isEmpty();
        assertThat(names("_")).isEmpty();
        assertThat(names("nothing\u0000")).isEmpty();
        assertThat(names("x".repeat(2_000))).isEmpty();
    }

    @Test
    void aPreviewTellsAllOfARoleInFiveStatements() {
        var holders = new ArrayList<UserId>();
        aRole("conductor", "ticket:read", "ticket:check");
        for (int i = 0; i < 12; i++) {
            holders.add(aUser("user" + i));
            roles.assign(holders.get(i), "conductor");
        }
        database.statements().reset();

        PreviewData data = preview("conductor");

        // the role, its permissions, a page of holders, their tenants, their names, and how many there are
        assertThat(database.statements().statements()).hasSize(5);
        assertThat(data.title()).isEqualTo("conductor");
        assertThat(data.parts().get("permissions"))
                .isEqualTo(new PreviewData.Labels(List.of("ticket:check", "ticket:read")));
        var rows = (PreviewData.Rows) Objects.requireNonNull(data.parts().get("users"));
        assertThat(rows.total()).isEqualTo(12);
        assertThat(rows.all()).isEqualTo(Link.toUsers("role", "conductor"));
        assertThat(rows.page().items()).hasSize(10);
        assertThat(rows.page().items().get(0).cells())
                .containsEntry("user", new UserValue(holders.get(0).value(), "user0@example.org"))
                .containsEntry("tenants", List.of(TenantId.PUBLIC));
        var rest = (Page<?>) Objects.requireNonNull(to("GET /roles/{role}/holders")
                .with("role", "conductor")
                .with("cursor", Objects.requireNonNull(rows.page().nextCursor()))
                .send()
                .body());
        assertThat(rest.items()).hasSize(2);
    }

    @Test
    void aRoleIsEditedFromItsPreview() {
        aRole("conductor", "ticket:read", "ticket:check");
        UserId ada = aUser("ada");
        roles.assign(ada, "conductor");
        PreviewData before = preview("conductor");

        Response answer = edit("conductor", before.version())
                .body(new RoleBody("team/guard", "On board", List.of("ticket:check", "ticket:sell")))
                .send();

        var view = (RoleView) Objects.requireNonNull(answer.body());
        assertThat(view.name()).isEqualTo("team/guard");
        PreviewData after = preview(view.key());
        assertThat(answer.headers()).containsEntry("ETag", Response.etagOf(after.version()));
        assertThat(after.line()).isEqualTo("On board");
        assertThat(after.values()).containsEntry("permissions", List.of("ticket:check", "ticket:sell"));
        assertThat(roles.hasPermission(ada, "ticket:sell")).isTrue();
        assertThat(problem(to("GET /roles/{role}").with("role", "conductor")).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void whatCantBeSavedChangesNothing() {
        aRole("conductor", "ticket:check");
        aRole("guard");
        long version = preview("conductor").version();

        assertThat(problem(edit("conductor", version).body(new RoleBody("guard", null, null)))
                        .extras())
                .containsEntry("row", "guard");
        assertThat(refused(version, new RoleBody(null, null, null))).containsExactly("name");
        assertThat(refused(version, new RoleBody(" ", null, null))).containsExactly("name");
        assertThat(refused(version, new RoleBody("n".repeat(256), "d".repeat(1_001), List.of("p".repeat(300)))))
                .containsExactly("name", "description", "permissions");
        assertThat(refused(version, new RoleBody("a\u0007b", "a\u0000", List.of("a\nb"))))
                .containsExactly("name", "description", "permissions");
        assertThat(refused(version, new RoleBody("conductor", null, permissions(10_001))))
                .containsExactly("permissions");
        assertThat(roles.find("conductor").orElseThrow().permissions()).containsExactly("ticket:check");
        assertThat(roles.find("conductor").orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void aNameInOtherLettersIsTaken() {
        aRole("conductor");

        Problem problem = problem(to("POST /roles").body(new RoleBody("Conductor", null, null)));

        assertThat(problem.type().slug()).isEqualTo("role-taken");
        assertThat(problem.extras()).containsEntry("row", "conductor");
        assertThat(names("conductor")).containsExactly("conductor");
    }

    @Test
    void tenThousandPermissionsAreKept() {
        aRole("everything");
        long version = preview("everything").version();

        edit("everything", version)
                .body(new RoleBody("everything", null, permissions(10_000)))
                .send();

        assertThat(preview("everything").parts().get("permissions"))
                .isEqualTo(new PreviewData.Labels(
                        List.copyOf(roles.find("everything").orElseThrow().permissions())));
        assertThat(roles.find("everything").orElseThrow().permissions()).hasSize(10_000);
        assertThat(list(null, null).items().get(0).cells().get("permissions"))
                .hasToString("FirstChips[first=[ChipValue[label=area:0], ChipValue[label=area:1],"
                        + " ChipValue[label=area:10]], total=10000]");
    }

    @Test
    void anotherVersionIsStale() {
        aRole("conductor");
        long version = preview("conductor").version();
        roles.grant("conductor", List.of("ticket:read"), INES);

        for (String etag : List.of(Response.etagOf(version), "*", "\"x\"", "1", "\"" + "9".repeat(30) + "\"")) {
            Problem problem = problem(to("PUT /roles/{role}")
                    .with("role", "conductor")
                    .header("If-Match", etag)
                    .body(new RoleBody("guard", null, null)));
            assertThat(problem.type()).as(etag).isEqualTo(ProblemType.STALE);
        }
        assertThat(names("")).containsExactly("conductor");
    }

    @Test
    void aRoleThatIsGoneIsNotFound() {
        for (String key : List.of("gone", "~", "~%%", "x".repeat(500), "~AA")) {
            assertThat(problem(to("GET /roles/{role}").with("role", key)).type())
                    .as(key)
                    .isEqualTo(ProblemType.NOT_FOUND);
            assertThat(problem(edit(key, 1).body(new RoleBody("x", null, null))).type())
                    .as(key)
                    .isEqualTo(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void aProtectedRoleSaysWhatCantBeDone() {
        aRole("admin", "*:*");

        PreviewData data = preview("admin");
        Problem rename = problem(edit("admin", data.version()).body(new RoleBody("boss", null, null)));
        Problem delete = problem(to("DELETE /roles/{role}").with("role", "admin"));

        assertThat(data.lockedFields()).containsOnlyKeys("name");
        assertThat(data.lockedActions().keySet()).extracting(Object::toString).containsExactly("DELETE /roles/{role}");
        assertThat(rename.errors()).extracting(error -> error.field()).containsExactly("name");
        assertThat(delete.type()).isEqualTo(ProblemType.CONFLICT);
        edit("admin", data.version())
                .body(new RoleBody("admin", "Everything", List.of("*:*", "x")))
                .send();
        assertThat(preview("admin").line()).isEqualTo("Everything");
    }

    @Test
    void deletionNamesWhatNobodyGivesAnyMore() {
        UserId grace = aUserOfStaffToo("grace");
        aRole("conductor", "ticket:read", "ticket:check");
        aRole("guard", "ticket:read");
        roles.assign(grace, "conductor");
        roles.assign(grace, STAFF, List.of("conductor"), INES);

        var facts = (Facts) Objects.requireNonNull(to("GET /roles/{role}/deletion")
                .with("role", "conductor")
                .send()
                .body());

        assertThat(facts.facts())
                .extracting(fact -> fact.count() + " " + fact.text().text(fact.count()) + " " + fact.names())
                .containsExactly(
                        "1 user loses it, at the next request []",
                        "2 tenants have users with it []",
                        "1 permission that no other role gives: [ticket:check]");
    }

    @Test
    void permissionsThatAreKnownAreOffered() {
        aRole("conductor", "ticket:read", "ticket:check");
        aRole("guard", "ticket:read");

        var options = (Options) Objects.requireNonNull(
                to("GET /permission-options").with("q", "ticket:").send().body());

        assertThat(options.items())
                .containsExactly(
                        new Option("ticket:check", "ticket:check", "in 1 role"),
                        new Option("ticket:read", "ticket:read", "in 2 roles"));
        assertThat(options.more()).isFalse();
    }

    @Test
    void whatIsLeftToAssignIsWithoutWhatIsHeldThere() {
        UserId grace = aUserOfStaffToo("grace");
        IntStream.range(0, 60).forEach(i -> aRole("role-%02d".formatted(i)));
        var held = IntStream.range(0, 55).mapToObj("role-%02d"::formatted).toList();
        roles.assign(grace, STAFF, held, INES);

        Options staff = left(grace, "staff");
        Options everyone = left(grace, "public");

        assertThat(staff.items())
                .extracting(Option::id)
                .containsExactly("role-55", "role-56", "role-57", "role-58", "role-59");
        assertThat(staff.more()).isFalse();
        assertThat(everyone.items()).hasSize(50);
        assertThat(everyone.more()).isTrue();
    }

    private Options left(UserId user, String tenant) {
        return (Options) Objects.requireNonNull(to("GET /users/{userId}/role-options")
                .about(user(user))
                .with("tenant", tenant)
                .send()
                .body());
    }

    private PreviewData preview(String key) {
        return (PreviewData) Objects.requireNonNull(
                to("GET /roles/{role}").with("role", key).send().body());
    }

    private TestRequest edit(String key, long version) {
        return to("PUT /roles/{role}").with("role", key).header("If-Match", Response.etagOf(version));
    }

    private List<String> refused(long version, RoleBody body) {
        Problem problem = problem(edit("conductor", version).body(body));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
        return problem.errors().stream().map(error -> error.field()).toList();
    }

    private static List<String> permissions(int count) {
        return IntStream.range(0, count).mapToObj(i -> "area:" + i).toList();
    }

    private List<String> names(String search) {
        return list(search, null).items().stream()
                .map(row -> (TitleValue) Objects.requireNonNull(row.cells().get("name")))
                .map(TitleValue::text)
                .toList();
    }

    private Page<TableRow> list(@Nullable String search, @Nullable String cursor) {
        TestRequest request = to("GET /roles");
        request = search == null ? request : request.with("q", search);
        request = cursor == null ? request : request.with("cursor", cursor);
        return ((Page<?>) Objects.requireNonNull(request.send().body())).map(TableRow.class::cast);
    }
}
