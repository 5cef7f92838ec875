package dev.userdeck.internal.transaction;

import dev.userdeck.transaction.spi.SurroundingTransaction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host's data source, and who begins transactions on it.
 *
 * @param dataSource where connections of our own come from
 * @param isDeclared whether it is certain that {@code dataSource} takes part in what {@code transaction} tells of
 */
public record Surroundings(DataSource dataSource, SurroundingTransaction transaction, boolean isDeclared) {

    /** A pool that nobody else uses. */
    public static Surroundings none(DataSource dataSource) {
        return new Surroundings(dataSource, SurroundingTransaction.none(), true);
    }

    /**
     * Finds out: what the host declared, else Spring if the data source is Spring's proxy, else JTA where it is standard to
     * find it.
     *
     * @throws dev.userdeck.error.ConfigurationException if Spring's proxy is hidden in another
     */
    public static Surroundings of(DataSource dataSource, @Nullable SurroundingTransaction declared) {
        SpringProxy spring = SpringProxy.of(dataSource);
        DataSource source = spring == null ? dataSource : spring.target();
        if (declared != null) {
            return new Surroundings(source, declared, true);
        }
        if (spring != null) {
            return new Surroundings(source, spring, true);
        }
        SurroundingTransaction jta = JndiTransaction.find();
        return jta == null ? none(source) : new Surroundings(source, jta, false);
    }
}
