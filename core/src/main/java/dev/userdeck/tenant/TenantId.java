package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The id of a tenant: 1 to 64 characters of {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param value the id as stored
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TenantId(String value) {

    // First: the constants below are checked against it.
    private static final Pattern VALID = Pattern.compile("[a-z0-9-]{1,64}");

    /** The tenant that always exists. */
    public static final TenantId PUBLIC = new TenantId("public");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code value} is not 1 to 64 characters of a-z, 0-9 and -
     */
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("A tenant id has 1 to 64 characters of a-z, 0-9 and '-'");
        }
    }

    /** Tells whether {@code value} would be accepted as a tenant id. */
    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
