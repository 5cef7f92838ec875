package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.Column.Small;
import dev.userdeck.dashboard.spi.Column.Width;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.http.spi.Route;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.stream.Stream;

/** The page of roles, with its preview. */
final class RolePage {
    private static final Text PERMISSIONS_LABEL = Text.of("userroles.permissions", "Permissions");
    private static final Text NO_PERMISSIONS = Text.of("userroles.permissions.none", "It gives no permissions yet.");

    private final Route list;
    private final Route create;
    private final Route edit;
    private final Route delete;
    private final Route data;
    private final Route holders;
    private final Route deletion;
    private final Route permissions;

    RolePage(DefaultUserRoles roles, Users users) {
        var routes = new RoleRoutes(roles);
        var preview = new RolePreview(roles, users);
        this.list = routes.list();
        this.create = routes.create();
        this.edit = routes.edit();
        this.delete = routes.delete();
        this.data = preview.data(delete);
        this.holders = preview.holders();
        this.deletion = preview.deletion();
        this.permissions = new AssignmentRoutes(roles).permissions();
    }

    Route[] routes() {
        return Stream.of(list, create, data, edit, delete, holders, deletion, permissions)
                .toArray(Route[]::new);
    }

    RecipePage page() {
        return RecipePage.of(
                        RoleTexts.ID,
                        RoleTexts.TITLE,
                        RoleTexts.ICON,
                        List.of(
                                Column.of(RoleTexts.NAME, Kind.TITLE, Text.of("userroles.role", "Role"))
                                        .width(Width.LG)
                                        .priority(1)
                                        .small(Small.MAIN),
                                Column.of(RoleTexts.PERMISSIONS, Kind.CHIPS, PERMISSIONS_LABEL)
                                        .width(Width.GROW)
                                        .priority(1)
                                        .small(Small.HIDE),
                                Column.of(RoleTexts.USERS, Kind.NUMBER, Text.of("userroles.users", "Users"))
                                        .width(Width.SM)
                                        .priority(1)
                                        .small(Small.END)),
                        list,
                        new RecipePage.Empty(
                                Text.of("userroles.empty.title", "No roles yet"),
                                Text.of(
                                        "userroles.empty.text",
                                        "A role is a name for what people may do, such as refund-agent. Give it permissions"
                                                + " here, assign it to users, and ask for it in your code:"),
                                "roles.hasPermission(userId, \"ticket:refund\")"))
                .search(Text.of("userroles.search", "Role or permission"))
                .create(form(Action.of(Text.of("userroles.create", "Add role"), create)
                        .icon("plus")
                        .tone(Tone.PRIMARY)
                        .done(Text.of("userroles.created", "{label} added"))))
                .preview(preview());
    }

    private Preview preview() {
        var holdersTable = new Preview.Table(
                List.of(
                        Column.of(RoleTexts.USER, Kind.USER, Text.of("userroles.user", "User"))
                                .small(Small.MAIN),
                        Column.of(RoleTexts.TENANTS, Kind.TENANTS, Text.of("userroles.tenants", "Tenants"))
                                .small(Small.END)),
                Text.of("userroles.holders.none", "Nobody has this role yet."),
                holders,
                Text.of("userroles.holders.all", "See all in Users"));
        return Preview.of(data)
                .edit(form(Action.of(Text.of("userroles.edit", "Edit role"), edit)
                        .icon("edit")
                        .done(Text.of("userroles.edited", "{label} saved"))))
                .actions(deleteAction())
                .part(RoleTexts.PERMISSIONS, PERMISSIONS_LABEL, new Preview.Chips(NO_PERMISSIONS, ":"))
                .part(RoleTexts.USERS, Text.of("userroles.holders", "Users with this role"), holdersTable);
    }

    private Action form(Action action) {
        return action.form(
                Field.required(RoleTexts.NAME, Field.Kind.TEXT, Text.of("userroles.name", "Name"))
                        .maxLength(RoleRules.MAX_LENGTH),
                Field.optional("description", Field.Kind.TEXT, Text.of("userroles.description", "Description"))
                        .maxLength(RoleRules.MAX_DESCRIPTION),
                Field.optional(RoleTexts.PERMISSIONS, Field.Kind.TAGS, PERMISSIONS_LABEL)
                        .maxLength(RoleRules.MAX_LENGTH)
                        .suggestions(permissions)
                        .help(Text.of(
                                "userroles.permissions.help", "Enter or comma adds one. Paste a list to add many.")));
    }

    private Action deleteAction() {
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
}
