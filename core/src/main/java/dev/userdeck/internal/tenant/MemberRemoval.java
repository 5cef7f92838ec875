package dev.userdeck.internal.tenant;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.tenant.TenantId;
import java.util.List;
import java.util.function.Consumer;

/** What is asked before users leave a tenant that is emptied; the tenants know nothing else of how users are kept. */
@FunctionalInterface
public interface MemberRemoval {
    /**
     * Lets users out of a tenant, as far as the recipes let them go.
     *
     * @param lockedIds users of the tenant whose rows are locked, and who stay in others
     * @param leave takes those out of the tenant whom it is given
     * @throws MemberVetoedException if a recipe objects
     */
    void leave(DSLContext db, List<String> lockedIds, TenantId tenant, Consumer<List<String>> leave);
}
