package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The id of a tenant: 1 to 64 characters of {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param value the id as stored
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TenantId(String value) {

    private static final int MAX_LENGTH = 64;

    /** The tenant that always exists. */
    public static final TenantId PUBLIC = new TenantId("public");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code value} is not 1 to 64 characters of a-z, 0-9 and -
     */
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("A tenant id has 1 to 64 characters of a-z, 0-9 and '-'");
        }
    }

    /** Tells whether {@code value} would be accepted as a tenant id. */
    public static boolean isValid(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
