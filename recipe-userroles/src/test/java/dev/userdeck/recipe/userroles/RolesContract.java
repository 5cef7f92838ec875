package dev.userdeck.recipe.userroles;

import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_CREATED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_DELETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.error.FieldError;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creating, listing and deleting roles. */
abstract class RolesContract extends RolesGround {
    @Test
    void aRoleBodyHasTrimmedWords() {
        var result = roles.create(" refund-agent\t", " Gives money back ", List.of(" b ", "a", "b"), INES);

        var role = new Role(
                "refund-agent",
                "Gives money back",
                new TreeSet<>(List.of("a", "b")),
                clock.instant(),
                clock.instant(),
                1,
                false);
        assertThat(result).isEqualTo(new CreateRoleResult.Created(role));
        assertThat(all()).containsExactly(new RoleUsage(role, 0));
    }

    @Test
    void aTakenNameChangesNothing() {
        roles.create("refund-agent", "Gives money back", List.of("ticket:refund"), INES);
        List<RoleUsage> before = all();

        var result = roles.create("refund-agent ", "Other", List.of("ticket:read"), INES);

        assertThat(result).isEqualTo(new CreateRoleResult.NameTaken("refund-agent"));
        assertThat(all()).isEqualTo(before);
        assertThat(actions()).containsExactly(ROLE_CREATED);
    }

    @Test
    void namesAreComparedExactly() {
        aRole("Ärzte");
        aRole("arzte");
        aRole("🎫 agent");

        assertThat(all())
                .extracting(usage -> usage.role().name())
                .containsExactlyInAnyOrder("Ärzte", "arzte", "🎫 agent");
        assertThat(roles.delete("ARZTE", INES)).isEqualTo(new DeleteRoleResult.Unknown());
    }

    @Test
    void twoRolesDoNotLookTheSame() {
        aRole("Refund-agent No 1");
        aRole("cop");
        aRole("\u0639\u0644\u06CC\u200C\u0631\u0636\u0627");

        for (String name : List.of(
                "refund-agent no 1",
                "REFUND-AGENT NO 1",
                "Refund\u2011agent No 1",
                "Refund\u2013agent No 1",
                "Refund-agent\u00A0No 1",
                "Refund-agent  No 1",
                "\uFF32efund-agent No 1",
                "Refund-agent No \u2460")) {
            assertThat(roles.create(name, null, List.of(), INES))
                    .as(name)
                    .isEqualTo(new CreateRoleResult.NameTaken("Refund-agent No 1"));
        }
        assertThat(roles.create("\u0441\u043E\u0440", null, List.of(), INES)) // of Cyrillic letters
                .isEqualTo(new CreateRoleResult.NameTaken("cop"));
        assertThat(roles.create("\u0639\u0644\u06CC\u0631\u0636\u0627", null, List.of(), INES))
                .isInstanceOf(CreateRoleResult.NameTaken.class);
        assertThat(all()).hasSize(3);
    }

    @Test
    void wordsShowAllThatTheyHold() {
        assertThat(fault(roles.create("admin\u202Exyz", null, List.of(), INES))).contains("U+202E");
        assertThat(fault(roles.create("ad\u00ADmin", null, List.of(), INES))).contains("U+00AD");
        assertThat(fault(roles.create("ad\u200Bmin", null, List.of(), INES))).contains("U+200B");
        assertThat(fault(roles.create("ad\u200Dmin", null, List.of(), INES))).contains("U+200D");
        assertThat(fault(roles.create("\u3164", null, List.of(), INES))).contains("U+3164");
        assertThat(fault(roles.create("\u2800", null, List.of(), INES))).contains("seen");
        assertThat(fault(roles.create("a", "Gives\n\u2067money", List.of(), INES)))
                .contains("U+2067");
        assertThat(fault(roles.create("a", null, List.of("a\u2060b"), INES))).contains("U+2060");
        assertThat(fault(roles.create("\u0430dmin", null, List.of(), INES))).contains("several scripts");
        assertThat(roles.create(
                        "\u0410\u0434\u043C\u0438\u043D IT-\u043E\u0442\u0434\u0435\u043B\u0430",
                        null,
                        List.of(),
                        INES))
                .isInstanceOf(CreateRoleResult.Created.class);
    }

    @Test
    void aRoleIsLookedUpByTheTextThatItWasMadeWith() {
        String apart = "A\u0308rzte";
        aRole(apart, "e\u0301");
        var ada = aUser("ada");

        assertThat(roles.create("\u00C4rzte", null, List.of(), INES)).isEqualTo(new CreateRoleResult.NameTaken(apart));
        roles.assign(ada, apart);
        assertThat(roles.hasPermission(ada, "e\u0301")).isTrue();
    }

    private static String fault(CreateRoleResult result) {
        return ((CreateRoleResult.Refused) result).errors().get(0).message();
    }

    @Test
    void theLongestWordsAreKept() {
        String name = "n".repeat(255);
        var permissions = IntStream.range(0, 10_000)
                .mapToObj(i -> String.format("%0255d", i))
                .toList();

        var result = roles.create(name, "d".repeat(1_000), permissions, INES);

        assertThat(result).isInstanceOf(CreateRoleResult.Created.class);
        assertThat(all().get(0).role().permissions()).containsExactlyElementsOf(permissions);
    }

    @Test
    void whatIsOutOfBoundsIsRefusedByField() {
        assertThat(refusal("", List.of())).containsExactly("name-missing");
        assertThat(refusal(" \u00a0\n", List.of())).containsExactly("name-missing");
        assertThat(refusal("n".repeat(256), List.of())).containsExactly("name-too-long");
        assertThat(refusal("a\0b", List.of())).containsExactly("name-invalid");
        assertThat(refusal("a\ud83cb", List.of())).containsExactly("name-invalid");
        assertThat(refusal("a", List.of("p".repeat(256)))).containsExactly("permission-invalid");
        assertThat(refusal("", List.of(" "))).containsExactly("name-missing", "permission-invalid");
        assertThat(refusal(
                        "a", IntStream.range(0, 10_001).mapToObj(i -> "p" + i).toList()))
                .containsExactly("permissions-too-many");
        assertThat(all()).isEmpty();
        assertThat(actions()).isEmpty();
    }

    @Test
    void deletingTakesTheRoleFromAll() {
        var ada = aUser("ada");
        var grace = aUserOfStaffToo("grace");
        aRole("refund-agent", "ticket:refund");
        aRole("conductor");
        roles.assign(ada, "refund-agent");
        roles.assign(ada, "conductor");
        roles.assign(grace, STAFF, List.of("refund-agent"), INES);

        assertThat(roles.holders("refund-agent")).contains(new RoleHolders(2, 2));
        assertThat(roles.delete("refund-agent", INES)).isEqualTo(new DeleteRoleResult.Deleted(2));

        assertThat(roles.rolesOf(ada, Scope.all()))
                .extracting(RoleAssignment::role)
                .containsExactly("conductor");
        assertThat(roles.rolesOf(grace, Scope.all())).isEmpty();
        assertThat(roles.hasPermission(ada, "ticket:refund")).isFalse();
        assertThat(roles.holders("refund-agent")).isEmpty();
        assertThat(roles.delete("refund-agent", INES)).isEqualTo(new DeleteRoleResult.Unknown());
        assertThat(actions()).startsWith(ROLE_DELETED);
    }

    @Test
    void theListIsReadForwardAndBack() {
        List.of("delta", "Alpha", "charlie", "alpine", "Bravo").forEach(this::aRole);

        Page<RoleUsage> first = roles.list(RoleQuery.all().size(2));
        Page<RoleUsage> second = roles.list(RoleQuery.all().size(2).cursor(first.nextCursor()));
        Page<RoleUsage> third = roles.list(RoleQuery.all().size(2).cursor(second.nextCursor()));
        Page<RoleUsage> back = roles.list(RoleQuery.all().size(2).cursor(third.previousCursor()));
        Page<RoleUsage> start = roles.list(RoleQuery.all().size(2).cursor(back.previousCursor()));

        assertThat(names(first)).containsExactly("Alpha", "alpine");
        assertThat(names(second)).containsExactly("Bravo", "charlie");
        assertThat(names(third)).containsExactly("delta");
        assertThat(third.nextCursor()).isNull();
        assertThat(back).isEqualTo(second);
        assertThat(start).isEqualTo(first);
        assertThat(first.previousCursor()).isNull();
    }

    @Test
    void aPageThatEmptiedLeadsBack() {
        List.of("alpha", "bravo").forEach(this::aRole);
        String next = roles.list(RoleQuery.all().size(1)).nextCursor();
        roles.delete("bravo", INES);

        Page<RoleUsage> empty = roles.list(RoleQuery.all().size(1).cursor(next));

        assertThat(empty.items()).isEmpty();
        assertThat(empty.nextCursor()).isNull();
        Page<RoleUsage> back = roles.list(RoleQuery.all().size(1).cursor(empty.previousCursor()));
        assertThat(names(back)).containsExactly("alpha");
        assertThat(back.nextCursor()).isNull();
        assertThat(back.previousCursor()).isNull();
    }

    @Test
    void searchFindsHowANameBeginsInAnyCase() {
        List.of("Refund-agent", "refund%", "agent", "100_", "1000").forEach(this::aRole);

        assertThat(names(roles.list(RoleQuery.all().search("reFUND").size(10))))
                .containsExactly("refund%", "Refund-agent");
        assertThat(names(roles.list(RoleQuery.all().search("refund%").size(10))))
                .containsExactly("refund%");
        assertThat(names(roles.list(RoleQuery.all().search("100_").size(10)))).containsExactly("100_");
        assertThat(names(roles.list(RoleQuery.all().search("").size(10)))).hasSize(5);
        assertThat(names(roles.list(RoleQuery.all().search("nothing").size(10))))
                .isEmpty();
        assertThat(names(roles.list(RoleQuery.all().search("a\0").size(10)))).isEmpty();
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        List.of("a1", "a2", "b1").forEach(this::aRole);
        String cursor = roles.list(RoleQuery.all().search("a").size(1)).nextCursor();

        for (String bad : List.of(cursor, "", "%%%", "AAAA", cursor + "A")) {
            assertThatThrownBy(
                            () -> roles.list(RoleQuery.all().search("b").size(1).cursor(bad)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void aPageHasOneToAHundredRows() {
        for (int size : new int[] {0, 101}) {
            assertThatThrownBy(() -> RoleQuery.all().size(size)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> RoleHolderQuery.of("agent", Scope.all()).size(size))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPageTakesAsManyStatementsWhateverItsSize() {
        for (int i = 0; i < 20; i++) {
            aRole("role-" + i, "a", "b");
        }

        assertThat(statements(() -> roles.list(RoleQuery.all().size(1)))).isEqualTo(3);
        assertThat(statements(() -> roles.list(RoleQuery.all().size(20)))).isEqualTo(3);
    }

    private int statements(Runnable call) {
        database.statements().reset();
        call.run();
        return database.statements().count();
    }

    private List<RoleUsage> all() {
        return roles.list(RoleQuery.all().size(100)).items();
    }

    private static List<String> names(Page<RoleUsage> page) {
        return page.items().stream().map(usage -> usage.role().name()).toList();
    }

    private List<String> refusal(String name, List<String> permissions) {
        var result = roles.create(name, null, permissions, INES);
        return result instanceof CreateRoleResult.Refused refused
                ? refused.errors().stream().map(FieldError::code).toList()
                : List.of();
    }

    private List<String> actions() {
        var events = userdeck.audit().list(AuditQuery.of(Scope.all()).size(100)).items();
        return events.stream()
                .map(AuditEvent::action)
                .filter(action -> action.startsWith("userroles."))
                .toList();
    }
}
