package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A built-in operator as the others see this person.
 *
 * @param id stable
 * @param email the address to sign in with
 * @param name null until the invitation is accepted
 * @param status whether this operator can sign in
 * @param preset what this operator may do
 * @param scope in which tenants; null when the last of them was deleted: then this operator can't sign in
 * @param createdAt when the invitation was made
 * @param lastSignInAt null for never
 * @param linkExpiresAt how long the last link is good by which this operator chooses a password; null when there is none
 * @param isLastOwner whether this is the one owner of all tenants who can sign in: then this person can't be lowered, disabled
 *     or deleted
 * @param hasSecondFactor whether signing in takes more than the password
 * @param preferences language and time zone
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OperatorAccount(
        String id,
        String email,
        @Nullable String name,
        OperatorStatus status,
        Preset preset,
        @Nullable Scope scope,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant linkExpiresAt,
        boolean isLastOwner,
        boolean hasSecondFactor,
        OperatorPreferences preferences) {

    /** What people call this operator: the name, or else the email. */
    public String displayName() {
        return name == null ? email : name;
    }
}
