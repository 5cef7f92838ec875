package dev.userdeck.internal.apikey;

import static dev.userdeck.audit.AuditActions.API_KEY_CREATED;
import static dev.userdeck.audit.AuditActions.API_KEY_REVOKED;
import static dev.userdeck.audit.AuditActions.API_KEY_ROTATED;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_SECRET;
import static dev.userdeck.internal.jooq.Tables.UD_API_KEY_TENANT;
import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeyId;
import dev.userdeck.apikey.ApiKeyQuery;
import dev.userdeck.apikey.ApiKeyRotation;
import dev.userdeck.apikey.ApiKeySecret;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.IssuedApiKey;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.apikey.RotateApiKeyResult;
import dev.userdeck.apikey.VerifyApiKeyResult;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdApiKeyRecord;
import dev.userdeck.internal.operator.AccessLimits;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.tenant.TenantRows;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.text.PlainText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys on jOOQ. Who changes a key holds its row. */
public final class JooqApiKeys implements ApiKeys {
    /** How long a key that is over is kept. */
    private static final long KEPT = Duration.ofDays(30).toMillis();

    /** The name of all tenants. */
    private static final String ALL_TENANTS = "*";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail audit;
    private final AccessLimits limits;
    private final ApiKeyChecks checks;
    private final ApiKeyReader reader;
    private final ApiKeyVerification verification;
    private final SecureRandom random = new SecureRandom();

    /** Creates it. */
    public JooqApiKeys(
            JooqDatabase jooq, Clock clock, Ids ids, AuditTrail audit, AccessLimits limits, SignInThrottle throttle) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.limits = limits;
        this.checks = new ApiKeyChecks(limits);
        this.reader = new ApiKeyReader(clock);
        this.verification = new ApiKeyVerification(jooq, clock, throttle);
    }

    @Override
    public List<Permission> givable(Access caller) {
        return checks.givable(caller);
    }

    @Override
    public CreateApiKeyResult create(NewApiKey key, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        List<FieldError> errors = checks.errors(key, caller);
        return errors.isEmpty()
                ? jooq.write(db -> create(db, ids.next(), key, actor))
                : new CreateApiKeyResult.Refused(errors);
    }

    private CreateApiKeyResult create(DSLContext db, String id, NewApiKey key, Actor actor) {
        List<String> tenants = key.scope() instanceof Scope.Only only
                ? only.tenants().stream().map(TenantId::value).sorted().toList()
                : List.of();
        if (TenantRows.hold(db, tenants).size() < tenants.size()) {
            return new CreateApiKeyResult.Refused(
                    List.of(new FieldError("tenants", "tenant-unknown", "There is no such tenant any more.")));
        }
        long expiresAt = clock.millis() + key.lifetime().toMillis();
        insert(db, id, key, actor, expiresAt);
        for (String tenant : tenants) {
            db.insertInto(UD_API_KEY_TENANT, UD_API_KEY_TENANT.KEY_ID, UD_API_KEY_TENANT.TENANT_ID)
                    .values(id, tenant)
                    .execute();
        }
        IssuedApiKey issued = issue(db, id, expiresAt);
        audit.record(event(API_KEY_CREATED, actor, issued.key())
                .change("prefix", null, newest(issued.key()).prefix())
                .change("permissions", null, permissions(key))
                .change("tenants", null, tenants.isEmpty() ? ALL_TENANTS : String.join(", ", tenants))
                .change("expires", null, issued.key().expiresAt().toString()));
        return new CreateApiKeyResult.Created(issued);
    }

    private void insert(DSLContext db, String id, NewApiKey key, Actor actor, long expiresAt) {
        var k = UD_API_KEY;
        String name = PlainText.tidy(key.name());
        String creator = actor.name() == null ? "" : actor.name();
        UdApiKeyRecord row = db.newRecord(k);
        row.setId(id);
        row.setName(name);
        row.setNameKey(ColumnLimits.fitted(Caseless.of(name), k.NAME_KEY));
        row.setPermissions(String.join(" ", key.permissions().stream().sorted().toList()));
        row.setTenantScope(key.scope().equals(Scope.all()) ? ApiKeyReader.ALL : ApiKeyReader.SOME);
        row.setCreatorKind(ConstantNames.of(actor.kind()));
        row.setCreatorId(actor.id());
        row.setCreatorName(ColumnLimits.fit(actor.name(), k.CREATOR_NAME));
        row.setCreatorKey(ColumnLimits.fitted(Caseless.of(creator), k.CREATOR_KEY));
        row.setCreatedAt(clock.millis());
        row.setPurgeAt(expiresAt + KEPT);
        db.insertInto(k).set(row).execute();
    }

    /** Gives the key a secret, and tells it. */
    private IssuedApiKey issue(DSLContext db, String id, long expiresAt) {
        var token = ApiKeyToken.random(random);
        var s = UD_API_KEY_SECRET;
        db.insertInto(s, s.TOKEN_HASH, s.KEY_ID, s.PREFIX, s.CREATED_AT, s.EXPIRES_AT)
                .values(token.hash(), id, token.prefix(), clock.millis(), expiresAt)
                .execute();
        ApiKey key = reader.find(db, new ApiKeyId(id), Scope.all()).orElseThrow();
        return new IssuedApiKey(key, token.text());
    }

    @Override
    public Page<ApiKey> list(ApiKeyQuery query) {
        return ApiKeyPages.page(jooq, reader, query);
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id, Scope scope) {
        return jooq.read(db -> reader.find(db, id, scope));
    }

    @Override
    public RotateApiKeyResult rotate(ApiKeyId id, ApiKeyRotation rotation, Access caller, Actor actor) {
        requireNonNull(actor, "actor");
        List<FieldError> errors = ApiKeyChecks.errors(rotation);
        if (!errors.isEmpty()) {
            return new RotateApiKeyResult.Refused(errors);
        }
        return jooq.write(db -> {
            Optional<ApiKey> found = lock(db, id, caller.scope());
            if (found.isEmpty()) {
                return new RotateApiKeyResult.Unknown();
            }
            ApiKey key = found.get();
            if (!covers(caller, key)) {
                return new RotateApiKeyResult.OutOfReach();
            }
            return key.revokedAt() == null ? rotate(db, key, rotation, actor) : new RotateApiKeyResult.Revoked();
        });
    }

    private boolean covers(Access caller, ApiKey key) {
        String id = key.id().value();
        return limits.covers(caller, Preset.of(id, key.name(), key.permissions()), key.scope());
    }

    @Override
    public boolean mayRotate(ApiKey key, Access caller) {
        return key.revokedAt() == null && covers(caller, key);
    }

    private RotateApiKeyResult rotate(DSLContext db, ApiKey key, ApiKeyRotation rotation, Actor actor) {
        long now = clock.millis();
        Optional<ApiKeySecret> before = key.secrets().stream()
                .skip(1)
                .filter(secret -> secret.expiresAt().toEpochMilli() > now)
                .findFirst();
        if (before.isPresent() && !rotation.overlap().isZero()) {
            return new RotateApiKeyResult.Overlapping(before.get().expiresAt());
        }
        long overlapEnd = now + rotation.overlap().toMillis();
        long expiresAt = now + rotation.lifetime().toMillis();
        String id = key.id().value();
        replaceSecrets(db, id, newest(key), now, overlapEnd);
        db.update(UD_API_KEY)
                .set(UD_API_KEY.PURGE_AT, expiresAt + KEPT)
                .where(UD_API_KEY.ID.eq(id))
                .execute();
        IssuedApiKey issued = issue(db, id, expiresAt);
        NewAuditEvent event = event(API_KEY_ROTATED, actor, key)
                .change("prefix", newest(key).prefix(), newest(issued.key()).prefix())
                .change("expires", null, issued.key().expiresAt().toString());
        boolean isOverlapping = overlapEnd > now && newest(key).expiresAt().toEpochMilli() > now;
        audit.record(
                isOverlapping
                        ? event.change(
                                "overlap",
                                null,
                                issued.key().secrets().get(1).expiresAt().toString())
                        : event);
        return new RotateApiKeyResult.Rotated(issued);
    }

    /** Of those before, only the last one stays: it is good until then, or as it was if that is sooner. */
    private static void replaceSecrets(DSLContext db, String id, ApiKeySecret last, long now, long overlapEnd) {
        var s = UD_API_KEY_SECRET;
        db.deleteFrom(s).where(s.KEY_ID.eq(id)).and(s.PREFIX.ne(last.prefix())).execute();
        db.update(s)
                .set(s.EXPIRES_AT, overlapEnd)
                // before the new one in the list, also within one millisecond
                .set(s.CREATED_AT, Math.min(last.createdAt().toEpochMilli(), now - 1))
                .where(s.KEY_ID.eq(id))
                .and(s.EXPIRES_AT.gt(overlapEnd))
                .execute();
    }

    @Override
    public Optional<ApiKey> revoke(ApiKeyId id, Scope scope, Actor actor) {
        requireNonNull(actor, "actor");
        return jooq.write(db -> {
            Optional<ApiKey> found = lock(db, id, scope);
            if (found.isEmpty() || found.get().revokedAt() != null) {
                return found;
            }
            long now = clock.millis();
            db.update(UD_API_KEY)
                    .set(UD_API_KEY.REVOKED_AT, now)
                    .set(UD_API_KEY.PURGE_AT, now + KEPT)
                    .where(UD_API_KEY.ID.eq(id.value()))
                    .execute();
            audit.record(event(API_KEY_REVOKED, actor, found.get()));
            return reader.find(db, id, Scope.all());
        });
    }

    /** Holds the key's row until the end of the transaction. */
    private Optional<ApiKey> lock(DSLContext db, ApiKeyId id, Scope scope) {
        db.select(UD_API_KEY.ID)
                .from(UD_API_KEY)
                .where(UD_API_KEY.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return reader.find(db, id, scope);
    }

    @Override
    public VerifyApiKeyResult verify(@Nullable String token, @Nullable String ip) {
        return verification.verify(token, ip);
    }

    /** Who calls by the key with this id, if it is good. */
    public Optional<Operator> findGood(String id) {
        return verification.findGood(id);
    }

    /**
     * Removes keys that are long over, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        return ExpiredRows.ended(jooq, UD_API_KEY.ID, UD_API_KEY.PURGE_AT, clock.millis(), batch);
    }

    private static ApiKeySecret newest(ApiKey key) {
        return key.secrets().get(0);
    }

    private static NewAuditEvent event(String action, Actor actor, ApiKey key) {
        return NewAuditEvent.of(action, actor).target(key.id().value()).change("key", null, key.name());
    }

    private static String permissions(NewApiKey key) {
        return String.join(", ", key.permissions().stream().sorted().toList());
    }
}
