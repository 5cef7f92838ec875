package dev.userdeck.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL from its published binaries: nothing needs to be installed. */
final class PostgresServer extends NetworkServer {
    private final EmbeddedPostgres postgres;
    private final Path data;

    private PostgresServer(EmbeddedPostgres postgres) throws SQLException {
        super(postgres.getPort());
        this.postgres = postgres;
        try (Connection connection = admin();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            this.data = Path.of(rows.getString(1));
        }
    }

    static PostgresServer start() throws EngineUnavailableException {
        try {
            var server = new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
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

    /** Immediately, so that it has to recover when it is started again. */
    @Override
    void killProcess() {
        control("-m", "immediate", "stop");
    }

    @Override
    void startAgain() {
        control("-l", data.resolve("restarted.log").toString(), "restart");
    }

    /** Runs pg_ctl, as an ordinary user in its own eyes. */
    private void control(String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        try {
            // the server notes there how it was called, program first
            String call = Files.readString(data.resolve("postmaster.opts"));
            Path program = Path.of(call.substring(0, call.indexOf(" \"")));
            command.addAll(List.of(program.resolveSibling("pg_ctl").toString(), "-w", "-D", data.toString()));
            command.addAll(List.of(arguments));
            ServerProcess.run("pg_ctl failed", command);
        } catch (IOException | EngineUnavailableException e) {
            throw new IllegalStateException("Could not stop or start PostgreSQL", e);
        }
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
