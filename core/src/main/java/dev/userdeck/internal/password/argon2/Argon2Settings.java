package dev.userdeck.internal.password.argon2;

/**
 * What a hash costs.
 *
 * @param version 19 for that of RFC 9106, 16 for the one before
 * @param memory in KiB
 * @param passes how often the memory is gone through
 * @param lanes how many threads could share the work
 */
public record Argon2Settings(Argon2Variant variant, int version, int memory, int passes, int lanes) {
    /** OWASP's minimum: 19 MiB, two passes, one lane. */
    public static final Argon2Settings CURRENT = new Argon2Settings(Argon2Variant.ID, 19, 19_456, 2, 1);

    private static final int MAX_MEMORY = 262_144;
    private static final int MAX_WORK = 1_048_576;
    private static final int MAX_LANES = 16;

    /** Whether it can be computed, and no row of the table can ask for a machine's whole memory, or a minute. */
    public boolean areSane() {
        return lanes >= 1
                && lanes <= MAX_LANES
                && passes >= 1
                && memory >= 8 * lanes
                && memory <= MAX_MEMORY
                && memory * passes <= MAX_WORK;
    }
}
