package dev.userdeck.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/** A running database engine that hands out empty databases. */
interface DatabaseServer extends AutoCloseable {

    /** An administrator's connection, past the switch that {@link #refuseConnections} shuts. */
    Connection admin() throws SQLException;

    /** The statement that asks the server itself for its version. */
    String versionQuery();

    /** What the answer to {@link #versionQuery} must contain, so that no other engine poses as this one. */
    String versionMark();

    void create(String database) throws SQLException;

    void drop(String database) throws SQLException;

    /** A URL with the credentials in it, as an ordinary user. */
    String jdbcUrl(String database);

    /** What each pooled connection runs first. */
    String sessionSetup();

    /** From now on clients are cut off and find nobody there. */
    void refuseConnections(String database) throws SQLException;

    /** Undoes {@link #refuseConnections} and {@link #kill}. */
    void acceptConnections(String database) throws SQLException;

    /**
     * Ends the server in the middle of all it does, without a word to its clients. What was committed stays.
     *
     * @throws UnsupportedOperationException if it is no process of its own
     */
    void kill();

    @Override
    void close();
}
