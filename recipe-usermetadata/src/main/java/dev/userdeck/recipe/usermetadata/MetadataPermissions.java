package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import org.apiguardian.api.API;

/** The permissions that operators need to work with metadata in the dashboard. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MetadataPermissions {

    /** Sees the metadata of users. */
    public static final Permission METADATA_READ = new Permission("metadata:read", Preset.VIEWER);
    /** Changes the metadata of users. */
    public static final Permission METADATA_WRITE = new Permission("metadata:write", Preset.SUPPORT);

    private MetadataPermissions() {}
}
