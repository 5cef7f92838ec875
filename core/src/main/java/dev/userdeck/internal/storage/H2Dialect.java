package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** H2, embedded or as a server. Compares text binary by default. */
final class H2Dialect implements Dialect {
    /** Table, index, constraint, column: each "already exists"; an index that was dropped. */
    private static final Set<Integer> ALREADY_DONE = Set.of(42101, 42111, 90045, 42121, 42112);

    private final Optional<H2File> file;
    private final boolean isUpperCase;

    /**
     * Creates it.
     *
     * @param isUpperCase whether names without quotes are kept in capitals: the URL may say otherwise
     */
    private H2Dialect(Optional<H2File> file, boolean isUpperCase) {
        this.file = file;
        this.isUpperCase = isUpperCase;
    }

    static H2Dialect of(Connection connection) throws SQLException {
        return new H2Dialect(H2File.of(connection), connection.getMetaData().storesUpperCaseIdentifiers());
    }

    @Override
    public Engine engine() {
        return Engine.H2;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.H2;
    }

    @Override
    public int[] oldestVersion() {
        return new int[] {2, 2};
    }

    @Override
    public boolean hasTransactionalDdl() {
        return false;
    }

    @Override
    public String adapt(String statement) {
        return statement;
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"h2", "common"};
    }

    @Override
    public String schemaName(String schema) {
        return isUpperCase ? schema.toUpperCase(Locale.ROOT) : schema;
    }

    @Override
    public String useSchema(Connection connection, String schema) throws SQLException {
        String before = connection.getSchema();
        connection.setSchema(schemaName(schema));
        return before;
    }

    @Override
    public void restoreSchema(Connection connection, String before) throws SQLException {
        connection.setSchema(before);
    }

    @Override
    public WriteLock turnToWrite() {
        return file.map(H2File::turnToWrite).orElse(WriteLock.FREE);
    }

    @Override
    public String nowait() {
        return "";
    }

    @Override
    public boolean locksReferencedRows() {
        return false;
    }

    @Override
    public boolean hasTimeoutOfSession() {
        return true;
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return ALREADY_DONE.contains(failure.getErrorCode());
    }
}
