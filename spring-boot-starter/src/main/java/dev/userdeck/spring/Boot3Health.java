package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.tenant.TenantId;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up while the tables answer, on Boot 3. */
final class Boot3Health extends AbstractHealthIndicator {
    private final Userdeck userdeck;

    Boot3Health(Userdeck userdeck) {
        super("Userdeck's tables don't answer");
        this.userdeck = userdeck;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        userdeck.tenants().find(TenantId.PUBLIC);
        builder.up();
    }
}
