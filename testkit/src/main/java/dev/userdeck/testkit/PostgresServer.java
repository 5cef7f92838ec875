package dev.userdeck.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** PostgreSQL from its published binaries: nothing needs to be installed. */
final class PostgresServer extends NetworkServer {
    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        super(postgres.getPort());
        this.postgres = postgres;
    }

    static PostgresServer start() throws EngineUnavailableException {
        try {
            var server = new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("timezone", "Pacific/Chatham")
                    .start());
            server.execute("create role userdeck login password 'userdeck'");
            return server;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new EngineUnavailableException(
                    "PostgreSQL did not start (" + e.getMessage()
                            + "); run on Linux, as an ordinary user where user namespaces are forbidden",
                    e);
        }
    }

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public String versionMark() {
        return "PostgreSQL ";
    }

    @Override
    public void create(String database) throws SQLException {
        execute("create database " + database + " owner userdeck");
    }

    @Override
    public void drop(String database) throws SQLException {
        execute("drop database " + database + " with (force)");
    }

    @Override
    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    @Override
    String directUrl(String database) {
        return jdbcUrl(postgres.getPort(), database);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=userdeck&password=userdeck";
    }

    @Override
    public String sessionSetup() {
        return "set time zone 'Pacific/Chatham'";
    }

    @Override
    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not stop PostgreSQL", e);
        }
    }
}
