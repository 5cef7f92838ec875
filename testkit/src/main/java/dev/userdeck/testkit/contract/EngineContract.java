package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.Engine;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The ground of each contract: a running Userdeck on an empty database of the engine that the subclass names by
 * {@code @ExtendWith(TestDatabase.H2.class)} or another, a clock that stands still, and no background thread.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class EngineContract {
    /** A password that the policy takes. */
    protected static final String PASSWORD = "plum tundra violet 47";

    private final List<Userdeck> started = new CopyOnWriteArrayList<>();

    /** The database of this test. */
    protected TestDatabase database;

    /** The clock of {@link #userdeck}. */
    protected TestClock clock;

    /** Running, without recipes unless {@link #configure} adds some. */
    protected Userdeck userdeck;

    /** For subclasses. */
    protected EngineContract() {}

    @BeforeEach
    final void startUserdeck(TestDatabase fresh) {
        database = fresh;
        clock = TestClock.create();
        userdeck = start(configure(builder()));
        database.statements().reset();
    }

    @AfterEach
    final void closeUserdeck() {
        started.forEach(Userdeck::close);
    }

    /** What {@link #userdeck} is started from; override to add recipes. */
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder;
    }

    /** A configuration on the database of this test. */
    protected final Userdeck.Builder builder() {
        return Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL);
    }

    /** Starts one that is closed after the test. */
    protected final Userdeck start(Userdeck.Builder builder) {
        Userdeck running = builder.start();
        started.add(running);
        return running;
    }

    /** Runs {@code work} with the name of a schema that isn't there yet, and drops the schema afterwards. */
    protected final void withSchema(Consumer<String> work) throws SQLException {
        String schema = "userdeck_" + Long.toHexString(System.nanoTime());
        try {
            work.accept(schema);
        } finally {
            boolean isDatabase = database.engine() == Engine.MYSQL || database.engine() == Engine.MARIADB;
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        isDatabase
                                ? "drop database if exists " + schema
                                : "drop schema if exists " + schema + " cascade");
            }
        }
    }

    /** Signs a user up with {@link #PASSWORD}. */
    protected final User signUp(String email) {
        return created(email, userdeck.users().signUp(email, PASSWORD));
    }

    /** Creates a user without a password in the tenant {@code public}: quicker than {@link #signUp}. */
    protected final User created(Userdeck where, String email) {
        return created(email, where.users().create(NewUser.withEmail(email), Actor.system()));
    }

    /** How many statements {@code work} sends. */
    final int statements(Runnable work) {
        database.statements().reset();
        work.run();
        return database.statements().count();
    }

    /** The newest events of this action. */
    final List<AuditEvent> events(String action) {
        return userdeck.audit()
                .list(AuditQuery.of(Scope.all()).action(action).size(AuditQuery.MAX_SIZE))
                .items();
    }

    private static User created(String email, CreateUserResult result) {
        if (result instanceof CreateUserResult.Created created) {
            return created.user();
        }
        throw new AssertionError("Could not create " + email + ": " + result);
    }
}
