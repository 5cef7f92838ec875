package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program calls the API of the dashboard. It is the app's: it goes on when who made it leaves.
 *
 * @param id stable, also when the key is rotated
 * @param name what people see
 * @param permissions names of what it may do, as in {@code users:read}
 * @param scope in which tenants; null when the last of them was deleted: then the key is good for nothing
 * @param createdBy who made it, without address and device
 * @param createdAt when it was made
 * @param secrets the newest first; the others are those that were replaced by it and are kept to be seen
 * @param revokedAt null if it wasn't
 * @param status how it stood when it was read
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ApiKey(
        ApiKeyId id,
        String name,
        Set<String> permissions,
        @Nullable Scope scope,
        Actor createdBy,
        Instant createdAt,
        List<ApiKeySecret> secrets,
        @Nullable Instant revokedAt,
        ApiKeyStatus status) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no secret
     */
    public ApiKey {
        Objects.requireNonNull(status, "status");
        permissions = Set.copyOf(permissions);
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("A key has a secret");
        }
    }

    /** When it ends of itself: when its newest secret does. */
    public Instant expiresAt() {
        return secrets.get(0).expiresAt();
    }

    /** When any of its secrets was last used, to the minute; null for never. */
    public @Nullable Instant lastUsedAt() {
        return secrets.stream()
                .map(ApiKeySecret::lastUsedAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
