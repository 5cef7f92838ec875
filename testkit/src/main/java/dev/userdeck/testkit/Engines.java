package dev.userdeck.testkit;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The servers of this test run, each started when first asked for; reports what ran at the end. */
final class Engines implements AutoCloseable {
    private final Map<Engine, DatabaseServer> servers = new EnumMap<>(Engine.class);
    private final Map<Engine, String> missing = new EnumMap<>(Engine.class);
    private final Map<Engine, Integer> tests = new EnumMap<>(Engine.class);

    /** The engine's server; aborts the tests when this machine can't run it. */
    synchronized DatabaseServer server(Engine engine) {
        DatabaseServer running = servers.get(engine);
        if (running != null) {
            return running;
        }
        String known = missing.get(engine);
        if (known != null) {
            return Assumptions.abort(known);
        }
        try {
            DatabaseServer server = engine.start();
            servers.put(engine, server);
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
    synchronized void count(Engine engine) {
        tests.merge(engine, 1, Integer::sum);
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(DatabaseServer::close);
        say("Userdeck contracts: "
                + Arrays.stream(Engine.values())
                        .filter(engine -> servers.containsKey(engine) || missing.containsKey(engine))
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
