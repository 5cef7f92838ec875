package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.recipe.userroles.UpdateRoleResult.NameTaken;
import dev.userdeck.recipe.userroles.UpdateRoleResult.Refused;
import dev.userdeck.recipe.userroles.UpdateRoleResult.Stale;
import dev.userdeck.recipe.userroles.UpdateRoleResult.Unknown;
import dev.userdeck.recipe.userroles.UpdateRoleResult.Updated;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changing roles that are there. */
abstract class RoleChangesContract extends RolesGround {
    @Test
    void aChangeIsWrittenAsAWhole() {
        aRole("refund-agent", "ticket:read", "ticket:refund");
        clock.advance(Duration.ofDays(1));

        var result = roles.update(
                "refund-agent",
                RoleChange.ifVersion(1)
                        .name(" refund-desk ")
                        .description("Gives money back")
                        .permissions(List.of("ticket:refund", "refund:approve")),
                INES);

        Role role = ((Updated) result).role();
        assertThat(role.name()).isEqualTo("refund-desk");
        assertThat(role.description()).isEqualTo("Gives money back");
        assertThat(role.permissions()).containsExactly("refund:approve", "ticket:refund");
        assertThat(role.changedAt()).isEqualTo(clock.instant()).isAfter(role.createdAt());
        assertThat(role.version()).isEqualTo(2);
        assertThat(roles.find("refund-desk")).contains(role);
        assertThat(roles.find("refund-agent")).isEmpty();
        assertThat(userdeck.audit().list(AuditQuery.of(Scope.all()).size(1)).items())
                .singleElement()
                .satisfies(event -> assertThat(event.action() + " " + event.target() + " " + event.changes())
                        .contains("userroles.role-updated refund-desk", "refund-agent", "ticket:read", "refund:approve")
                        .doesNotContain("ticket:refund"));
    }

    @Test
    void whoHoldsARoleKeepsItUnderItsNewName() {
        UserId ada = aUser("ada");
        UserId grace = aUserOfStaffToo("grace");
        aRole("refund-agent", "ticket:refund");
        roles.assign(ada, "refund-agent");
        roles.assign(grace, STAFF, List.of("refund-agent"), INES);

        assertThat(roles.rename("refund-agent", "refund-desk", INES)).isInstanceOf(Updated.class);

        assertThat(roles.holders("refund-desk")).contains(new RoleHolders(2, 2));
        assertThat(roles.holders("refund-agent")).isEmpty();
        assertThat(roles.hasPermission(ada, "ticket:refund")).isTrue();
        assertThat(roles.hasPermission(grace, STAFF, "ticket:refund")).isTrue();
        aRole("refund-agent");
        assertThat(roles.holders("refund-agent")).contains(new RoleHolders(0, 0));
    }

    @Test
    void aRoleIsRenamedToOtherLetters() {
        aRole("admin");
        aRole("author");

        assertThat(roles.rename("admin", "Admin", INES)).isInstanceOf(Updated.class);
        assertThat(roles.rename("Admin", "\uFF21dmin", INES)).isInstanceOf(Updated.class);
        assertThat(roles.rename("author", "ADMIN", INES)).isEqualTo(new NameTaken("\uFF21dmin"));
        assertThat(roles.list(RoleQuery.all().size(10)).items())
                .extracting(usage -> usage.role().name())
                .containsExactlyInAnyOrder("\uFF21dmin", "author");
    }

    @Test
    void permissionsAreGrantedAndRevokedTogether() {
        UserId ada = aUser("ada");
        aRole("conductor", "ticket:read");
        roles.assign(ada, "conductor");

        roles.grant("conductor", List.of(" ticket:check", "ticket:read", "ticket:fine"), INES);
        assertThat(gives("conductor")).containsExactly("ticket:check", "ticket:fine", "ticket:read");
        assertThat(roles.hasPermission(ada, "ticket:check")).isTrue();

        roles.revoke("conductor", List.of("ticket:read", "ticket:fine", "never:given"), INES);
        assertThat(gives("conductor")).containsExactly("ticket:check");
        assertThat(roles.hasPermission(ada, "ticket:read")).isFalse();
    }

    @Test
    void aRoleTakesTenThousandPermissions() {
        aRole("machine");
        var all = IntStream.range(0, 10_000)
                .mapToObj(i -> "part-%05d:use".formatted(i))
                .toList();

        roles.grant("machine", all, INES);
        assertThat(gives("machine")).containsExactlyElementsOf(all);
        assertThat(code(roles.grant("machine", List.of("one:more"), INES))).isEqualTo("permissions-too-many");

        roles.revoke("machine", all.subList(1, all.size()), INES);
        assertThat(gives("machine")).containsExactly(all.get(0));
    }

    @Test
    void aPermissionThatIsTooLongIsRefusedWithWords() {
        aRole("conductor");

        var result = roles.grant("conductor", List.of("ticket:read", "p".repeat(300)), INES);

        assertThat(((Refused) result).errors())
                .extracting(FieldError::message)
                .containsExactly("“pppppppppppppppppppp…” has 300 characters. A permission has at most 255.");
        assertThat(gives("conductor")).isEmpty();
    }

    @Test
    void aChangeOfWhatWasReadBeforeIsStale() {
        aRole("conductor", "ticket:read");
        roles.update("conductor", RoleChange.ifVersion(1).description("Checks tickets"), INES);

        var result = roles.update("conductor", RoleChange.ifVersion(1).name("inspector"), INES);

        assertThat(result).isInstanceOf(Stale.class);
        assertThat(((Stale) result).current()).isEqualTo(roles.find("conductor").orElseThrow());
        assertThat(((Stale) result).current().permissions()).containsExactly("ticket:read");
    }

    @Test
    void nothingToChangeWritesNothing() {
        roles.create("conductor", "Checks tickets", List.of("ticket:read"), INES);
        Role before = roles.find("conductor").orElseThrow();
        int events = userdeck.audit()
                .list(AuditQuery.of(Scope.all()).size(100))
                .items()
                .size();

        var change = RoleChange.unconditional()
                .name("conductor")
                .description("Checks tickets")
                .grant(List.of("ticket:read"));

        assertThat(roles.update("conductor", change, INES)).isEqualTo(new Updated(before));
        assertThat(roles.find("conductor")).contains(before);
        assertThat(userdeck.audit().list(AuditQuery.of(Scope.all()).size(100)).items())
                .hasSize(events);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        aRole("conductor", "ticket:read");
        Role before = roles.find("conductor").orElseThrow();

        assertThat(code(roles.rename("conductor", " ", INES))).isEqualTo("name-missing");
        assertThat(code(roles.update("conductor", RoleChange.unconditional().description("d".repeat(1_001)), INES)))
                .isEqualTo("description-too-long");
        assertThat(roles.rename("Conductor", "other", INES)).isEqualTo(new Unknown());
        assertThat(roles.rename("a\0b", "other", INES)).isEqualTo(new Unknown());
        assertThat(roles.find("conductor")).contains(before);
    }

    @Test
    void aDescriptionCanBeTakenAway() {
        roles.create("conductor", "Checks\ntickets", List.of(), INES);
        assertThat(roles.find("conductor").orElseThrow().description()).isEqualTo("Checks\ntickets");

        roles.update("conductor", RoleChange.unconditional().description(null), INES);

        assertThat(roles.find("conductor").orElseThrow().description()).isNull();
    }

    @Test
    void holdersAreReadForwardAndBack() {
        aRole("conductor");
        List<UserId> users =
                IntStream.range(0, 5).mapToObj(i -> aUser("user" + i)).toList();
        users.forEach(user -> roles.assign(user, "conductor"));

        var first = roles.usersWith(RoleHolderQuery.of("conductor", Scope.all()).size(2));
        var second = roles.usersWith(
                RoleHolderQuery.of("conductor", Scope.all()).size(2).cursor(first.nextCursor()));
        var third = roles.usersWith(
                RoleHolderQuery.of("conductor", Scope.all()).size(2).cursor(second.nextCursor()));

        assertThat(first.items()).extracting(RoleHolder::user).containsExactlyElementsOf(users.subList(0, 2));
        assertThat(second.items()).extracting(RoleHolder::user).containsExactlyElementsOf(users.subList(2, 4));
        assertThat(third.items()).extracting(RoleHolder::user).containsExactly(users.get(4));
        assertThat(third.nextCursor()).isNull();
        assertThat(roles.usersWith(
                        RoleHolderQuery.of("conductor", Scope.all()).size(2).cursor(third.previousCursor())))
                .isEqualTo(second);
        assertThat(roles.usersWith(RoleHolderQuery.of("Conductor", Scope.all()).size(2))
                        .items())
                .isEmpty();
    }

    @Test
    void aHolderInTwoTenantsIsOneHolder() {
        UserId grace = aUserOfStaffToo("grace");
        aRole("conductor");
        roles.assign(grace, "conductor");
        roles.assign(grace, STAFF, List.of("conductor"), INES);

        assertThat(roles.usersWith(RoleHolderQuery.of("conductor", Scope.all()).size(10))
                        .items())
                .containsExactly(new RoleHolder(grace, List.of(TenantId.PUBLIC, STAFF)));
        assertThat(roles.usersWith(
                                RoleHolderQuery.of("conductor", Scope.of(STAFF)).size(10))
                        .items())
                .containsExactly(new RoleHolder(grace, List.of(STAFF)));
        assertThat(roles.usersWith(RoleHolderQuery.of("conductor", Scope.of(new TenantId("other")))
                                .size(10))
                        .items())
                .isEmpty();
    }

    @Test
    void aHolderInManyTenantsTakesNoMoreThanOnePlaceOfAPage() {
        UserId grace = aUser("grace");
        UserId ada = aUser("ada");
        aRole("conductor");
        List.of(grace, ada).forEach(user -> roles.assign(user, "conductor"));
        for (int i = 0; i < 9; i++) {
            var tenant = new TenantId("t" + i);
            userdeck.tenants().create(tenant, "T" + i, INES);
            userdeck.users().addToTenant(grace, tenant, INES);
            roles.assign(grace, tenant, List.of("conductor"), INES);
        }

        var first = roles.usersWith(RoleHolderQuery.of("conductor", Scope.all()).size(1));

        assertThat(first.items()).extracting(RoleHolder::user).containsExactly(grace);
        assertThat(first.items().get(0).tenants()).hasSize(10);
        assertThat(roles.usersWith(RoleHolderQuery.of("conductor", Scope.all())
                                .size(1)
                                .cursor(first.nextCursor()))
                        .items())
                .containsExactly(new RoleHolder(ada, List.of(TenantId.PUBLIC)));
    }

    private List<String> gives(String role) {
        return List.copyOf(roles.find(role).orElseThrow().permissions());
    }

    private static String code(UpdateRoleResult result) {
        return ((Refused) result).errors().get(0).code();
    }
}
