package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import org.apiguardian.api.API;

/** The permissions that operators need to work with verification in the dashboard. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EmailVerificationPermissions {

    /** Sees whose email is verified. */
    public static final Permission EMAILVERIFICATION_READ = new Permission("emailverification:read", Preset.VIEWER);
    /** Sends the mail, and says that an email is verified or isn't. */
    public static final Permission EMAILVERIFICATION_WRITE = new Permission("emailverification:write", Preset.SUPPORT);

    private EmailVerificationPermissions() {}
}
