package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What {@link dev.userdeck.tenant.Tenants} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class TenantsContract extends EngineContract {
    private static final TenantId STAFF = new TenantId("staff");

    /** For subclasses. */
    protected TenantsContract() {}

    @Test
    void publicIsThereFromTheStartAndOnceOnly() {
        start(builder());

        assertThat(userdeck.tenants().list(Scope.all())).extracting(Tenant::id).containsExactly(TenantId.PUBLIC);
    }

    @Test
    void aNewTenantIsFoundAsCreated() {
        Tenant created = userdeck.tenants()
                .create(STAFF, " Station staff ✓ ", Actor.system())
                .orElseThrow();

        assertThat(created.name()).isEqualTo("Station staff ✓");
        assertThat(userdeck.tenants().find(STAFF)).contains(created);
    }

    @Test
    void aTakenIdIsRefusedAndChangesNothing() {
        Tenant first = userdeck.tenants().create(STAFF, "Staff", Actor.system()).orElseThrow();

        assertThat(userdeck.tenants().create(STAFF, "Other", Actor.system())).isEmpty();
        assertThat(userdeck.tenants().find(STAFF)).contains(first);
    }

    @Test
    void aScopeLimitsTheList() {
        userdeck.tenants().create(STAFF, "Staff", Actor.system());

        assertThat(userdeck.tenants().list(Scope.of(STAFF)))
                .extracting(Tenant::id)
                .containsExactly(STAFF);
        assertThat(userdeck.tenants().list(Scope.all())).extracting(Tenant::id).containsExactly(TenantId.PUBLIC, STAFF);
    }

    @Test
    void namesAndIdsAreChecked() {
        assertThatThrownBy(() -> userdeck.tenants().create(STAFF, " ", Actor.system()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> userdeck.tenants().create(STAFF, "x".repeat(256), Actor.system()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("Staff")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
