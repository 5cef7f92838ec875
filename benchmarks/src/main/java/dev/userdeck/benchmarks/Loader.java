package dev.userdeck.benchmarks;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.internal.crypto.Secrets;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.user.search.UserIndex;
import dev.userdeck.internal.user.store.Indexing;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Writes a population into a migrated database, straight into the tables: millions of rows in minutes. Each column gets what
 * our stores would have written; {@code LoaderTest} compares the two. No audit events: those of an import are one a batch.
 */
final class Loader {
    private static final int USERS_A_TRANSACTION = 2_000;
    private static final String PUBLIC = "public";
    private static final long IDLE = Duration.ofDays(14).toMillis();
    private static final int LINEAGE_LENGTH = 21;
    static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Rows users = new Rows(
            "ud_user",
            "id",
            "name",
            "email",
            "phone",
            "external_id",
            "status",
            "joined_at",
            "last_seen_at",
            "version",
            "name_key",
            "email_key");
    private final Rows memberships =
            new Rows("ud_user_tenant", "user_id", "tenant_id", "joined_at", "last_seen_at", "name_key", "email_key");
    private final Rows texts = new Rows("ud_user_search", "user_id", "search_text");
    private final Rows words = new Rows("ud_user_word", "word", "user_id");
    private final Rows identifiers = new Rows("ud_identifier", "tenant_id", "kind", "identifier", "user_id");
    private final Rows methods =
            new Rows("ud_login_method", "id", "user_id", "kind", "email", "phone", "provider", "subject", "created_at");
    private final Rows passwords = new Rows("ud_password", "login_method_id", "hash", "changed_at");
    private final Rows sessions = new Rows(
            "ud_session",
            "handle",
            "selector",
            "secret_hash",
            "lineage_hash",
            "user_id",
            "tenant_id",
            "method",
            "created_at",
            "last_used_at",
            "expires_at",
            "ip",
            "user_agent");
    private final Rows assignments = new Rows("ud_userroles_assignment", "user_id", "tenant_id", "role", "assigned_at");
    private final Rows metadata = new Rows("ud_usermetadata", "user_id", "document", "version", "changed_at");
    private final Rows verified = new Rows("ud_emailverification_address", "user_id", "email_key", "verified_at");
    /** Parents first. */
    private final List<Rows> all = List.of(
            users,
            memberships,
            texts,
            words,
            identifiers,
            methods,
            passwords,
            sessions,
            assignments,
            metadata,
            verified);

    private final Population population;
    private final boolean asImported;
    /** Everybody's: to hash a million passwords would take a day. */
    private final String hash = new PasswordHasher(null).hash(Population.PASSWORD);

    private Loader(Population population, boolean asImported) {
        this.population = population;
        this.asImported = asImported;
    }

    Loader(Population population) {
        this(population, false);
    }

    /** One who writes what an import of {@link UsersFile} does: external ids, and no sessions. */
    static Loader asImported(Population population) {
        return new Loader(population, true);
    }

    /** Makes what users refer to. */
    static void prepare(Userdeck userdeck) {
        userdeck.tenants().create(new TenantId(Population.SECOND_TENANT), "Acme", Actor.system());
        for (String role : Population.roles()) {
            userdeck.recipe(UserRoles.class).create(role, null, Population.permissions(role), Actor.system());
        }
    }

    /**
     * Writes everybody.
     *
     * @param progress is told how many there are, now and then
     */
    void load(Site site, IntConsumer progress) throws SQLException, IOException {
        try (Connection connection = site.connect()) {
            connection.setAutoCommit(false);
            for (int number = 0; number < population.size(); number++) {
                add(population.person(number), site.engine() != Engine.POSTGRESQL);
                int there = number + 1;
                if (there % USERS_A_TRANSACTION == 0 || there == population.size()) {
                    flush(connection);
                    progress.accept(there);
                }
                if (there == USERS_A_TRANSACTION) {
                    // what is planned for empty tables is slow in full ones; a server sees it by itself, after a minute
                    site.analyze();
                }
            }
        }
    }

    /** Writes a part of them; how many nanoseconds the database took, without what it takes to make the rows. */
    long load(Site site, int from, int to) throws SQLException, IOException {
        long nanos = 0;
        try (Connection connection = site.connect()) {
            connection.setAutoCommit(false);
            for (int number = from; number < to; number++) {
                add(population.person(number), site.engine() != Engine.POSTGRESQL);
                if ((number + 1) % USERS_A_TRANSACTION == 0 || number + 1 == to) {
                    long before = System.nanoTime();
                    flush(connection);
                    nanos += System.nanoTime() - before;
                }
            }
        }
        return nanos;
    }

    private void flush(Connection connection) throws SQLException, IOException {
        for (Rows rows : all) {
            rows.flush(connection);
        }
        connection.commit();
    }

    private void add(Person person, boolean keepsWords) {
        String id = person.id();
        long joined = person.joinedAt();
        String phone = person.phone() == null ? "" : person.phone();
        String method = population.methodId(person.number());
        User user = user(person);
        String nameKey = UserIndex.nameKey(user);
        String emailKey = UserIndex.emailKey(user);
        users.add(
                id,
                person.name(),
                person.email(),
                phone,
                asImported ? UsersFile.externalId(person.number()) : null,
                "active",
                joined,
                person.lastSeenAt(),
                (long) person.tenants().size(),
                nameKey,
                emailKey);
        texts.add(id, UserIndex.text(Indexing.of(user)));
        if (keepsWords) {
            UserIndex.words(Indexing.of(user)).forEach(word -> words.add(word, id));
        }
        for (String tenant : person.tenants()) {
            memberships.add(id, tenant, joined, person.lastSeenAt(), nameKey, emailKey);
            identifiers.add(tenant, "email", person.email(), id);
            if (asImported) {
                identifiers.add(tenant, "external-id", UsersFile.externalId(person.number()), id);
            }
            if (person.phone() != null) {
                identifiers.add(tenant, "phone", phone, id);
            }
        }
        methods.add(method, id, "password", person.email(), "", "", "", joined);
        passwords.add(method, hash, joined);
        for (int session = 0; !asImported && session < person.sessions(); session++) {
            addSession(person.number(), session);
        }
        person.roles().forEach(role -> assignments.add(id, PUBLIC, role, joined));
        metadata.add(id, person.metadata(), joined, joined);
        if (person.isVerified()) {
            verified.add(id, person.email(), joined);
        }
    }

    /** As far as the search looks at it. */
    private static User user(Person person) {
        return new User(
                new UserId(person.id()),
                person.name(),
                person.email(),
                person.phone(),
                null,
                UserStatus.ACTIVE,
                null,
                Instant.ofEpochMilli(person.joinedAt()),
                Instant.ofEpochMilli(person.lastSeenAt()),
                1,
                Set.of(),
                List.of());
    }

    private void addSession(int number, int session) {
        String token = population.sessionToken(number, session);
        String secret = token.substring(token.indexOf('.') + 1);
        long now = Population.NOW.toEpochMilli();
        sessions.add(
                population.sessionHandle(number, session),
                token.substring(0, token.indexOf('.')),
                Secrets.sha256(secret),
                Secrets.sha256(secret.substring(0, LINEAGE_LENGTH)),
                population.id(number),
                PUBLIC,
                "password",
                now,
                now,
                now + IDLE,
                "192.0.2.7",
                USER_AGENT);
    }
}
