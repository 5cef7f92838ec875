package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.text.PlainText;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A group of users that is kept apart from the others: the same email may be a different user in another tenant.
 *
 * @param id the id, never changes
 * @param name what people see, 1 to 255 characters
 * @param createdAt when it was created
 * @param methods how its users may sign in, in the order of {@link SignInMethod}; may be empty
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Tenant(TenantId id, String name, Instant createdAt, Set<SignInMethod> methods) {
    private static final int MAX_NAME = 255;

    /** Copies the methods. */
    public Tenant {
        var sorted = EnumSet.noneOf(SignInMethod.class);
        sorted.addAll(methods);
        methods = Collections.unmodifiableSet(sorted);
    }

    /**
     * Tells whether {@code name} would be accepted: 1 to 255 characters within surrounding space, none of which hides or turns
     * the order of what is around it.
     */
    public static boolean isValidName(String name) {
        return problemOf(name).isEmpty();
    }

    /** What is wrong with a name, for the person who typed it; empty if it {@linkplain #isValidName would be accepted}. */
    public static Optional<String> problemOf(String name) {
        String tidy = PlainText.tidy(name);
        return tidy.isEmpty() || tidy.length() > MAX_NAME
                ? Optional.of("A name has 1 to 255 characters.")
                : PlainText.problemOfLine("A name", tidy);
    }

    /** Tells whether users of this tenant may sign in by {@code method}. */
    public boolean allows(SignInMethod method) {
        return methods.contains(method);
    }
}
