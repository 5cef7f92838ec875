package dev.userdeck.testkit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** H2 in memory. Each database lives as long as the connection that is kept for it. */
final class H2Server implements DatabaseServer {
    private final Map<String, Connection> keepers = new ConcurrentHashMap<>();

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:");
    }

    @Override
    public String versionQuery() {
        return "select 'H2 ' || h2version()";
    }

    @Override
    public String versionMark() {
        return "H2 2.";
    }

    @Override
    public void create(String database) throws SQLException {
        keepers.put(database, DriverManager.getConnection(jdbcUrl(database)));
    }

    @Override
    public void drop(String database) throws SQLException {
        try (Connection keeper = keeper(database)) {
            execute(keeper, "shutdown immediately");
        }
        keepers.remove(database);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:h2:mem:" + database + ";USER=userdeck;PASSWORD=userdeck";
    }

    @Override
    public String sessionSetup() {
        return "set time zone 'Pacific/Chatham'";
    }

    @Override
    public void refuseConnections(String database) throws SQLException {
        execute(keeper(database), "set exclusive 2");
    }

    @Override
    public void acceptConnections(String database) throws SQLException {
        execute(keeper(database), "set exclusive 0");
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("H2 lives and dies with this JVM");
    }

    @Override
    public void close() {
        // Nothing runs outside this JVM.
    }

    private Connection keeper(String database) {
        return requireNonNull(keepers.get(database), database);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
