package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database.Engine;

/** MariaDB: as MySQL, but for names and version. */
final class MariaDbDialect extends MySqlDialect {

    @Override
    public Engine engine() {
        return Engine.MARIADB;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.MARIADB;
    }

    @Override
    public int[] oldestVersion() {
        return new int[] {10, 6};
    }

    @Override
    String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"mariadb", "mysql", "common"};
    }
}
