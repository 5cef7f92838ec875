package dev.userdeck.testkit;

import org.apiguardian.api.API;

/** The database engines that Userdeck supports. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Engine {
    H2("H2"),
    POSTGRESQL("PostgreSQL"),
    MYSQL("MySQL"),
    MARIADB("MariaDB");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** The name as its makers write it. */
    public String title() {
        return title;
    }

    /** Starts the engine's server; it serves every test of this JVM. */
    DatabaseServer start() throws EngineUnavailableException {
        return switch (this) {
            case H2 -> new H2Server();
            case POSTGRESQL -> PostgresServer.start();
            case MYSQL -> MySqlServer.start();
            case MARIADB -> MariaDbServer.start();
        };
    }
}
