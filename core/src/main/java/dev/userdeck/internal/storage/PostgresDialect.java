package dev.userdeck.internal.storage;

import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;

/** PostgreSQL. Text columns get the collation {@code "C"}: binary, and the same on every server. */
final class PostgresDialect implements Dialect {
    private static final Pattern CREATES_TABLE = Pattern.compile("(?i)^\\s*create\\s+table\\b");
    private static final Pattern TEXT_TYPE = Pattern.compile("(?i)\\bvarchar\\s*\\(\\s*\\d+\\s*\\)(?!\\s+collate\\b)");

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public int[] oldestVersion() {
        return new int[] {13, 0};
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
    }

    @Override
    public String adapt(String statement) {
        if (!CREATES_TABLE.matcher(statement).find()) {
            return statement;
        }
        return TEXT_TYPE.matcher(statement).replaceAll("$0 collate \"C\"");
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"postgresql", "common"};
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return false;
    }
}
