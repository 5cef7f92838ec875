package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The limits of a user's metadata. What is there already stays when a limit is lowered; it is refused at its next
 * change.
 *
 * @param maxBytes of the object in UTF-8, without white space between its parts; 2 to 1 MiB
 * @param maxDepth how deep objects and arrays may nest, the outermost being 1; 1 to 200
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MetadataLimits(int maxBytes, int maxDepth) {

    /** The limits that hold unless others are set: 64 KiB, 32 deep. */
    public static final MetadataLimits DEFAULT = new MetadataLimits(64 * 1024, 32);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public MetadataLimits {
        if (maxBytes < 2 || maxBytes > 1024 * 1024) {
            throw new IllegalArgumentException("maxBytes is 2 to 1048576, not " + maxBytes);
        }
        if (maxDepth < 1 || maxDepth > 200) {
            throw new IllegalArgumentException("maxDepth is 1 to 200, not " + maxDepth);
        }
    }
}
