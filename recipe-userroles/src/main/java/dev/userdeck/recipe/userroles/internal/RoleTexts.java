package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.dashboard.spi.Text;

/** What the panels of this recipe are called and say, and the names of their columns. */
final class RoleTexts {
    static final String ID = "roles";
    static final String ICON = "roles";
    static final Text TITLE = Text.of("userroles.roles", "Roles");

    static final String NAME = "name";
    static final String PERMISSIONS = "permissions";
    static final String USERS = "users";
    static final String USER = "user";
    static final String TENANTS = "tenants";

    static final Text PROTECTED =
            Text.of("userroles.protected", "This role is protected: the app can't do without it.");
    static final Text KEEPS_NAME =
            Text.of("userroles.keeps-name", "The app knows this role by its name, so it keeps it.");

    static final Text PRIVILEGED = Text.of(
            "userroles.privileged",
            "This role is privileged: to give it or take it away needs a permission of its own.");

    static final Text LAST_HOLDER = Text.of("userroles.last-holder", "The last {label} can't lose this role.");

    private RoleTexts() {}
}
