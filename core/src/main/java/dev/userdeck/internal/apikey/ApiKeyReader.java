package dev.userdeck.internal.apikey;

import static dev.userdeck.internal.jooq.Tables.UD_API_KEY;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_SECRET;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.notExists;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static java.util.stream.Collectors.toSet;

import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeyId;
import dev.userdeck.apikey.ApiKeySecret;
import dev.userdeck.apikey.ApiKeyStatus;
import dev.userdeck.internal.jooq.tables.records.UdApiKeyRecord;
import dev.userdeck.internal.jooq.tables.records.UdApiKeySecretRecord;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.OperatorPreferences;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads keys with their secrets and tenants. */
final class ApiKeyReader {
    static final String ALL = "all";
    static final String SOME = "some";

    /** What no key can do, whatever its row says: to make operators and keys is for people. */
    static final Set<String> NEVER = Set.of(Permission.OPERATORS_WRITE.name(), Permission.API_KEYS_WRITE.name());

    private final Clock clock;

    ApiKeyReader(Clock clock) {
        this.clock = clock;
    }

    /** The keys that are good in no tenant beyond {@code scope}. */
    static Condition within(Scope scope) {
        if (scope.equals(Scope.all())) {
            return noCondition();
        }
        var t = UD_API_KEY_TENANT.as("held");
        var own = selectOne().from(t).where(t.KEY_ID.eq(UD_API_KEY.ID));
        return UD_API_KEY
                .TENANT_SCOPE
                .eq(SOME)
                .and(exists(own))
                .and(notExists(selectOne()
                        .from(t)
                        .where(t.KEY_ID.eq(UD_API_KEY.ID))
                        .and(Scopes.covers(scope, t.TENANT_ID).not())));
    }

    Optional<ApiKey> find(DSLContext db, ApiKeyId id, Scope scope) {
        return keys(
                        db,
                        db.selectFrom(UD_API_KEY)
                                .where(UD_API_KEY.ID.eq(id.value()))
                                .and(within(scope))
                                .fetch())
                .stream()
                .findFirst();
    }

    /** These rows with what belongs to them. */
    List<ApiKey> keys(DSLContext db, List<UdApiKeyRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(UdApiKeyRecord::getId).toList();
        var s = UD_API_KEY_SECRET;
        Map<String, ? extends List<UdApiKeySecretRecord>> secrets = db.selectFrom(s)
                .where(s.KEY_ID.in(ids))
                .orderBy(s.CREATED_AT.desc(), s.EXPIRES_AT.desc())
                .fetchGroups(s.KEY_ID);
        var t = UD_API_KEY_TENANT;
        Map<String, List<String>> tenants =
                db.select(t.KEY_ID, t.TENANT_ID).from(t).where(t.KEY_ID.in(ids)).fetchGroups(t.KEY_ID, t.TENANT_ID);
        return rows.stream()
                // none if the key went between the statements
                .flatMap(row -> Stream.ofNullable(secrets.get(row.getId()))
                        .map(own -> key(row, own, tenants.getOrDefault(row.getId(), List.of()))))
                .toList();
    }

    private ApiKey key(UdApiKeyRecord row, List<? extends UdApiKeySecretRecord> secrets, Collection<String> tenants) {
        return new ApiKey(
                new ApiKeyId(row.getId()),
                row.getName(),
                permissions(row),
                scope(row, tenants),
                new Actor(
                        ConstantNames.parse(Actor.Kind.class, row.getCreatorKind()),
                        row.getCreatorId(),
                        row.getCreatorName(),
                        null,
                        null,
                        null,
                        List.of()),
                Instant.ofEpochMilli(row.getCreatedAt()),
                secrets.stream().map(ApiKeyReader::secret).toList(),
                instant(row.getRevokedAt()),
                status(row, secrets.get(0)));
    }

    private ApiKeyStatus status(UdApiKeyRecord row, UdApiKeySecretRecord newest) {
        if (row.getRevokedAt() != null) {
            return ApiKeyStatus.REVOKED;
        }
        return newest.getExpiresAt() > clock.millis() ? ApiKeyStatus.ACTIVE : ApiKeyStatus.EXPIRED;
    }

    private static ApiKeySecret secret(UdApiKeySecretRecord row) {
        return new ApiKeySecret(
                row.getPrefix(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getExpiresAt()),
                instant(row.getLastUsedAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Set<String> permissions(UdApiKeyRecord row) {
        var permissions = new LinkedHashSet<>(List.of(row.getPermissions().split(" ", -1)));
        permissions.removeAll(NEVER);
        return permissions;
    }

    private static @Nullable Scope scope(UdApiKeyRecord row, Collection<String> tenants) {
        if (row.getTenantScope().equals(ALL)) {
            return Scope.all();
        }
        return tenants.isEmpty()
                ? null
                : Scope.of(tenants.stream().map(TenantId::new).collect(toSet()));
    }

    /** Who calls by this key; empty if all its tenants are gone. */
    static Optional<Operator> operator(UdApiKeyRecord row, Collection<String> tenants) {
        return Optional.ofNullable(scope(row, tenants))
                .map(scope -> new Operator(
                        Operator.Kind.API_KEY,
                        row.getId(),
                        row.getName(),
                        null,
                        Preset.of(row.getId(), row.getName(), permissions(row)),
                        scope,
                        false,
                        OperatorPreferences.NONE));
    }
}
