package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.StorageException;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.storage.Damage;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.recipe.spi.SchemaScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        try (Connection locked = dataSource.getConnection();
                Connection connection = dataSource.getConnection()) {
            createSchema(connection);
            try (var schemaOfLock = new SchemaInUse(locked, dialect, schema);
                    var schemaInUse = new SchemaInUse(connection, dialect, schema);
                    var lock = MigrationLock.acquire(locked, dialect.engine(), "userdeck:" + schema);
                    var turn = dialect.turnToWrite()) {
                var history = new History(connection, clock);
                history.create(dialect);
                int run = 0;
                for (SqlScript script : missing(history, load(components))) {
                    run(connection, history, script);
                    run++;
                }
                if (run > 0) {
                    LOG.info("Userdeck ran {} schema scripts on {}", run, dialect.engine());
                }
            }
        } catch (SQLException e) {
            throw failed("migrate the schema", e);
        }
    }

    /**
     * Checks that nothing is missing, and changes nothing.
     *
     * @throws ConfigurationException naming the first missing script
     */
    public void validate(Map<String, SchemaScripts> components) {
        try (Connection connection = dataSource.getConnection();
                var schemaInUse = new SchemaInUse(connection, dialect, schema)) {
            var history = new History(connection, clock);
            List<SqlScript> missing = history.exists() ? missing(history, load(components)) : load(components);
            if (!missing.isEmpty()) {
                SqlScript first = missing.get(0);
                throw new ConfigurationException(
                        "The schema lacks %d scripts, the first is %s of %s: run them, or start with migration(MIGRATE)"
                                .formatted(missing.size(), first.name(), first.component()));
            }
        } catch (SQLException e) {
            throw failed("validate the schema", e);
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

    private void run(Connection connection, History history, SqlScript script) throws SQLException {
        Map<History.Key, History.Entry> done = history.read();
        for (int i = 0; i < script.statements().size(); i++) {
            History.Entry entry = done.get(new History.Key(script.component(), script.name(), i));
            if (entry != null && entry.done()) {
                continue;
            }
            boolean interrupted = entry != null;
            if (dialect.hasTransactionalDdl() && !runsAlone(script.statements().get(i))) {
                inTransaction(connection, history, script, i);
            } else {
                stepByStep(connection, history, script, i, interrupted);
            }
        }
    }

    private static boolean runsAlone(String statement) {
        return statement.toLowerCase(Locale.ROOT).contains(" concurrently ");
    }

    private static void inTransaction(Connection connection, History history, SqlScript script, int index)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, script, index);
            history.begin(script, index);
            history.finish(script, index);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void stepByStep(Connection connection, History history, SqlScript script, int index, boolean interrupted)
            throws SQLException {
        if (!interrupted) {
            history.begin(script, index);
        }
        try {
            execute(connection, script, index);
        } catch (SQLException e) {
            if (!interrupted || !dialect.isAlreadyDone(e)) {
                throw e;
            }
        }
        history.finish(script, index);
    }

    private static void execute(Connection connection, SqlScript script, int index) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(script.statements().get(index));
        } catch (SQLException e) {
            var named = new SQLException(
                    "%s of %s, statement %d: %s"
                            .formatted(script.name(), script.component(), index + 1, e.getMessage()),
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
            throw named;
        }
    }
}
