package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * What happened to metadata, as the audit trail names it. Of keys the outermost are told. Values may be personal or secret:
 * none is kept but in the {@linkplain UserMetadataRecipe#auditedKeys keys that the app names}, of which the innermost are told,
 * as {@code loyalty.tier}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MetadataAuditActions {

    /**
     * A user's metadata was written. Changes: {@code set}, the keys that came or have another value; {@code removed}, those
     * that are gone. Of an audited key the value stands behind it in brackets or, if no other key was set, as the change
     * {@code value}.
     */
    public static final String METADATA_CHANGED = "usermetadata.changed";

    /** A user's metadata was removed. Changes: {@code removed}, as of {@link #METADATA_CHANGED}. */
    public static final String METADATA_CLEARED = "usermetadata.cleared";

    private MetadataAuditActions() {}
}
