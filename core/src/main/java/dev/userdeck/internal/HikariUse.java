package dev.userdeck.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.userdeck.about.About;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks a pool of HikariCP, ours or a host's, how much of it is in use. Can't be loaded where HikariCP is missing. */
final class HikariUse {
    private HikariUse() {}

    static About.@Nullable PoolUse of(DataSource source) {
        HikariDataSource pool = pool(source);
        HikariPoolMXBean use = pool == null ? null : pool.getHikariPoolMXBean();
        return pool == null || use == null
                ? null
                : new About.PoolUse(
                        use.getActiveConnections(),
                        use.getIdleConnections(),
                        use.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize());
    }

    private static @Nullable HikariDataSource pool(DataSource source) {
        if (source instanceof HikariDataSource pool) {
            return pool;
        }
        try {
            return source.isWrapperFor(HikariDataSource.class) ? source.unwrap(HikariDataSource.class) : null;
        } catch (SQLException e) {
            return null;
        }
    }
}
