package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.USER_TENANT_REMOVED;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.AddToTenantResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What adding users to tenants and removing them must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class MembershipsContract extends UserEdits {

    /** For subclasses. */
    protected MembershipsContract() {}

    @Test
    void whoLeavesATenantLosesSessionsAndIdentifiersThereAlone() {
        User ada = signUp("ada@example.org");
        addToOther(ada);
        IssuedSession here = userdeck.sessions()
                .create(ada.id(), SessionOrigin.of("password"))
                .orElseThrow();
        IssuedSession there = userdeck.sessions()
                .create(ada.id(), SessionOrigin.of("password").tenant(OTHER))
                .orElseThrow();

        User left = removed(userdeck.users().removeFromTenant(ada.id(), OTHER, Scope.all(), INES));

        assertThat(left).isEqualTo(found(ada));
        assertThat(left.tenants()).isEqualTo(Set.of(TenantId.PUBLIC));
        assertThat(left.version()).isGreaterThan(ada.version());
        assertThat(userdeck.sessions().verify(here.token())).isPresent();
        assertThat(userdeck.sessions().verify(there.token())).isEmpty();
        assertThat(userdeck.users().findByEmail("ada@example.org", OTHER)).isEmpty();
        create(NewUser.withEmail("ada@example.org").tenant(OTHER));
        assertThat(events(USER_TENANT_REMOVED))
                .singleElement()
                .extracting(event -> event.tenant())
                .isEqualTo(OTHER);
    }

    @Test
    void theLastTenantStays() {
        User ada = create("ada@example.org");

        assertThat(userdeck.users().removeFromTenant(ada.id(), TenantId.PUBLIC, Scope.all(), INES))
                .isEqualTo(new RemoveFromTenantResult.LastTenant());
        assertThat(userdeck.users().removeFromTenant(ada.id(), OTHER, Scope.all(), INES))
                .isEqualTo(new RemoveFromTenantResult.NotAMember());

        assertThat(found(ada)).isEqualTo(ada);
    }

    @Test
    void ofTwoWhoRemoveTheLastTwoTenantsAtOnceOneIsRefused() {
        User ada = create("ada@example.org");
        addToOther(ada);

        List<RemoveFromTenantResult> results = AtOnce.run(
                () -> userdeck.users().removeFromTenant(ada.id(), OTHER, Scope.all(), INES),
                () -> userdeck.users().removeFromTenant(ada.id(), TenantId.PUBLIC, Scope.all(), INES));

        assertThat(results).hasAtLeastOneElementOfType(RemoveFromTenantResult.Removed.class);
        assertThat(results).hasAtLeastOneElementOfType(RemoveFromTenantResult.LastTenant.class);
        assertThat(found(ada).tenants()).hasSize(1);
    }

    @Test
    void theTenantMustBeInReach() {
        User ada = create("ada@example.org");
        User both = create("both@example.org");
        addToOther(both);
        TenantId third = new TenantId("third");
        userdeck.tenants().create(third, "Third", Actor.system());
        var users = userdeck.users();
        Scope publicAlone = Scope.of(TenantId.PUBLIC);

        assertThat(users.removeFromTenant(both.id(), OTHER, publicAlone, INES))
                .isEqualTo(new RemoveFromTenantResult.Unknown());
        assertThat(users.removeFromTenant(ada.id(), OTHER, Scope.of(OTHER), INES))
                .isEqualTo(new RemoveFromTenantResult.Unknown());
        assertThat(users.removeFromTenant(NOBODY, OTHER, Scope.all(), INES))
                .isEqualTo(new RemoveFromTenantResult.Unknown());
        assertThat(users.addToTenant(ada.id(), OTHER, publicAlone, INES)).isEqualTo(new AddToTenantResult.Unknown());
        assertThat(users.addToTenant(ada.id(), third, Scope.of(Set.of(OTHER, third)), INES))
                .isEqualTo(new AddToTenantResult.Unknown());
        assertThat(users.addToTenant(ada.id(), OTHER, Scope.of(Set.of(TenantId.PUBLIC, OTHER)), INES))
                .isInstanceOf(AddToTenantResult.Added.class);
    }

    @Test
    void anOperatorOfOneTenantTakesAUserOutOfItAndSeesTheUserNoMore() {
        User both = create("both@example.org");
        addToOther(both);

        User left = removed(userdeck.users().removeFromTenant(both.id(), OTHER, Scope.of(OTHER), INES));

        assertThat(left.tenants()).isEmpty();
        assertThat(userdeck.users().find(both.id(), Scope.of(OTHER))).isEmpty();
        assertThat(found(both).tenants()).isEqualTo(Set.of(TenantId.PUBLIC));
    }

    private static User removed(RemoveFromTenantResult result) {
        assertThat(result).isInstanceOf(RemoveFromTenantResult.Removed.class);
        return ((RemoveFromTenantResult.Removed) result).user();
    }
}
