package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN_PRIVILEGED;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_WRITE;
import static java.util.stream.Collectors.toMap;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Add;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.More;
import dev.userdeck.dashboard.spi.UserSection.MoreItem;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.internal.JooqAssignments.Held;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recipe's panels. */
public final class RolePanels {
    private final DefaultUserRoles roles;

    private final Users users;

    /** Panels over {@code roles}; {@code users} knows what their holders are called. */
    public RolePanels(DefaultUserRoles roles, Users users) {
        this.roles = roles;
        this.users = users;
    }

    /** All of them, with the routes they use. */
    public DashboardContribution contribution() {
        var page = new RolePage(roles, users);
        var assignments = new AssignmentRoutes(roles);
        Route options = assignments.options();
        Route assignable = assignments.assignable();
        Route left = assignments.left();
        Route assign = assignments.assign();
        Route remove = assignments.remove();
        return DashboardContribution.builder()
                .routes(page.routes())
                .routes(options, assignable, left, assign, remove)
                .section(section(assign, left, remove))
                .page(page.page())
                .column(new UsersColumn(
                        Column.of(RoleTexts.ID, Kind.CHIPS, RoleTexts.TITLE).small(Small.HIDE),
                        ROLES_READ,
                        this::columnValues))
                .filter(roles.filter().filter(options))
                .bulkAction(new RoleBulk(roles).assign(assignable))
                .createFields(new RoleCreation(roles, assignable).fields())
                .mergeHint(Text.of(
                        "userroles.merge", "Who stays keeps their roles, and gets those of the other one, per tenant."))
                .deletionFacts(this::deletionFacts)
                .auditTexts(RoleEventTexts.all())
                .permission(ROLES_READ, "See roles and who holds them")
                .permission(ROLES_ASSIGN, "Give users roles and take them away")
                .permission(ROLES_ASSIGN_PRIVILEGED, "Give and take privileged roles, too")
                .permission(ROLES_WRITE, "Create, change and delete roles")
                .build();
    }

    private UserSection section(Route assign, Route options, Route remove) {
        var add = Action.of(Text.of("userroles.assign", "Assign roles"), assign)
                .icon("plus")
                .done(Text.of("userroles.assigned", "Roles assigned"));
        var removeOne = Action.of(Text.of("userroles.remove", "Remove {label}"), remove)
                .icon("x")
                .done(Text.of("userroles.removed", "{label} removed"));
        var empty = Text.of("userroles.none-assigned", "No roles in {tenant}.");
        return UserSection.of(
                RoleTexts.ID,
                RoleTexts.TITLE,
                RoleTexts.ICON,
                ROLES_READ,
                new Chips(true, empty, new Add(add, "roles", options), removeOne, this::sectionData));
    }

    private ChipsData sectionData(SectionRequest request) {
        UserId user = request.user().id();
        Held held = roles.held(user, request.scope());
        List<RoleAssignment> assigned = held.assignments();
        Set<String> last = roles.reading().lastOf(user, assigned);
        Set<String> withheld = roles.privileges().withheldFrom(request.operator());
        List<Chip> chips = assigned.stream()
                .map(one -> new Chip(
                        RoleKey.of(one.role()),
                        one.role(),
                        null,
                        one.tenant().value(),
                        lock(one.role(), last, withheld)))
                .toList();
        List<MoreItem> permissions = held.permissions().stream()
                .map(may -> new MoreItem(
                        may.permission(),
                        String.join(", ", may.roles()),
                        may.tenant().value()))
                .toList();
        var label = Text.counted(
                "userroles.may-do", "May do {count} thing in {tenant}", "May do {count} things in {tenant}");
        return new ChipsData(chips, permissions.isEmpty() ? null : new More(label, permissions));
    }

    private static @Nullable Text lock(String role, Set<String> last, Set<String> withheld) {
        if (withheld.contains(role)) {
            return RoleTexts.PRIVILEGED;
        }
        return last.contains(role) ? RoleTexts.LAST_HOLDER : null;
    }

    private Map<UserId, List<ChipValue>> columnValues(List<User> users, Scope scope) {
        return roles.rolesOf(users.stream().map(User::id).toList(), scope).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> chips(entry.getValue())));
    }

    private static List<ChipValue> chips(List<RoleAssignment> held) {
        return held.stream()
                .map(RoleAssignment::role)
                .distinct()
                .sorted()
                .map(ChipValue::new)
                .toList();
    }

    private List<Fact> deletionFacts(SectionRequest request) {
        int held = roles.rolesOf(request.user().id(), request.scope()).size();
        return List.of(Fact.of(held, "userroles.fact.roles", "role", "roles"));
    }
}
