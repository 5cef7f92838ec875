package dev.userdeck.internal;

import dev.userdeck.about.About;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.Settings.Source;
import dev.userdeck.internal.transaction.Surroundings;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from; closes what it opened, never a pool that was handed in. */
final class ConnectionSource implements AutoCloseable {
    private final Surroundings surroundings;
    private final @Nullable OwnPool ours;

    private ConnectionSource(Surroundings surroundings, @Nullable OwnPool ours) {
        this.surroundings = surroundings;
        this.ours = ours;
    }

    static ConnectionSource open(Source source, @Nullable SurroundingTransaction surrounding) {
        if (source instanceof Source.Host host) {
            return new ConnectionSource(Surroundings.of(host.dataSource(), surrounding), null);
        }
        if (surrounding != null) {
            throw new ConfigurationException("surroundingTransaction(…) goes with dataSource(…): no other code uses the"
                    + " connections of a pool of our own");
        }
        OwnPool pool = pool(source);
        return new ConnectionSource(Surroundings.none(pool.dataSource()), pool);
    }

    private static OwnPool pool(Source source) {
        try {
            return OwnPool.open(source);
        } catch (NoClassDefFoundError e) {
            if (!String.valueOf(e.getMessage()).contains("hikari")) {
                throw e; // something of the driver's is missing
            }
            throw new ConfigurationException(
                    "A pool of our own needs HikariCP: add com.zaxxer:HikariCP to the class path, or give dataSource(…)",
                    e);
        }
    }

    DataSource dataSource() {
        return surroundings.dataSource();
    }

    /** Who else begins transactions on them. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** Whether nobody else uses them. */
    boolean isOurs() {
        return ours != null;
    }

    /** Where they come from, and how much of it is in use, if that is a pool of HikariCP. */
    About.Pool pool() {
        DataSource source = dataSource();
        try {
            return new About.Pool(isOurs(), source.getClass().getName(), HikariUse.of(source));
        } catch (NoClassDefFoundError e) {
            return new About.Pool(isOurs(), source.getClass().getName(), null);
        }
    }

    /** Whether each connection comes with this isolation: those of a host may have any. */
    boolean isReadCommitted() {
        return ours != null;
    }

    @Override
    public void close() {
        if (ours != null) {
            ours.close();
        }
    }
}
