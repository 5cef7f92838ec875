package dev.userdeck.testkit;

import java.sql.SQLException;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A MySQL or MariaDB server to measure on: what is committed is on the disk, as in production, where the servers of tests
 * are set to be fast. It holds one empty database, which goes with it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MeasuredServer implements AutoCloseable {
    private static final String DATABASE = "userdeck_measured";

    private final NetworkServer server;

    private MeasuredServer(NetworkServer server) {
        this.server = server;
    }

    /**
     * Starts it; it goes with this JVM at the latest.
     *
     * @param bufferMegabytes how much memory it has for pages
     * @throws IllegalStateException if this machine can't run it; says what to install
     */
    public static MeasuredServer start(Engine engine, int bufferMegabytes) {
        try {
            NetworkServer server = switch (engine) {
                case MYSQL ->
                    MySqlServer.start(List.of(
                            "--skip-log-bin",
                            "--mysqlx=OFF",
                            "--innodb-redo-log-capacity=1G",
                            "--innodb-buffer-pool-size=" + bufferMegabytes + "M"));
                case MARIADB ->
                    MariaDbServer.start(List.of(
                            "--skip-log-bin",
                            "--innodb-log-file-size=1G",
                            "--innodb-buffer-pool-size=" + bufferMegabytes + "M"));
                case H2, POSTGRESQL -> throw new IllegalArgumentException(engine + " is not started by this");
            };
            server.create(DATABASE);
            return new MeasuredServer(server);
        } catch (EngineUnavailableException | SQLException e) {
            throw new IllegalStateException(engine.title() + " did not start: " + e.getMessage(), e);
        }
    }

    /** A URL with user and password in it. */
    public String jdbcUrl() {
        return server.directUrl(DATABASE);
    }

    @Override
    public void close() {
        server.close();
    }
}
