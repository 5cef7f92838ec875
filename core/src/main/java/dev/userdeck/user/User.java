package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A user as of one read.
 *
 * @param id the id, never changes
 * @param name what people see, null when there is none
 * @param email the address as it was typed, null when there is none
 * @param phone the number in E.164, null when there is none
 * @param externalId the host's own id for the user, unique in each tenant of the user; null when there is none
 * @param status whether the user may sign in
 * @param suspension why the user may not, null unless {@link UserStatus#SUSPENDED}
 * @param joinedAt when the user was created
 * @param lastSeenAt when the user last signed in or used a session, to the minute; null when never
 * @param lastSeenImported whether {@code lastSeenAt} is what an imported file said, as the user was not seen here since
 * @param version grows with each change of the user
 * @param tenants the tenants the user is in, as far as the read's scope covers them
 * @param loginMethods the ways to sign in, oldest first
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record User(
        UserId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalId,
        UserStatus status,
        @Nullable Suspension suspension,
        Instant joinedAt,
        @Nullable Instant lastSeenAt,
        boolean lastSeenImported,
        long version,
        Set<TenantId> tenants,
        List<LoginMethod> loginMethods) {

    /** Copies the collections. */
    public User {
        tenants = Set.copyOf(tenants);
        loginMethods = List.copyOf(loginMethods);
    }

    /** The same user, seen by who may see the tenants of {@code scope}. */
    public User within(Scope scope) {
        return new User(
                id,
                name,
                email,
                phone,
                externalId,
                status,
                suspension,
                joinedAt,
                lastSeenAt,
                lastSeenImported,
                version,
                tenants.stream().filter(scope::covers).collect(Collectors.toSet()),
                loginMethods);
    }
}
