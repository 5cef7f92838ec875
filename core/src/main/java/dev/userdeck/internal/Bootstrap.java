package dev.userdeck.internal;

import dev.userdeck.about.About;
import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.UserData;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.StorageException;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.Settings.Source;
import dev.userdeck.internal.apikey.JooqApiKeys;
import dev.userdeck.internal.audit.JooqAuditTrail;
import dev.userdeck.internal.bulk.DefaultBulkJobs;
import dev.userdeck.internal.data.DefaultImportJobs;
import dev.userdeck.internal.data.DefaultUserData;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.language.TranslatedLanguages;
import dev.userdeck.internal.mail.JooqOutbox;
import dev.userdeck.internal.maintenance.JooqLeases;
import dev.userdeck.internal.maintenance.Maintenance;
import dev.userdeck.internal.maintenance.MaintenanceTask;
import dev.userdeck.internal.migration.Migrator;
import dev.userdeck.internal.operator.AccessLimits;
import dev.userdeck.internal.operator.JooqOperators;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.password.PasswordPolicy;
import dev.userdeck.internal.password.argon2.Argon2Engines;
import dev.userdeck.internal.session.JooqSessions;
import dev.userdeck.internal.session.SessionLimits;
import dev.userdeck.internal.statistics.JooqStatistics;
import dev.userdeck.internal.storage.Connections;
import dev.userdeck.internal.storage.Damage;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.Dialects;
import dev.userdeck.internal.storage.JdbcDatabase;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.SqlFailure;
import dev.userdeck.internal.storage.StatementLimits;
import dev.userdeck.internal.tenant.JooqTenants;
import dev.userdeck.internal.throttle.SignInThrottle;
import dev.userdeck.internal.throttle.SignUpThrottle;
import dev.userdeck.internal.user.JooqUsers;
import dev.userdeck.internal.user.batch.ImportedUsers;
import dev.userdeck.internal.user.edit.UserVetoes;
import dev.userdeck.internal.user.password.JooqPasswords;
import dev.userdeck.language.Languages;
import dev.userdeck.mail.Outbox;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Permission;
import dev.userdeck.password.Passwords;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.session.Sessions;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.Users;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together; the one place that knows them all. */
public final class Bootstrap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final int SWEEP_SIZE = 1_000;
    private static final String FORGOTTEN = "answer-forgotten-passwords";
    private static final String DELIVERY = "deliver-mail";
    private static final String COUNT = "count-users";
    private static final String BULK = "run-bulk-jobs";
    private static final String IMPORTS = "run-import-jobs";
    private static final List<Duration> HOST_COMMITS_WITHIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final ConnectionSource connections;
    private final JdbcDatabase database;
    private final UserVetoes vetoes = new UserVetoes();
    private final JooqUsers users;
    private final JooqSessions sessions;
    private final JooqTenants tenants;
    private final JooqAuditTrail audit;
    private final JooqOperators operators;
    private final JooqApiKeys apiKeys;
    private final JooqOutbox mail;
    private final JooqPasswords passwords;
    private final DefaultUserData data;
    private final DefaultImportJobs importJobs;
    private final DefaultBulkJobs bulk;
    private final JooqStatistics statistics;
    private final Languages languages;
    private final ServiceRegistry services = new ServiceRegistry();
    private final Recipes recipes;
    private final AboutReader about;
    private final Maintenance maintenance;
    private final Optional<String> appName;
    private final Optional<URI> dashboardAddress;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Bootstrap(
            Settings settings,
            ConnectionSource connections,
            JdbcDatabase database,
            Recipes recipes,
            AboutReader about) {
        Clock clock = settings.clock();
        var jooq = new JooqDatabase(database);
        var ids = new Ids(clock);
        var hasher = new PasswordHasher(settings.firebaseScrypt());
        var throttle = new SignInThrottle(jooq, clock);
        var policy = new PasswordPolicy(settings.passwordMinLength(), settings.appName(), settings.passwordCheck());
        this.appName = Optional.ofNullable(settings.appName());
        this.languages = new TranslatedLanguages(
                settings.language(),
                settings.userLanguage(),
                recipes.ids().stream().map(RecipeId::value).toList());
        this.connections = connections;
        this.database = database;
        this.recipes = recipes;
        this.about = about;
        this.audit = new JooqAuditTrail(jooq, clock, ids, settings.auditRetention());
        this.sessions = new JooqSessions(
                jooq,
                clock,
                ids,
                audit,
                new SessionLimits(
                        settings.sessionIdleTimeout(), settings.sessionLifetime(), settings.sessionRotation()));
        var signUps = new SignUpThrottle(jooq, clock, audit, settings.signUpsPerAddress(), settings.signUpsInAll());
        this.users = new JooqUsers(jooq, clock, ids, hasher, policy, audit, throttle, signUps, sessions, vetoes);
        this.data = new DefaultUserData(jooq, clock, users, sessions, new ImportedUsers(clock, ids, hasher), audit);
        this.tenants = new JooqTenants(jooq, clock, audit, users, users);
        this.mail = new JooqOutbox(
                jooq,
                clock,
                ids,
                audit,
                settings.mail().sender(settings.source() instanceof Source.Memory),
                settings.mail().templates(),
                this::wakeDelivery);
        var limits = new AccessLimits(this::permissions);
        this.operators = new JooqOperators(
                jooq, clock, ids, hasher, policy, audit, throttle, mail, limits, languages, settings.operators());
        this.apiKeys = new JooqApiKeys(jooq, clock, ids, audit, limits, throttle);
        this.dashboardAddress = Optional.ofNullable(settings.operators().dashboard());
        this.passwords = new JooqPasswords(
                users.transaction(),
                hasher,
                policy,
                sessions,
                throttle,
                mail,
                languages,
                new JooqPasswords.LinkTargets(
                        settings.mail().passwordResetPage(), settings.mail().invitationPage(), settings.appName()),
                () -> wake(FORGOTTEN));
        var rights = new OperatorRights(operators, apiKeys::findGood, settings.hostOperators());
        this.bulk = new DefaultBulkJobs(
                jooq, clock, ids, database, users, sessions, vetoes, audit, rights, () -> wake(BULK));
        this.importJobs = new DefaultImportJobs(jooq, clock, ids, data, audit, rights, () -> wake(IMPORTS));
        this.statistics = new JooqStatistics(jooq, clock);
        this.maintenance = new Maintenance(
                new JooqLeases(jooq, clock, ids.next()),
                longWork(
                        database,
                        new MaintenanceTask(FORGOTTEN, Duration.ZERO, passwords::answerForgotten),
                        new MaintenanceTask(DELIVERY, Duration.ZERO, mail::deliver),
                        new MaintenanceTask(BULK, Duration.ZERO, bulk::run),
                        new MaintenanceTask(IMPORTS, Duration.ZERO, importJobs::run),
                        new MaintenanceTask(COUNT, Duration.ofMinutes(5), statistics::count),
                        new MaintenanceTask("sweep-bulk-jobs", Duration.ofHours(1), () -> bulk.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-mail", Duration.ofHours(1), () -> mail.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("reindex-users", Duration.ofMinutes(1), () -> users.reindex(SWEEP_SIZE)),
                        new MaintenanceTask(
                                "sweep-password-links", Duration.ofHours(1), () -> passwords.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-sessions", Duration.ofMinutes(5), () -> sessions.sweep(SWEEP_SIZE)),
                        new MaintenanceTask(
                                "sweep-operator-sessions", Duration.ofHours(1), () -> operators.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-api-keys", Duration.ofHours(1), () -> apiKeys.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-throttle", Duration.ofMinutes(15), () -> throttle.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-imports", Duration.ofHours(1), () -> data.sweep(SWEEP_SIZE)),
                        new MaintenanceTask(
                                "sweep-import-jobs", Duration.ofHours(1), () -> importJobs.sweep(SWEEP_SIZE)),
                        new MaintenanceTask("sweep-audit", Duration.ofHours(1), () -> audit.sweep(SWEEP_SIZE))));
    }

    private static List<MaintenanceTask> longWork(JdbcDatabase database, MaintenanceTask... jobs) {
        return Stream.of(jobs)
                .map(job -> new MaintenanceTask(job.name(), job.every(), () -> {
                    try (var longWork = database.longWork()) {
                        job.work().run();
                    }
                }))
                .toList();
    }

    /** Opens the database, migrates, starts the recipes. Whatever fails, what was opened is closed. */
    public static Bootstrap start(Settings settings) {
        Source source = settings.source();
        if (source == null) {
            throw new ConfigurationException("No database: call dataSource(…), jdbcUrl(…), h2File(…) or inMemory()");
        }
        SelfCheck.run(Bootstrap.class.getClassLoader());
        var recipes = new Recipes(settings.recipes());
        ConnectionSource connections = ConnectionSource.open(source, settings.surroundingTransaction());
        Bootstrap parts = null;
        try {
            Connections told = toldApart(connections);
            Dialect dialect = dialect(connections);
            Map<String, SchemaScripts> schema = schema(recipes);
            migrate(settings, connections, dialect, schema);
            var database = new JdbcDatabase(
                    told,
                    dialect,
                    settings.schema(),
                    connections.isReadCommitted(),
                    settings.migration() != Settings.Migration.NONE,
                    new StatementLimits(settings.statementTimeout(), dialect, !connections.isOurs()));
            var about = new AboutReader(settings, connections, database, dialect, recipes, schema);
            parts = new Bootstrap(settings, connections, database, recipes, about);
            parts.run(settings);
            return parts;
        } catch (RuntimeException e) {
            if (parts != null) {
                parts.close();
            } else {
                connections.close();
            }
            throw e;
        }
    }

    private static Connections toldApart(ConnectionSource connections) {
        try {
            return Connections.of(connections.surroundings());
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static Dialect dialect(ConnectionSource connections) {
        try (Connection connection = connections.dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static UserdeckException unreachable(SQLException failure) {
        Optional<StorageException> damaged = Damage.in("open the database", failure);
        if (damaged.isPresent()) {
            return damaged.get();
        }
        return new ConfigurationException(
                "The database can't be reached: check that it runs, and the URL, user and password", failure);
    }

    private static Map<String, SchemaScripts> schema(Recipes recipes) {
        Map<String, SchemaScripts> components = new LinkedHashMap<>();
        components.put(CoreSchema.COMPONENT, CoreSchema.SCRIPTS);
        components.putAll(recipes.schema());
        return components;
    }

    private static void migrate(
            Settings settings, ConnectionSource connections, Dialect dialect, Map<String, SchemaScripts> components) {
        var migrator = new Migrator(connections.dataSource(), dialect, settings.schema(), settings.clock());
        switch (settings.migration()) {
            case MIGRATE -> migrator.migrate(components);
            case VALIDATE -> migrator.validate(components);
            case NONE -> LOG.debug("The schema is not looked at");
        }
    }

    private void run(Settings settings) {
        ensurePublic(settings);
        operators.renewSecrets();
        recipes.start(id -> new DefaultRecipeContext(
                database, appName, settings.clock(), users, sessions, tenants, audit, mail, languages, services));
        users.listen(recipes.listeners());
        vetoes.add(recipes.vetoes());
        sessions.guard(recipes.sessionRequirements());
        data.add(recipes.dataParts());
        bulk.add(recipes.running());
        if (settings.ownMaintenanceThread()) {
            maintenance.startThread();
            wake(BULK); // what a restart interrupted
            wake(IMPORTS);
            wake(COUNT);
        }
        LOG.info("Userdeck started on {} with recipes {}", database.engine(), recipes.ids());
        LOG.info("Argon2 is computed by {}", Argon2Engines.best().name());
    }

    /** Asks our tables for the first time. */
    private void ensurePublic(Settings settings) {
        try {
            tenants.ensurePublic();
        } catch (StorageException e) {
            if (settings.migration() == Settings.Migration.NONE
                    && e.getCause() instanceof SQLException cause
                    && SqlFailure.isNoSuchTable(cause)) {
                String schema = settings.schema();
                throw new ConfigurationException(
                        "The tables of Userdeck are missing in "
                                + (schema == null ? "this database" : "the schema " + schema)
                                + ", and migration(NONE) makes none: start once with migration(MIGRATE)",
                        e);
            }
            throw e;
        }
    }

    /** What core and the recipes declare. */
    private List<Permission> permissions() {
        return Stream.concat(
                        Permission.core().stream(),
                        recipes.running().stream().flatMap(recipe -> recipe.dashboard().permissions().stream()))
                .distinct()
                .toList();
    }

    private void wake(String job) {
        maintenance.wake(job, Duration.ZERO);
    }

    /** The end of the host's transaction isn't seen: look twice, then with everything else. */
    private void wakeDelivery(boolean isCommitted) {
        if (isCommitted) {
            wake(DELIVERY);
        } else {
            HOST_COMMITS_WITHIN.forEach(delay -> maintenance.wake(DELIVERY, delay));
        }
    }

    public Optional<String> appName() {
        return appName;
    }

    public Languages languages() {
        return languages;
    }

    public Optional<URI> dashboardAddress() {
        return dashboardAddress;
    }

    public Users users() {
        return users;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tenants tenants() {
        return tenants;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Outbox mail() {
        return mail;
    }

    public Passwords passwords() {
        return passwords;
    }

    public Operators operators() {
        return operators;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public UserData data() {
        return data;
    }

    public ImportJobs importJobs() {
        return importJobs;
    }

    public BulkJobs bulk() {
        return bulk;
    }

    public Statistics statistics() {
        return statistics;
    }

    public About about() {
        return about.read();
    }

    public List<RunningRecipe> recipes() {
        return recipes.running();
    }

    public <T> T service(Class<T> type) {
        return services.get(type);
    }

    public <T> T inTransaction(Connection connection, Supplier<T> work) {
        return database.inHostTransaction(connection, work);
    }

    public void runMaintenance() {
        if (database.isHostTransaction()) {
            throw new IllegalStateException(
                    "Background work commits as it goes, and sends mail: don't call runMaintenance"
                            + " inside inTransaction or another transaction of the app's");
        }
        maintenance.run();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            mail.close();
            bulk.close();
            importJobs.close();
            maintenance.close();
            recipes.close();
            connections.close();
            RecordMethods.letGo();
            LOG.info("Userdeck stopped");
        }
    }
}
