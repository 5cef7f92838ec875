package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What happened to metadata, as the audit trail names it. No value is kept, as it may be personal. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MetadataAuditActions {

    /**
     * A user's metadata was written. Changes: {@code size}, {@code keys added}, {@code keys removed}, {@code keys
     * changed}; of keys the outermost ones.
     */
    public static final String METADATA_CHANGED = "usermetadata.changed";

    /** A user's metadata was removed. Changes: {@code size}, {@code keys removed}. */
    public static final String METADATA_CLEARED = "usermetadata.cleared";

    private MetadataAuditActions() {}
}
