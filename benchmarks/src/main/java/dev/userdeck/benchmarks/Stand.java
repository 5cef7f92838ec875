package dev.userdeck.benchmarks;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The library with all recipes, and the host app around it. Its clock stands still at {@link Population#NOW}: sessions
 * neither end nor note that they are used, which they do once a minute at most.
 */
final class Stand implements AutoCloseable {
    private final Userdeck userdeck;
    private final HostApp app;

    private Stand(Userdeck userdeck) throws Exception {
        this.userdeck = userdeck;
        this.app = new HostApp(userdeck);
    }

    /** As a host has it, with a pool of the library's. */
    static Stand open(Site site) throws Exception {
        return new Stand(builder().jdbcUrl(site.url(), null, null).start());
    }

    /** The same on a pool of the host's. */
    static Stand on(DataSource dataSource) throws Exception {
        return new Stand(builder().dataSource(dataSource).start());
    }

    /** As it lives in an app: the time goes on, and background work has its thread. */
    static Stand living(DataSource dataSource) throws Exception {
        return new Stand(builder()
                .dataSource(dataSource)
                .clock(Clock.systemUTC())
                .maintenance(Userdeck.Maintenance.AUTOMATIC)
                .hostOperators(id -> Optional.of(SoakLoad.OPERATOR))
                .start());
    }

    static Userdeck.Builder builder() {
        return Userdeck.builder()
                .clock(Clock.fixed(Population.NOW, ZoneOffset.UTC))
                .maintenance(Userdeck.Maintenance.MANUAL)
                .recipe(new UserRolesRecipe())
                .recipe(new UserMetadataRecipe())
                .recipe(new EmailVerificationRecipe());
    }

    Userdeck userdeck() {
        return userdeck;
    }

    HostApp app() {
        return app;
    }

    @Override
    public void close() throws Exception {
        app.close();
        userdeck.close();
    }
}
