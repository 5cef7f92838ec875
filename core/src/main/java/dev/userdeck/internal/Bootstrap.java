package dev.userdeck.internal;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.operator.Operators;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.Users;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;

/** Puts the parts together; the one place that knows them all. */
public final class Bootstrap {
    private final Users users;
    private final Sessions sessions;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Operators operators;

    Bootstrap(Users users, Sessions sessions, Tenants tenants, AuditTrail audit, Operators operators) {
        this.users = users;
        this.sessions = sessions;
        this.tenants = tenants;
        this.audit = audit;
        this.operators = operators;
    }

    /** Opens the database, migrates, starts the recipes. */
    public static Bootstrap start(Settings settings) {
        if (settings.source() == null) {
            throw new ConfigurationException("No database: call dataSource(…), jdbcUrl(…), h2File(…) or inMemory()");
        }
        throw new ConfigurationException("The engine is not there yet");
    }

    public Users users() {
        return users;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tenants tenants() {
        return tenants;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Operators operators() {
        return operators;
    }

    public List<RunningRecipe> recipes() {
        return List.of();
    }

    public <T> T service(Class<T> type) {
        if (type.isInstance(users)) {
            return type.cast(users);
        }
        throw new IllegalArgumentException("No running recipe offers " + type.getName());
    }

    public <T> T inTransaction(Connection connection, Supplier<T> work) {
        return work.get();
    }

    public void runMaintenance() {}

    public void close() {}
}
