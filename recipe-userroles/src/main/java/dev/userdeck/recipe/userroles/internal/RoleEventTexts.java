package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_ASSIGNED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_CREATED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_DELETED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_REMOVED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_UPDATED;

import dev.userdeck.dashboard.spi.AuditText;

/** How the dashboard tells of events. */
final class RoleEventTexts {
    private RoleEventTexts() {}

    static AuditText[] all() {
        return new AuditText[] {
            AuditText.of("userroles.", "Roles"),
            AuditText.of(ROLE_CREATED, "Role created").sentence("{actor} created the role {target}"),
            AuditText.of(ROLE_UPDATED, "Role changed")
                    .sentence("{actor} renamed the role {name.before} to {name}")
                    .sentence("{actor} added {permissions} to the role {target}, and removed {permissions.before}")
                    .sentence("{actor} added {permissions} to the role {target}")
                    .sentence("{actor} removed {permissions.before} from the role {target}")
                    .sentence("{actor} described the role {target} as “{description}”")
                    .sentence("{actor} changed the role {target}"),
            AuditText.of(ROLE_DELETED, "Role deleted").sentence("{actor} deleted the role {target}"),
            AuditText.of(ROLE_ASSIGNED, "Role assigned")
                    .sentence("{actor} assigned the role {target}")
                    .sentence("Got the role {target}"),
            AuditText.of(ROLE_REMOVED, "Role removed")
                    .sentence("{actor} removed the role {target}")
                    .sentence("Lost the role {target}")
        };
    }
}
