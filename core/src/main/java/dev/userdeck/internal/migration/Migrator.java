package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.StorageException;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.storage.Damage;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.SqlFailure;
import dev.userdeck.recipe.spi.SchemaScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to where the scripts say, statement by statement, each with a row of history. */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final @Nullable String schema;
    private final Clock clock;

    /** Creates it. */
    public Migrator(DataSource dataSource, Dialect dialect, @Nullable String schema, Clock clock) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Runs what is missing.
     *
     * @param components scripts by component, in the order to run
     * @throws ConfigurationException if a script was edited after it ran, or the database holds a newer schema
     */
    public void migrate(Map<String, SchemaScripts> components) {
        try (var turn = dialect.turnToWrite();
                var locked = new Borrowed(dataSource.getConnection());
                var working = new Borrowed(SecondConnection.take(dataSource))) {
            Connection connection = working.connection();
            createSchema(connection);
            try (MigrationLock lock = lock(locked.connection())) {
                int run = runMissing(connection, load(components));
                if (run > 0) {
                    LOG.info("Userdeck ran {} schema scripts on {}", run, dialect.engine());
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.isDenied(e)
                    ? new ConfigurationException(
                            "The account may not change the schema: migrate by one that may, and start with"
                                    + " migration(VALIDATE): " + e.getMessage(),
                            e)
                    : failed("migrate the schema", e);
        }
    }

    /**
     * Checks that nothing is missing, and changes nothing.
     *
     * @throws ConfigurationException naming the first missing script
     */
    public void validate(Map<String, SchemaScripts> components) {
        try (var reading = new Borrowed(dataSource.getConnection())) {
            var history = new History(reading.connection(), schema, clock);
            List<SqlScript> missing = history.exists() ? missing(history, load(components)) : load(components);
            if (!missing.isEmpty()) {
                SqlScript first = missing.get(0);
                throw new ConfigurationException(
                        "The schema lacks %s of %s%s: run the scripts that are missing, or start with migration(MIGRATE)"
                                .formatted(
                                        first.name(),
                                        first.component(),
                                        missing.size() == 1 ? "" : " and %d more".formatted(missing.size() - 1)));
            }
        } catch (SQLException e) {
            throw SqlFailure.isDenied(e)
                    ? new ConfigurationException(
                            "The account may not read the schema's history: grant it to select, insert, update and"
                                    + " delete rows of all tables of ours: " + e.getMessage(),
                            e)
                    : failed("validate the schema", e);
        }
    }

    private static UserdeckException failed(String action, SQLException e) {
        Optional<StorageException> damaged = Damage.in(action, e);
        if (damaged.isPresent()) {
            return damaged.get();
        }
        return new ConfigurationException("Could not " + action + ": " + e.getMessage(), e);
    }

    private void createSchema(Connection connection) throws SQLException {
        if (schema == null || dialect.hasSchema(connection, schema)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(dialect.createSchema(schema));
        } catch (SQLException e) {
            // "if not exists" does not keep two nodes from making it at once
            if (!dialect.hasSchema(connection, schema)) {
                throw e;
            }
        }
    }

    private List<SqlScript> load(Map<String, SchemaScripts> components) {
        List<SqlScript> scripts = new ArrayList<>();
        components.forEach((component, named) ->
                named.names().forEach(name -> scripts.add(SqlScript.load(component, named.owner(), name, dialect))));
        return scripts;
    }

    private static List<SqlScript> missing(History history, List<SqlScript> scripts) throws SQLException {
        Map<History.Key, History.Entry> done = history.read();
        List<SqlScript> missing = new ArrayList<>();
        for (SqlScript script : scripts) {
            history.refuseEdited(done, script);
            if (!History.isComplete(done, script)) {
                missing.add(script);
            }
        }
        history.refuseNewer(done, scripts);
        return missing;
    }

    /** Goes on from where another node has come to, if our lock did not keep it out; a Galera node knows its own alone. */
    private int runMissing(Connection connection, List<SqlScript> scripts) throws SQLException {
        var history = new History(connection, schema, clock);
        var steps = new Steps(connection, dialect, schema, history);
        long deadline = System.nanoTime() + MigrationLock.PATIENCE.toNanos();
        boolean isOvertaken = false;
        int run = 0;
        while (true) {
            try {
                createHistory(history);
                for (SqlScript script : missing(history, scripts)) {
                    run(history, steps, script, isOvertaken);
                    run++;
                }
                return run;
            } catch (Steps.OvertakenException e) {
                isOvertaken = true;
                if (System.nanoTime() > deadline) {
                    throw MigrationLock.tooLong();
                }
                LockSupport.parkNanos(MigrationLock.POLL.toNanos());
            }
        }
    }

    private void createHistory(History history) throws SQLException, Steps.OvertakenException {
        try {
            history.create(dialect);
        } catch (SQLException e) {
            if (SqlFailure.lostARace(e) || dialect.isAlreadyDone(e)) {
                throw new Steps.OvertakenException(e);
            }
            throw e;
        }
    }

    private static void run(History history, Steps steps, SqlScript script, boolean isOvertaken)
            throws SQLException, Steps.OvertakenException {
        Map<History.Key, History.Entry> done = history.read();
        for (int i = 0; i < script.statements().size(); i++) {
            History.Key key = History.key(script, i);
            History.Entry entry = done.get(key);
            if (entry == null || !entry.done()) {
                boolean interrupted = entry != null;
                if (interrupted && isOvertaken && !steps.hasBegun(key)) {
                    throw new Steps.OvertakenException(new SQLException("Another node is at " + key));
                }
                steps.run(script, i, interrupted);
            }
        }
    }

    private MigrationLock lock(Connection connection) throws SQLException {
        MigrationLock lock = dialect.hasAdvisoryLocks()
                ? new AdvisoryLock(connection, "userdeck:" + schema)
                : new RowLock(connection, dialect, schema);
        lock.acquire();
        return lock;
    }
}
