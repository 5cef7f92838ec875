package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;

/**
 * The app's database, for recipes with tables of their own. Safe for use by many threads.
 *
 * <p>Work joins the transaction that is open on this thread, be it ours or the host's. Never commit, roll back, close or
 * change the settings of a connection that is handed in.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Database {

    /** The engines that Userdeck runs on. */
    enum Engine {
        /** H2. */
        H2,
        /** PostgreSQL. */
        POSTGRESQL,
        /** MySQL 8. */
        MYSQL,
        /** MariaDB. */
        MARIADB
    }

    /**
     * Something to do with a connection.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work on this connection. */
        T run(Connection connection) throws SQLException;
    }

    /** Returns the engine that it runs on. */
    Engine engine();

    /** How to write a table's name in SQL: with the schema before it, if one was configured. */
    String table(String name);

    /**
     * Reads, in the open transaction if there is one.
     *
     * @throws dev.userdeck.error.StorageException if the database refused or could not answer
     */
    <T> T read(Work<T> work);

    /**
     * Writes: all of it or nothing. In an open transaction, what {@code work} throws undoes just its own part; in one of
     * its own, a deadlock is tried again a few times, so {@code work} may run more than once.
     *
     * @throws dev.userdeck.error.StorageException if the database refused or could not answer
     * @throws UniqueViolationException if a unique index or primary key refused a row
     * @throws ForeignKeyViolationException if a foreign key refused a row
     */
    <T> T write(Work<T> work);
}
