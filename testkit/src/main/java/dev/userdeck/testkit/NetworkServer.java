package dev.userdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What the engines with a port have in common: clients come through a switch that a test can shut. */
abstract class NetworkServer implements DatabaseServer {
    private final TcpSwitch tcp;
    private boolean isDead;

    NetworkServer(int port) {
        try {
            tcp = TcpSwitch.before(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that clients use. */
    final int port() {
        return tcp.port();
    }

    @Override
    public final String versionQuery() {
        return "select version()";
    }

    @Override
    public final void refuseConnections(String database) {
        tcp.shut();
    }

    @Override
    public final void kill() {
        killProcess();
        isDead = true;
        tcp.shut();
    }

    @Override
    public final void acceptConnections(String database) {
        if (isDead) {
            startAgain();
            isDead = false;
        }
        tcp.open();
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
        tcp.shut();
        stop();
    }

    /** As {@link #jdbcUrl}, past the switch. */
    abstract String directUrl(String database);

    /** Ends it with all that it is at. */
    abstract void killProcess();

    /** On the data and the port that it had. */
    abstract void startAgain();

    abstract void stop();
}
