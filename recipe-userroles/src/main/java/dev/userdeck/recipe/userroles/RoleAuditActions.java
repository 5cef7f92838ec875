package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What happened to roles, as the audit trail names it. Roles are of no tenant; who holds them, is. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RoleAuditActions {

    /** A role was created. Target: its name. Changes: {@code description}, {@code permissions}. */
    public static final String ROLE_CREATED = "userroles.role-created";

    /**
     * A role was changed. Target: its name, the new one if that changed. Changes: {@code name}, {@code description}; of
     * {@code permissions} those that are gone and those that came.
     */
    public static final String ROLE_UPDATED = "userroles.role-updated";

    /** A role was deleted. Target: its name. Changes: {@code assignments}, how many there were. */
    public static final String ROLE_DELETED = "userroles.role-deleted";

    /** A user was given a role in a tenant, which is the event's only one. Target: the role. */
    public static final String ROLE_ASSIGNED = "userroles.role-assigned";

    /** A role was taken from a user in a tenant, which is the event's only one. Target: the role. */
    public static final String ROLE_REMOVED = "userroles.role-removed";

    private RoleAuditActions() {}
}
