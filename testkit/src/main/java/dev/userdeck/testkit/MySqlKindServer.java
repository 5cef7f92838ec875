package dev.userdeck.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What MySQL and MariaDB have in common: a process of ours, a clock that is 12 hours and 45 minutes ahead, databases for schemas. */
abstract class MySqlKindServer extends NetworkServer {
    private final ServerProcess process;
    private final String url;
    private final String options;

    /**
     * Puts a switch before the process.
     *
     * @param url up to the port
     * @param options what follows the password
     */
    MySqlKindServer(ServerProcess process, String url, String options) {
        super(process.port());
        this.process = process;
        this.url = url;
        this.options = options;
    }

    static Connection admin(String url, int port, String options) throws SQLException {
        return DriverManager.getConnection(url + port + "/mysql?user=admin&password=admin" + options);
    }

    private String jdbcUrl(int port, String database) {
        return url + port + "/" + database + "?user=userdeck&password=userdeck" + options;
    }

    @Override
    public final Connection admin() throws SQLException {
        return admin(url, process.port(), options);
    }

    @Override
    public final void create(String database) throws SQLException {
        execute("create database " + database);
    }

    @Override
    public final void drop(String database) throws SQLException {
        execute("drop database " + database);
    }

    @Override
    public final String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    @Override
    final String directUrl(String database) {
        return jdbcUrl(process.port(), database);
    }

    @Override
    public final String sessionSetup() {
        return "set time_zone = '+12:45'";
    }

    @Override
    final void killProcess() {
        process.kill();
    }

    @Override
    final void startAgain() {
        process.startAgain();
    }

    @Override
    final void stop() {
        process.stop();
    }
}
