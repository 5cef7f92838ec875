package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.API_KEY_CREATED;
import static dev.userdeck.audit.AuditActions.API_KEY_REVOKED;
import static dev.userdeck.audit.AuditActions.API_KEY_ROTATED;
import static dev.userdeck.audit.AuditActions.BULK_STARTED;
import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKey;
import dev.userdeck.apikey.ApiKeyId;
import dev.userdeck.apikey.ApiKeyLimits;
import dev.userdeck.apikey.ApiKeyQuery;
import dev.userdeck.apikey.ApiKeyRotation;
import dev.userdeck.apikey.ApiKeySecret;
import dev.userdeck.apikey.ApiKeyStatus;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.IssuedApiKey;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.apikey.RotateApiKeyResult;
import dev.userdeck.apikey.VerifyApiKeyResult;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditEvent.Change;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.paging.Page;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.user.UserFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeys} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ApiKeysContract extends EngineContract {
    private static final Access FULL = Access.full();
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId SHOP = new TenantId("shop");
    private static final Access OWNER_OF_ACME = new Access(Preset.OWNER, Scope.of(ACME));
    private static final Actor INES = Actor.operator("ines", "Ines Marchetti").ip("203.0.113.7");
    private static final String IP = "198.51.100.4";
    private static final VerifyApiKeyResult REFUSED = new VerifyApiKeyResult.Refused();
    private static final NewApiKey CRM = NewApiKey.of("crm-sync", Permission.USERS_READ, Permission.USERS_WRITE);

    private ApiKeys keys;
    private Tables tables;

    /** For subclasses. */
    protected ApiKeysContract() {}

    @BeforeEach
    void setUp() {
        keys = userdeck.apiKeys();
        tables = new Tables(database);
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.tenants().create(SHOP, "Shop", Actor.system());
    }

    @Test
    void aKeyLetsInWithWhatItWasGiven() {
        IssuedApiKey issued = create(CRM.scope(Scope.of(ACME)));

        Operator caller = good(issued.token());

        assertThat(issued.token()).matches("udk_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}");
        assertThat(caller.kind()).isEqualTo(Operator.Kind.API_KEY);
        assertThat(caller.id()).isEqualTo(issued.key().id().value());
        assertThat(caller.actor()).isEqualTo(Actor.apiKey(caller.id(), "crm-sync"));
        assertThat(caller.scope()).isEqualTo(Scope.of(ACME));
        assertThat(Permission.core().stream().filter(caller::may))
                .containsExactly(Permission.USERS_READ, Permission.USERS_WRITE);
        assertThat(issued.key().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
        assertThat(issued.key().createdBy()).isEqualTo(Actor.operator("ines", "Ines Marchetti"));
        assertThat(keys.find(issued.key().id(), Scope.all()).orElseThrow().lastUsedAt())
                .isEqualTo(clock.instant());
        AuditEvent event = events(API_KEY_CREATED).get(0);
        assertThat(event.actor()).isEqualTo(INES);
        assertThat(event.target()).isEqualTo(caller.id());
        assertThat(event.changes())
                .contains(
                        new Change("key", null, "crm-sync"),
                        new Change("prefix", null, issued.token().substring(0, 12)),
                        new Change("permissions", null, "users:read, users:write"),
                        new Change("tenants", null, "acme"));
    }

    @Test
    void nothingKeepsATokenAndNothingPrintsIt() {
        IssuedApiKey issued = create(CRM);
        IssuedApiKey rotated = rotated(issued, ApiKeyRotation.defaults());
        good(rotated.token());
        String secret = issued.token().substring(13);

        for (String table :
                List.of("ud_api_key", "ud_api_key_secret", "ud_audit_event", "ud_audit_event_change", "ud_throttle")) {
            assertThat(tables.dump(table))
                    .doesNotContain(secret, rotated.token().substring(13));
        }
        assertThat(issued.toString()).doesNotContain(secret);
        assertThat(new CreateApiKeyResult.Created(issued).toString()).doesNotContain(secret);
        assertThat(new RotateApiKeyResult.Rotated(issued).toString()).doesNotContain(secret);
    }

    @Test
    void whatCantBeAKeyIsRefusedWithoutAStatement() {
        String token = create(CRM).token();
        String mistyped = token.substring(0, 20) + (token.charAt(20) == 'a' ? 'b' : 'a') + token.substring(21);

        int statements = statements(() -> {
            for (String sent : List.of("", "udk_", mistyped, token + "x", token.substring(1), "ü".repeat(62))) {
                assertThat(keys.verify(sent, IP)).as(sent).isEqualTo(REFUSED);
            }
            assertThat(keys.verify(null, IP)).isEqualTo(REFUSED);
        });

        assertThat(statements).isZero();
    }

    @Test
    void aCallCostsOneStatementAndOncePerMinuteAnother() {
        String token = create(CRM).token();

        assertThat(statements(() -> good(token))).isEqualTo(2);
        assertThat(statements(() -> good(token))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(statements(() -> good(token))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statements(() -> good(token))).isEqualTo(2);
    }

    @Test
    void nobodyGivesWhatTheyLack() {
        var support = new Access(Preset.SUPPORT, Scope.all());

        assertThat(keys.create(CRM, support, INES)).isInstanceOf(CreateApiKeyResult.Created.class);
        assertThat(refusals(keys.create(NewApiKey.of("k", Permission.USERS_DELETE), support, INES)))
                .containsExactly("permission-not-held");
        for (Scope beyond : List.of(Scope.all(), Scope.of(SHOP), Scope.of(List.of(ACME, SHOP)))) {
            assertThat(refusals(keys.create(CRM.scope(beyond), OWNER_OF_ACME, INES)))
                    .containsExactly("tenants-out-of-reach");
        }
        assertThat(keys.create(CRM.scope(Scope.of(ACME)), OWNER_OF_ACME, INES))
                .isInstanceOf(CreateApiKeyResult.Created.class);
        assertThat(keys.givable(support)).contains(Permission.USERS_WRITE).doesNotContain(Permission.USERS_DELETE);
        assertThat(keys.givable(FULL))
                .contains(Permission.OPERATORS_READ, Permission.API_KEYS_READ)
                .doesNotContain(Permission.OPERATORS_WRITE, Permission.API_KEYS_WRITE);
    }

    @Test
    void noKeyMakesOperatorsOrKeysWhateverItsRowSays() throws SQLException {
        for (Permission never : List.of(Permission.OPERATORS_WRITE, Permission.API_KEYS_WRITE)) {
            assertThat(refusals(keys.create(NewApiKey.of("k", Permission.USERS_READ, never), FULL, INES)))
                    .containsExactly("permission-not-for-keys");
        }
        String token = create(CRM).token();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update ud_api_key set permissions = 'api-keys:write operators:write users:read'");
        }

        Operator caller = good(token);

        assertThat(Permission.core().stream().filter(caller::may)).containsExactly(Permission.USERS_READ);
    }

    @Test
    void aRefusedInputNamesItsFields() {
        assertThat(refusals(keys.create(new NewApiKey(" ", Set.of(), Scope.all(), Duration.ofDays(366)), FULL, INES)))
                .containsExactly("name-missing", "permissions-missing", "lifetime-invalid");
        assertThat(refusals(keys.create(
                        new NewApiKey("a\u200Bb", Set.of("users:fly"), Scope.all(), Duration.ofMinutes(59)),
                        FULL,
                        INES)))
                .containsExactly("name-invalid", "permission-unknown", "lifetime-invalid");
        assertThat(refusals(keys.create(CRM.scope(Scope.of(List.of(ACME, new TenantId("gone")))), FULL, INES)))
                .containsExactly("tenant-unknown");
        assertThat(refusals(keys.create(
                        new NewApiKey("x".repeat(81), CRM.permissions(), Scope.all(), Duration.ofDays(1)), FULL, INES)))
                .containsExactly("name-too-long");
        IssuedApiKey issued = create(CRM);
        var refused = keys.rotate(
                issued.key().id(), new ApiKeyRotation(Duration.ofDays(8), Duration.ofDays(366)), FULL, INES);
        assertThat(((RotateApiKeyResult.Refused) refused).errors())
                .extracting(FieldError::code)
                .containsExactly("overlap-invalid", "lifetime-invalid");
        assertThat(keys.find(issued.key().id(), Scope.all())).contains(issued.key());
    }

    @Test
    void aKeyEndsByTime() {
        IssuedApiKey issued = create(CRM.lifetime(Duration.ofDays(1)));

        clock.advance(Duration.ofDays(1).minusMillis(1));
        good(issued.token());
        clock.advance(Duration.ofMillis(1));

        assertThat(keys.verify(issued.token(), IP)).isEqualTo(REFUSED);
        assertThat(key(issued).status()).isEqualTo(ApiKeyStatus.EXPIRED);
    }

    @Test
    void aRevokedKeyIsOverForGood() {
        IssuedApiKey issued = create(CRM);
        IssuedApiKey other = create(CRM);
        IssuedApiKey rotated = rotated(issued, ApiKeyRotation.defaults());
        ApiKeyId id = issued.key().id();

        ApiKey revoked = keys.revoke(id, Scope.all(), INES).orElseThrow();
        keys.revoke(id, Scope.all(), INES);

        assertThat(revoked.revokedAt()).isEqualTo(clock.instant());
        assertThat(revoked.status()).isEqualTo(ApiKeyStatus.REVOKED);
        assertThat(keys.verify(issued.token(), IP)).isEqualTo(REFUSED);
        assertThat(keys.verify(rotated.token(), IP)).isEqualTo(REFUSED);
        assertThat(keys.rotate(id, ApiKeyRotation.defaults(), FULL, INES)).isEqualTo(new RotateApiKeyResult.Revoked());
        assertThat(events(API_KEY_REVOKED)).hasSize(1);
        good(other.token());
    }

    @Test
    void whoIsRefusedAfterARevocationIsRefusedOnEachThread() {
        IssuedApiKey issued = create(CRM);
        var isRevoked = new CountDownLatch(1);
        List<Callable<List<VerifyApiKeyResult>>> all = new ArrayList<>();
        IntStream.range(0, 4)
                .forEach(i -> all.add(() -> {
                    var after = new ArrayList<VerifyApiKeyResult>();
                    while (after.size() < 3) {
                        boolean wasRevoked = isRevoked.getCount() == 0;
                        VerifyApiKeyResult result = keys.verify(issued.token(), null);
                        if (wasRevoked) {
                            after.add(result);
                        }
                    }
                    return after;
                }));
        all.add(() -> {
            keys.revoke(issued.key().id(), Scope.all(), INES);
            isRevoked.countDown();
            return List.of();
        });

        assertThat(AtOnce.run(all)).allSatisfy(after -> assertThat(after).allMatch(REFUSED::equals));
    }

    @Test
    void bothSecretsAreGoodForTheOverlapAndBothAreSeen() {
        IssuedApiKey first = create(CRM);
        clock.advance(Duration.ofDays(80));

        IssuedApiKey second = rotated(first, ApiKeyRotation.defaults());

        good(first.token());
        clock.advance(Duration.ofMinutes(1));
        good(second.token());
        ApiKey seen = key(first);
        assertThat(seen.id()).isEqualTo(first.key().id());
        assertThat(seen.secrets())
                .extracting(ApiKeySecret::prefix)
                .containsExactly(second.token().substring(0, 12), first.token().substring(0, 12));
        assertThat(seen.secrets().get(0).lastUsedAt()).isEqualTo(clock.instant());
        assertThat(seen.secrets().get(1).lastUsedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(seen.expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofDays(90)).minus(Duration.ofMinutes(1)));
        assertThat(events(API_KEY_ROTATED).get(0).changes())
                .extracting(Change::field)
                .containsExactlyInAnyOrder("key", "prefix", "expires", "overlap");
        clock.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(keys.verify(first.token(), IP)).isEqualTo(REFUSED);
        good(second.token());
    }

    @Test
    void anOverlapProlongsNothing() {
        IssuedApiKey first = create(CRM.lifetime(Duration.ofHours(2)));

        rotated(first, ApiKeyRotation.defaults().overlap(ApiKeyLimits.MAX_OVERLAP));

        assertThat(key(first).secrets().get(1).expiresAt())
                .isEqualTo(first.key().expiresAt());
    }

    @Test
    void withoutAnOverlapAllBeforeEndsAtOnce() {
        IssuedApiKey first = create(CRM);
        IssuedApiKey second = rotated(first, ApiKeyRotation.defaults());
        assertThat(keys.rotate(first.key().id(), ApiKeyRotation.defaults(), FULL, INES))
                .isEqualTo(new RotateApiKeyResult.Overlapping(clock.instant().plus(Duration.ofHours(24))));

        IssuedApiKey third = rotated(first, ApiKeyRotation.defaults().overlap(Duration.ZERO));

        assertThat(keys.verify(first.token(), IP)).isEqualTo(REFUSED);
        assertThat(keys.verify(second.token(), IP)).isEqualTo(REFUSED);
        good(third.token());
        assertThat(key(first).secrets()).hasSize(2);
    }

    @Test
    void anExpiredKeyIsRenewedByRotatingIt() {
        IssuedApiKey first = create(CRM.lifetime(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(2));

        IssuedApiKey second = rotated(first, ApiKeyRotation.defaults());

        good(second.token());
        assertThat(keys.verify(first.token(), IP)).isEqualTo(REFUSED);
    }

    @Test
    void ofTwoWhoRotateAtOnceOneDoes() {
        IssuedApiKey first = create(CRM);
        ApiKeyId id = first.key().id();

        List<RotateApiKeyResult> results = AtOnce.run(
                () -> keys.rotate(id, ApiKeyRotation.defaults(), FULL, INES),
                () -> keys.rotate(id, ApiKeyRotation.defaults(), FULL, INES));

        assertThat(results).hasAtLeastOneElementOfType(RotateApiKeyResult.Rotated.class);
        assertThat(results).hasAtLeastOneElementOfType(RotateApiKeyResult.Overlapping.class);
        assertThat(key(first).secrets()).hasSize(2);
        good(first.token());
    }

    @Test
    void whoRotatesCouldDoAllThatTheKeyCan() {
        ApiKeyId everywhere = create(CRM).key().id();
        ApiKeyId acme = create(CRM.scope(Scope.of(ACME))).key().id();
        var viewer = new Access(Preset.VIEWER, Scope.of(ACME));

        assertThat(keys.rotate(everywhere, ApiKeyRotation.defaults(), OWNER_OF_ACME, INES))
                .isEqualTo(new RotateApiKeyResult.Unknown());
        assertThat(keys.rotate(acme, ApiKeyRotation.defaults(), viewer, INES))
                .isEqualTo(new RotateApiKeyResult.OutOfReach());
        assertThat(keys.revoke(everywhere, Scope.of(ACME), INES)).isEmpty();
        assertThat(keys.rotate(new ApiKeyId("none"), ApiKeyRotation.defaults(), FULL, INES))
                .isEqualTo(new RotateApiKeyResult.Unknown());
    }

    @Test
    void aKeyGoesWithTheLastOfItsTenants() {
        IssuedApiKey issued = create(CRM.scope(Scope.of(List.of(ACME, SHOP))));

        userdeck.tenants().delete(SHOP, TenantUsers.delete(), 10, Actor.system());
        assertThat(good(issued.token()).scope()).isEqualTo(Scope.of(ACME));
        userdeck.tenants().delete(ACME, TenantUsers.delete(), 10, Actor.system());

        assertThat(keys.verify(issued.token(), IP)).isEqualTo(REFUSED);
        assertThat(key(issued).scope()).isNull();
    }

    @Test
    void keysAreListedNewestFirstAndSearched() {
        IssuedApiKey crm = create(CRM);
        IssuedApiKey report =
                create(NewApiKey.of("Night-Report", Permission.AUDIT_READ).scope(Scope.of(ACME)));
        clock.advance(Duration.ofMillis(2));
        keys.create(NewApiKey.of("seed", Permission.USERS_CREATE), FULL, Actor.system());
        var all = ApiKeyQuery.of(Scope.all());

        assertThat(names(all)).containsExactly("seed", "Night-Report", "crm-sync");
        assertThat(names(all.search("REPORT"))).containsExactly("Night-Report");
        assertThat(names(all.search("marchetti"))).containsExactly("Night-Report", "crm-sync");
        assertThat(names(all.search(crm.token().substring(0, 12)))).containsExactly("crm-sync");
        assertThat(names(all.search("udk_"))).hasSize(3);
        assertThat(names(all.search("100%"))).isEmpty();
        assertThat(names(ApiKeyQuery.of(Scope.of(ACME)))).containsExactly("Night-Report");
        assertThat(keys.find(report.key().id(), Scope.of(SHOP))).isEmpty();
        Page<ApiKey> first = keys.list(all.size(2));
        Page<ApiKey> second = keys.list(all.size(2).cursor(first.nextCursor()));
        assertThat(second.items()).extracting(ApiKey::name).containsExactly("crm-sync");
        assertThat(keys.list(all.size(2).cursor(second.previousCursor())).items())
                .isEqualTo(first.items());
    }

    @Test
    void whatIsRefusedSlowsDownWhatIsRefusedNextAndNothingElse() {
        IssuedApiKey revoked = create(CRM);
        IssuedApiKey good = create(CRM);
        keys.revoke(revoked.key().id(), Scope.all(), INES);
        for (int i = 0; i < 100; i++) {
            assertThat(keys.verify(revoked.token(), IP)).isEqualTo(REFUSED);
        }

        assertThat(keys.verify(revoked.token(), IP))
                .isEqualTo(new VerifyApiKeyResult.TooManyAttempts(Duration.ofSeconds(1)));
        assertThat(keys.verify(revoked.token(), "203.0.113.7")).isEqualTo(REFUSED);
        assertThat(keys.verify(revoked.token(), null)).isEqualTo(REFUSED);
        assertThat(keys.verify(good.token(), IP)).isInstanceOf(VerifyApiKeyResult.Verified.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.verify(revoked.token(), IP)).isEqualTo(REFUSED);
        assertThat(keys.verify(revoked.token(), IP))
                .isEqualTo(new VerifyApiKeyResult.TooManyAttempts(Duration.ofSeconds(2)));
    }

    @Test
    void aJobGoesOnWithTheKeysRightsAndStopsWithThem() {
        userdeck.sessions().create(signUp("ada@example.org").id(), SessionOrigin.of("password"));
        Operator key = good(create(NewApiKey.of("night", Permission.USERS_READ, Permission.SESSIONS_END))
                .token());
        Operator other = good(create(NewApiKey.of("other", Permission.USERS_READ, Permission.SESSIONS_END)
                        .lifetime(Duration.ofDays(1)))
                .token());

        BulkJob first = startJob(key);
        userdeck.runMaintenance();
        BulkJob second = startJob(key);
        keys.revoke(new ApiKeyId(key.id()), Scope.all(), INES);
        BulkJob third = startJob(other);
        clock.advance(Duration.ofDays(1));
        userdeck.runMaintenance();

        assertThat(job(first, key).state()).isEqualTo(BulkJobState.FINISHED);
        assertThat(job(second, key).state()).isEqualTo(BulkJobState.STOPPED);
        assertThat(job(second, key).reason()).isEqualTo("night may not do this any more.");
        assertThat(job(third, other).state()).isEqualTo(BulkJobState.STOPPED);
        assertThat(events(BULK_STARTED))
                .extracting(event -> event.actor().kind())
                .containsOnly(Actor.Kind.API_KEY);
        AuditEvent done = events(SESSION_ALL_REVOKED).get(0);
        assertThat(done.actor()).isEqualTo(key.actor());
        assertThat(done.changes()).contains(new Change("job", null, first.id().value()));
        assertThat(userdeck.audit()
                        .list(AuditQuery.of(Scope.all()).actor(Actor.Kind.API_KEY, other.id()))
                        .items())
                .extracting(AuditEvent::action)
                .containsExactly(BULK_STARTED);
    }

    @Test
    void aKeyThatIsOverIsForgottenThirtyDaysLater() {
        IssuedApiKey expiring = create(CRM.lifetime(Duration.ofDays(1)));
        IssuedApiKey revoked = create(CRM);
        keys.revoke(revoked.key().id(), Scope.all(), INES);
        IssuedApiKey renewed = create(CRM.lifetime(Duration.ofDays(1)));
        rotated(renewed, ApiKeyRotation.defaults());

        clock.advance(Duration.ofDays(31));
        userdeck.runMaintenance();

        assertThat(keys.list(ApiKeyQuery.of(Scope.all())).items())
                .extracting(ApiKey::id)
                .containsExactly(renewed.key().id())
                .doesNotContain(expiring.key().id());
        assertThat(tables.count("ud_api_key_secret")).isEqualTo(2);
    }

    private BulkJob startJob(Operator operator) {
        var selection = BulkSelection.matching(operator.scope(), UserFilter.none());
        var result = userdeck.bulk().start(NewBulkJob.of(NewBulkJob.END_SESSIONS, selection), operator);
        return ((StartBulkJobResult.Started) result).job();
    }

    private BulkJob job(BulkJob job, Operator operator) {
        return userdeck.bulk().find(job.id(), operator).orElseThrow();
    }

    private List<String> names(ApiKeyQuery query) {
        return keys.list(query).items().stream().map(ApiKey::name).toList();
    }

    private ApiKey key(IssuedApiKey issued) {
        return keys.find(issued.key().id(), Scope.all()).orElseThrow();
    }

    private IssuedApiKey create(NewApiKey key) {
        return ((CreateApiKeyResult.Created) keys.create(key, FULL, INES)).issued();
    }

    private IssuedApiKey rotated(IssuedApiKey issued, ApiKeyRotation rotation) {
        return ((RotateApiKeyResult.Rotated) keys.rotate(issued.key().id(), rotation, FULL, INES)).issued();
    }

    private Operator good(String token) {
        if (keys.verify(token, IP) instanceof VerifyApiKeyResult.Verified verified) {
            return verified.key();
        }
        throw new AssertionError("The key is not good");
    }

    private static List<String> refusals(CreateApiKeyResult result) {
        return ((CreateApiKeyResult.Refused) result)
                .errors().stream().map(FieldError::code).toList();
    }
}
