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

    /** How many bytes an object has at most unless another limit is set: {@value}, 64 KiB. */
    public static final int DEFAULT_MAX_BYTES = 64 * 1024;

    /** How deep objects and arrays nest at most unless another limit is set: {@value}. */
    public static final int DEFAULT_MAX_DEPTH = 32;

    /** The limits that hold unless others are set: {@link #DEFAULT_MAX_BYTES} and {@link #DEFAULT_MAX_DEPTH}. */
    public static final MetadataLimits DEFAULT = new MetadataLimits(DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH);

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
