package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.tenant.TenantId;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the tables answer, on Boot 4. */
final class Boot4Health extends AbstractHealthIndicator {
    private final Userdeck userdeck;

    Boot4Health(Userdeck userdeck) {
        super("Userdeck's tables don't answer");
        this.userdeck = userdeck;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        userdeck.tenants().find(TenantId.PUBLIC);
        builder.up();
    }
}
