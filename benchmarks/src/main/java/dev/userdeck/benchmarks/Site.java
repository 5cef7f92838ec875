package dev.userdeck.benchmarks;

import dev.userdeck.testkit.Engine;
import dev.userdeck.testkit.MeasuredServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The database to measure on: one that was there, or one that we start, with settings as in production. */
final class Site implements AutoCloseable {
    /** What {@code docs/performance.md} says of the server; the rest is the engine's default. */
    private static final int BUFFER_MEGABYTES = 1024;

    private final Engine engine;
    private final String url;
    private final Closeable server;

    private Site(Engine engine, String url, Closeable server) {
        this.engine = engine;
        this.url = url;
        this.server = server;
    }

    static Site open(Options options) throws IOException, SQLException {
        return open(options, "%s-%d-%d".formatted(options.engine(), options.users(), options.seed()));
    }

    /** With nothing in it, unless it is one that was there. */
    static Site fresh(Options options) throws IOException, SQLException {
        String name = "move-" + options.engine();
        delete(folder(options, name));
        return open(options, name);
    }

    private static Path folder(Options options, String name) {
        return options.data().resolve(name.toLowerCase(Locale.ROOT));
    }

    private static Site open(Options options, String name) throws IOException, SQLException {
        String given = options.url();
        if (given != null) {
            return new Site(options.engine(), given, () -> {});
        }
        Path folder = folder(options, name);
        Files.createDirectories(folder);
        warm(folder);
        return switch (options.engine()) {
            case H2 ->
                new Site(
                        Engine.H2,
                        "jdbc:h2:file:" + folder.resolve("userdeck") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                        () -> {});
            case POSTGRESQL -> postgres(folder);
            case MYSQL, MARIADB -> {
                var server = MeasuredServer.start(options.engine(), BUFFER_MEGABYTES);
                yield new Site(options.engine(), server.jdbcUrl(), server::close);
            }
        };
    }

    /** Reads what is there, so that the first figures are not those of the disk. */
    private static void warm(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, OutputStream.nullOutputStream());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Site postgres(Path folder) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", BUFFER_MEGABYTES + "MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_roles where rolname = 'userdeck'")
                    .next()) {
                statement.execute("create role userdeck login password 'userdeck'");
                statement.execute("create database userdeck owner userdeck");
            }
        }
        return new Site(
                Engine.POSTGRESQL,
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/userdeck?user=userdeck&password=userdeck",
                server);
    }

    String url() {
        return url;
    }

    Engine engine() {
        return engine;
    }

    /** A connection of its own, outside any pool. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** What the server says it is. */
    String version() throws SQLException {
        try (Connection connection = connect()) {
            return engine.title() + " " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    int countUsers() throws SQLException {
        return (int) number("select count(*) from ud_user");
    }

    /** The one number that a query gives. */
    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Has the engine look at what is there, as it does by itself after a while. */
    void analyze() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            switch (engine) {
                case POSTGRESQL -> statement.execute("vacuum analyze");
                case H2 -> statement.execute("analyze");
                case MYSQL, MARIADB -> {
                    for (String table : tables(connection)) {
                        statement.execute("analyze table " + table);
                    }
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), null, "ud\\_%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
