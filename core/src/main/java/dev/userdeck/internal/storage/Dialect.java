package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What jOOQ does not hide of an engine. One implementation each; all else asks here what an engine can do, never which
 * one it is.
 */
public interface Dialect {

    /** Which engine it is. */
    Engine engine();

    /** How jOOQ calls it. */
    SQLDialect jooq();

    /** The oldest version that has what we use, as major and minor. */
    int[] oldestVersion();

    /** Whether a failed script leaves no part of a statement behind. */
    boolean hasTransactionalDdl();

    /** Adds what the engine needs to a statement of a common script, such as the collation of keys. */
    String adapt(String statement);

    /** The folders to look for a script in, best first. */
    String[] scriptFolders();

    /** How the engine spells an unquoted schema name in its catalogue. */
    default String schemaName(String schema) {
        return schema;
    }

    /** Makes {@code schema}; asked only where it isn't there, as an account may lack the right. */
    default String createSchema(String schema) {
        return "create schema if not exists " + schema;
    }

    /** Whether {@code schema} is there. */
    default boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equals(schemaName(schema))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Makes {@code schema} the one that unqualified names mean on this connection.
     *
     * @return what {@link #restoreSchema} takes
     */
    String useSchema(Connection connection, String schema) throws SQLException;

    /** Undoes {@link #useSchema}. */
    void restoreSchema(Connection connection, String before) throws SQLException;

    /**
     * As {@link #useSchema}, until the open transaction ends.
     *
     * @throws UnsupportedOperationException unless {@link #hasTransactionalDdl}
     */
    default void useSchemaInTransaction(Connection connection, String schema) throws SQLException {
        throw new UnsupportedOperationException("The schema of a transaction on " + engine());
    }

    /** Waits until a transaction may write; to be closed once it has ended. Only on an H2 file does anyone wait. */
    default WriteLock turnToWrite() {
        return WriteLock.FREE;
    }

    /** Whether a transaction can lock a name, without a row, and without waiting for it. */
    default boolean hasAdvisoryLocks() {
        return false;
    }

    /**
     * What {@code for update} ends with so that it fails at once if somebody has locked the row. H2 can't: it fails when
     * its lock timeout is over.
     */
    default String nowait() {
        return " nowait";
    }

    /**
     * Whether a foreign key locks the row that it points to until the transaction ends. On H2 it doesn't: who must not
     * lose that row meanwhile, locks it.
     */
    default boolean locksReferencedRows() {
        return true;
    }

    /** Whether an update may stand in a {@code with} and return rows, so that one statement writes two tables. */
    default boolean hasUpdateInWith() {
        return false;
    }

    /**
     * Whether a list of keys can be bound as one value. A statement with hundreds is planned anew each time, or else, once
     * it is kept, reads the whole table; MySQL, MariaDB and H2 don't keep plans, and have no such value.
     */
    default boolean bindsArrays() {
        return false;
    }

    /**
     * Whether the planner may turn a condition in the select list into a table of all rows that fit it. It doesn't with
     * one that is a level deeper.
     */
    default boolean hashesSelectedConditions() {
        return false;
    }

    /**
     * Whether how full tables are is looked at once in a while, so that plans rest on what was true before a large write.
     * The other engines look as they write.
     */
    default boolean analyzesLater() {
        return false;
    }

    /** Whether an index finds words in a text. Elsewhere they are kept in a table of their own. */
    default boolean indexesWords() {
        return false;
    }

    /** Whether a timeout that is set on one statement holds for all that its connection runs, as H2 has it. */
    default boolean hasTimeoutOfSession() {
        return false;
    }

    /** Whether the statement failed because an earlier, interrupted run had done it already. */
    boolean isAlreadyDone(SQLException failure);

    /** That of the database which {@link JooqDatabase} runs this on. */
    static Dialect of(DSLContext db) {
        return Objects.requireNonNull((Dialect) db.configuration().data(Dialect.class), "a context of JooqDatabase");
    }
}
