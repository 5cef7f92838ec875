package dev.userdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What the engines with a port have in common: clients come through a gate that a test can shut. */
abstract class NetworkServer implements DatabaseServer {
    private final TcpGate gate;
    private boolean isDead;

    NetworkServer(int port) {
        try {
            gate = TcpGate.before(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that clients use. */
    final int port() {
        return gate.port();
    }

    @Override
    public final String versionQuery() {
        return "select version()";
    }

    @Override
    public final void refuseConnections(String database) {
        gate.shut();
    }

    @Override
    public final void kill() {
        killProcess();
        isDead = true;
        gate.shut();
    }

    @Override
    public final void acceptConnections(String database) {
        if (isDead) {
            startAgain();
            isDead = false;
        }
        gate.open();
    }

    final void execute(String... statements) throws SQLException {
        try (Connection connection = admin();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public final void close() {
        gate.shut();
        stop();
    }

    /** As {@link #jdbcUrl}, past the gate. */
    abstract String directUrl(String database);

    /** Ends it with all that it is at. */
    abstract void killProcess();

    /** On the data and the port that it had. */
    abstract void startAgain();

    abstract void stop();
}
