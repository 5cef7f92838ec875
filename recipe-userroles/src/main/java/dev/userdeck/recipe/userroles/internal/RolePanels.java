package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static java.util.stream.Collectors.toMap;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Page;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
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
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The recipe's panels. */
public final class RolePanels {
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String PERMISSIONS = "permissions";
    static final String USERS = "users";

    static final Text PROTECTED =
            Text.of("userroles.protected", "This role is protected: the app can't do without it.");

    private static final String ID = "roles";
    private static final String ICON = "roles";
    private static final Text TITLE = Text.of("userroles.roles", "Roles");

    private final DefaultUserRoles roles;

    /** Panels over {@code roles}. */
    public RolePanels(DefaultUserRoles roles) {
        this.roles = roles;
    }

    /** All of them, with the routes they use. */
    public DashboardContribution contribution() {
        var routes = new RoleRoutes(roles);
        Route list = routes.list();
        Route create = routes.create();
        Route deletion = routes.deletion();
        Route delete = routes.delete();
        Route options = routes.options();
        Route assign = routes.assign();
        Route remove = routes.remove();
        return DashboardContribution.builder()
                .routes(list, create, deletion, delete, options, assign, remove)
                .section(section(assign, options, remove))
                .page(page(list, create, delete, deletion))
                .column(new UsersColumn(
                        Column.of(ID, Kind.CHIPS, TITLE).small(Small.HIDE), ROLES_READ, this::columnValues))
                .filter(roles.filter().filter(options))
                .createFields(new RoleCreation(roles).fields())
                .deletionFacts(this::deletionFacts)
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
                ID,
                TITLE,
                ICON,
                ROLES_READ,
                new Chips(true, empty, new Add(add, "roles", options), removeOne, this::sectionData));
    }

    private ChipsData sectionData(SectionRequest request) {
        UserId user = request.user().id();
        List<RoleAssignment> assigned = roles.rolesOf(user, request.scope());
        Set<String> last = roles.reading().lastOf(user, assigned);
        List<Chip> chips = assigned.stream()
                .map(held -> new Chip(
                        RoleKey.of(held.role()),
                        held.role(),
                        null,
                        held.tenant().value(),
                        last.contains(held.role()) ? lastHolder(held.role()) : null))
                .toList();
        List<MoreItem> permissions = roles.permissionsOf(user, request.scope()).stream()
                .map(may -> new MoreItem(
                        may.permission(),
                        String.join(", ", may.roles()),
                        may.tenant().value()))
                .toList();
        var label = Text.of("userroles.may-do", "May do {count} things in {tenant}");
        return new ChipsData(chips, permissions.isEmpty() ? null : new More(label, permissions));
    }

    static Text lastHolder(String role) {
        return Text.of("userroles.last-holder", "The last %s can't lose this role.".formatted(role));
    }

    private static Page page(Route list, Route create, Route delete, Route deletion) {
        return Page.of(
                        ID,
                        TITLE,
                        ICON,
                        List.of(
                                Column.of(NAME, Kind.TEXT, Text.of("userroles.role", "Role"))
                                        .width(Width.LG)
                                        .priority(1)
                                        .small(Small.MAIN),
                                Column.of(DESCRIPTION, Kind.TEXT, Text.of("userroles.description", "Description"))
                                        .width(Width.LG),
                                Column.of(PERMISSIONS, Kind.CHIPS, Text.of("userroles.permissions", "Permissions"))
                                        .width(Width.GROW)
                                        .small(Small.HIDE),
                                Column.of(USERS, Kind.NUMBER, Text.of("userroles.users", "Users"))
                                        .width(Width.XS)
                                        .priority(1)
                                        .small(Small.END)),
                        list,
                        new Page.Empty(
                                Text.of("userroles.empty.title", "No roles yet"),
                                Text.of(
                                        "userroles.empty.text",
                                        "A role is a name for what people may do, such as refund-agent. Give it permissions"
                                                + " here, assign it to users, and ask for it in your code:"),
                                "roles.hasPermission(userId, \"ticket:refund\")"))
                .search(Text.of("userroles.search", "How the name begins"))
                .create(createAction(create))
                .rowActions(deleteAction(delete, deletion));
    }

    private static Action createAction(Route create) {
        return Action.of(Text.of("userroles.create", "Add role"), create)
                .icon("plus")
                .tone(Tone.PRIMARY)
                .form(
                        Field.required("name", Field.Kind.TEXT, Text.of("userroles.name", "Name"))
                                .maxLength(RoleRules.MAX_LENGTH),
                        Field.optional("description", Field.Kind.TEXT, Text.of("userroles.description", "Description"))
                                .maxLength(RoleRules.MAX_DESCRIPTION),
                        Field.optional("permissions", Field.Kind.TAGS, Text.of("userroles.permissions", "Permissions"))
                                .maxLength(RoleRules.MAX_LENGTH)
                                .help(Text.of(
                                        "userroles.permissions.help",
                                        "Enter or comma adds one. Paste a list to add many.")))
                .done(Text.of("userroles.created", "{label} added"));
    }

    private static Action deleteAction(Route delete, Route deletion) {
        return Action.of(Text.of("userroles.delete", "Delete role"), delete)
                .icon("trash")
                .tone(Tone.DANGER)
                .confirm(new Confirm(
                        Text.of("userroles.delete.title", "Delete the role {label}?"),
                        Text.of("userroles.delete.text", "The users stay. This can't be undone."),
                        deletion,
                        Text.of("userroles.delete", "Delete role")))
                .done(Text.of("userroles.deleted", "{label} deleted"));
    }

    private Map<UserId, List<ChipValue>> columnValues(List<UserId> users, Scope scope) {
        return roles.rolesOf(users, scope).entrySet().stream()
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
