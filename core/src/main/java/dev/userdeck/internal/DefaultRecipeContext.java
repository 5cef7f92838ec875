package dev.userdeck.internal;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.language.Languages;
import dev.userdeck.mail.Outbox;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.Optional;

/** What recipes are given. */
record DefaultRecipeContext(
        Database database,
        Optional<String> appName,
        Clock clock,
        Users users,
        Sessions sessions,
        Tenants tenants,
        AuditTrail audit,
        Outbox outbox,
        Languages languages,
        ServiceRegistry services)
        implements RecipeContext {

    @Override
    public <T> void expose(Class<T> type, T service) {
        services.expose(type, service);
    }

    @Override
    public <T> T service(Class<T> type) {
        return services.get(type);
    }
}
