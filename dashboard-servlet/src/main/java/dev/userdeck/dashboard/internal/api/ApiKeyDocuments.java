package dev.userdeck.dashboard.internal.api;

import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeySecret;
import dev.userdeck.apikey.ApiKeyStatus;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.apikey.IssuedApiKey;
import dev.userdeck.operator.Access;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API keys as sent and as received. */
final class ApiKeyDocuments {
    private ApiKeyDocuments() {}

    /** A key to be; {@code tenants} is null for all, {@code lifetime} a duration as in {@code P90D}, null for that. */
    public record NewKey(
            @Nullable String name,
            @Nullable List<String> permissions,
            @Nullable List<String> tenants,
            @Nullable String lifetime) {

        /** Copies the lists, which have no null in them. */
        public NewKey {
            permissions = permissions == null ? null : List.copyOf(permissions);
            tenants = tenants == null ? null : List.copyOf(tenants);
        }
    }

    /** How to rotate it: durations as in {@code PT24H} and {@code P90D}, null for those. */
    public record KeyRotation(
            @Nullable String overlap, @Nullable String lifetime) {}

    /** One page of keys; {@code givable} are the permissions that the caller could give, null if they can make none. */
    public record ApiKeyPage(
            List<ApiKeyDocument> items,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable List<String> givable) {}

    /** A key; {@code tenants} is null for all, and empty when they are gone. */
    public record ApiKeyDocument(
            String id,
            String name,
            ApiKeyStatus status,
            List<String> permissions,
            @Nullable List<String> tenants,
            KeyCreatorDocument createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            List<KeySecretDocument> secrets,
            boolean mayRotate) {}

    /** Who made a key. */
    public record KeyCreatorDocument(
            Actor.Kind kind, @Nullable String id, @Nullable String name) {}

    /** One secret of a key, the newest first; never the secret. */
    public record KeySecretDocument(
            String prefix,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A key with its new secret, which nobody can tell again. */
    public record IssuedKeyDocument(ApiKeyDocument key, String token) {

        /** Tells nothing of the secret. */
        @Override
        public String toString() {
            return "IssuedKeyDocument[key=" + key.id() + "]";
        }
    }

    static IssuedKeyDocument issued(IssuedApiKey issued, ApiKeys keys, Access caller) {
        return new IssuedKeyDocument(key(issued.key(), keys, caller), issued.token());
    }

    static ApiKeyDocument key(ApiKey key, ApiKeys keys, Access caller) {
        Actor creator = key.createdBy();
        return new ApiKeyDocument(
                key.id().value(),
                key.name(),
                key.status(),
                key.permissions().stream().sorted().toList(),
                tenants(key.scope()),
                new KeyCreatorDocument(creator.kind(), creator.id(), creator.name()),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                key.secrets().stream().map(ApiKeyDocuments::secret).toList(),
                keys.mayRotate(key, caller));
    }

    private static @Nullable List<String> tenants(@Nullable Scope scope) {
        if (scope == null) {
            return List.of();
        }
        return scope instanceof Scope.Only only
                ? only.tenants().stream().map(TenantId::value).sorted().toList()
                : null;
    }

    private static KeySecretDocument secret(ApiKeySecret secret) {
        return new KeySecretDocument(secret.prefix(), secret.createdAt(), secret.expiresAt(), secret.lastUsedAt());
    }
}
