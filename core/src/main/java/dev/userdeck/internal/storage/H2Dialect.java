package dev.userdeck.internal.storage;

import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.SQLDialect;

/** H2, embedded or as a server. Compares text binary by default. */
final class H2Dialect implements Dialect {
    /** Table, index, constraint, column: each "already exists". */
    private static final Set<Integer> ALREADY_EXISTS = Set.of(42101, 42111, 90045, 42121);

    private final Optional<H2File> file;

    private H2Dialect(Optional<H2File> file) {
        this.file = file;
    }

    static H2Dialect of(Connection connection) throws SQLException {
        return new H2Dialect(H2File.of(connection));
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
        return schema.toUpperCase(Locale.ROOT);
    }

    @Override
    public WriteTurn turnToWrite() {
        return file.map(H2File::turnToWrite).orElse(WriteTurn.FREE);
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return ALREADY_EXISTS.contains(failure.getErrorCode());
    }
}
