package dev.userdeck.testkit;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The servers of this JVM, each started when first asked for, and gone with it; reports what ran at the end of a test run.
 * There may be many runs in one JVM: Surefire makes one of each class where it has several JVMs.
 */
final class Engines implements AutoCloseable {
    private static final Map<Engine, DatabaseServer> SERVERS = new EnumMap<>(Engine.class);

    private final WantedEngines wanted = WantedEngines.ofThisRun();
    private final Map<Engine, String> missing = new EnumMap<>(Engine.class);
    private final Map<Engine, Integer> tests = new EnumMap<>(Engine.class);

    /** The engine's server; aborts the tests when it isn't wanted, or this machine can't run it. */
    DatabaseServer server(Engine engine) {
        synchronized (SERVERS) {
            DatabaseServer running = SERVERS.get(engine);
            if (running == null) {
                running = start(engine);
            }
            tests.putIfAbsent(engine, 0);
            return running;
        }
    }

    private DatabaseServer start(Engine engine) {
        String known = missing.get(engine);
        if (known != null) {
            return Assumptions.abort(known);
        }
        try {
            wanted.check(engine);
            DatabaseServer server = engine.start();
            SERVERS.put(engine, server);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, engine.title() + "-close"));
            say("Userdeck tests run on " + checkedVersion(engine, server));
            return server;
        } catch (EngineUnavailableException e) {
            if (Requirement.USERDECK_REQUIRE_ENGINES.isSet()) {
                throw new IllegalStateException(
                        Requirement.USERDECK_REQUIRE_ENGINES + " is set, and " + e.getMessage(), e);
            }
            missing.put(engine, e.getMessage());
            say("Userdeck tests SKIP " + engine.title() + ": " + e.getMessage());
            return Assumptions.abort(e.getMessage());
        }
    }

    /** Counts a test that passed on the engine. */
    void count(Engine engine) {
        synchronized (SERVERS) {
            tests.merge(engine, 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        say("Userdeck contracts: "
                + Arrays.stream(Engine.values())
                        .filter(engine -> tests.containsKey(engine) || missing.containsKey(engine))
                        .map(engine -> engine.title() + " "
                                + (missing.containsKey(engine) ? "SKIPPED" : tests.getOrDefault(engine, 0)))
                        .collect(joining(", ")));
    }

    private static String checkedVersion(Engine engine, DatabaseServer server) {
        try (Connection connection = server.admin();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(server.versionQuery())) {
            rows.next();
            String version = rows.getString(1);
            boolean posing = engine == Engine.MYSQL && version.contains("MariaDB");
            if (!version.contains(server.versionMark()) || posing) {
                throw new IllegalStateException("Not " + engine.title() + ", but " + version);
            }
            return version.startsWith(engine.title()) ? version : engine.title() + " " + version;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not ask " + engine.title() + " for its version", e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
