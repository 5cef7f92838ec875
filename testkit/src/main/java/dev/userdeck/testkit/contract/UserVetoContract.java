package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.bulk.BulkDryRun.Refusals;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.DryRunBulkJobResult;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.error.Veto;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A recipe can keep a user. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserVetoContract extends EngineContract {
    private static final TenantId STAFF = new TenantId("staff");
    private static final Veto NEEDED_HERE = new Veto("needed", "Ada is needed here.");
    private static final Veto NEEDED_THERE = new Veto("needed", "Ada is needed there.");

    private final Keeper keeper = new Keeper();

    /** For subclasses. */
    protected UserVetoContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(keeper);
    }

    @Test
    void aUserWhomARecipeKeepsIsNotDeleted() {
        User ada = signUp("ada@example.org");
        keeper.kept = ada;

        assertThat(userdeck.users().delete(ada.id())).isEqualTo(new DeleteUserResult.Vetoed(NEEDED_HERE));
        assertThat(userdeck.users().find(ada.id())).contains(ada);
        assertThat(keeper.heard).isEmpty();
    }

    @Test
    void aUserWhomARecipeKeepsThereIsNotTakenOutOfATenant() {
        staffed();
        User ada = inStaff("ada@example.org");
        userdeck.users().addToTenant(ada.id(), TenantId.PUBLIC, Actor.system());
        keeper.keptThere = ada;

        assertThat(userdeck.users().removeFromTenant(ada.id(), STAFF, Scope.all(), Actor.system()))
                .isEqualTo(new RemoveFromTenantResult.Vetoed(NEEDED_THERE));

        assertThat(userdeck.users().find(ada.id()).orElseThrow().tenants())
                .containsExactlyInAnyOrder(STAFF, TenantId.PUBLIC);
    }

    @Test
    void aTenantStaysWithTheUserWhomARecipeKeepsFromDeletion() {
        Tenants tenants = staffed();
        User first = inStaff("first@example.org");
        clock.advance(Duration.ofMinutes(1));
        User ada = inStaff("ada@example.org");
        keeper.kept = ada;

        assertThat(tenants.delete(STAFF, TenantUsers.delete(), 100, Actor.system()))
                .isEqualTo(new DeleteTenantResult.Vetoed(NEEDED_HERE, 1));

        assertThat(userdeck.users().find(first.id())).isEmpty();
        assertThat(userdeck.users().find(ada.id())).contains(ada);
        assertThat(tenants.find(STAFF)).isPresent();
    }

    @Test
    void beforeManyAreDeletedItIsToldWhomARecipeKeepsButNotWhereOthersLookAfterThem() {
        staffed();
        User ada = signUp("ada@example.org");
        keeper.kept = ada;
        signUp("bob@example.org");

        assertThat(refusedIfPublicWereDeleted()).containsExactly(new Refusals("needed", "Ada is needed here.", 1));
        userdeck.users().addToTenant(ada.id(), STAFF, Actor.system());
        assertThat(refusedIfPublicWereDeleted()).extracting(Refusals::code).containsExactly("partly-out-of-scope");
    }

    private List<Refusals> refusedIfPublicWereDeleted() {
        Scope here = Scope.of(TenantId.PUBLIC);
        var deletion = NewBulkJob.of(NewBulkJob.DELETE, BulkSelection.matching(here, UserFilter.none()));
        var told = userdeck.bulk()
                .dryRun(deletion, Operator.of("ines", Preset.ADMIN).scope(here));
        return ((DryRunBulkJobResult.Seen) told).run().refused();
    }

    @Test
    void othersAreDeletedAsEver() {
        keeper.kept = signUp("ada@example.org");
        User bob = signUp("bob@example.org");

        assertThat(userdeck.users().delete(bob.id())).isEqualTo(new DeleteUserResult.Deleted());

        assertThat(keeper.heard).containsExactly("asked", "deleting");
    }

    @Test
    void aUserWhomARecipeKeepsThereIsNotMovedOutOfATenantThatIsDeleted() {
        Tenants tenants = staffed();
        User ada = inStaff("ada@example.org");
        keeper.keptThere = ada;

        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(TenantId.PUBLIC), 100, Actor.system()))
                .isEqualTo(new DeleteTenantResult.Vetoed(NEEDED_THERE, 0));

        assertThat(tenants.find(STAFF)).isPresent();
        assertThat(userdeck.users().find(ada.id())).contains(ada);
        keeper.keptThere = null;
        assertThat(tenants.delete(STAFF, TenantUsers.moveTo(TenantId.PUBLIC), 100, Actor.system()))
                .isEqualTo(new DeleteTenantResult.Deleted(1));
    }

    @Test
    void nobodyLeavesATenantThatIsDeletedUnasked() {
        Tenants tenants = staffed();
        User ada = inStaff("ada@example.org");
        userdeck.users().addToTenant(ada.id(), TenantId.PUBLIC, Actor.system());
        keeper.keptThere = ada;

        assertThat(tenants.delete(STAFF, TenantUsers.delete(), 100, Actor.system()))
                .isEqualTo(new DeleteTenantResult.Vetoed(NEEDED_THERE, 0));

        assertThat(userdeck.users().find(ada.id()).orElseThrow().tenants())
                .containsExactlyInAnyOrder(STAFF, TenantId.PUBLIC);
        keeper.keptThere = null;
        tenants.delete(STAFF, TenantUsers.delete(), 100, Actor.system());
        assertThat(userdeck.users().find(ada.id()).orElseThrow().tenants()).containsExactly(TenantId.PUBLIC);
    }

    private User inStaff(String email) {
        var result = userdeck.users().create(NewUser.withEmail(email).tenant(STAFF), Actor.system());
        return ((CreateUserResult.Created) result).user();
    }

    private Tenants staffed() {
        userdeck.tenants().create(STAFF, "Staff", Actor.system());
        return userdeck.tenants();
    }

    /** Keeps one user. */
    private static final class Keeper implements Recipe {
        private final List<String> heard = new ArrayList<>();
        private @Nullable User kept;
        private @Nullable User keptThere;

        @Override
        public RecipeId id() {
            return new RecipeId("keeper");
        }

        @Override
        public void start(RecipeContext context) {}

        @Override
        public List<UserListener> listeners() {
            return List.of(new UserListener() {
                @Override
                public void deleting(User user) {
                    heard.add("deleting");
                }
            });
        }

        @Override
        public List<UserVeto> vetoes() {
            return List.of(new UserVeto() {
                @Override
                public Optional<Veto> onDeletion(User user) {
                    if (user.equals(kept)) {
                        return Optional.of(NEEDED_HERE);
                    }
                    heard.add("asked");
                    return Optional.empty();
                }

                @Override
                public Optional<Veto> onLeaving(User user, TenantId tenant) {
                    return keptThere != null && user.id().equals(keptThere.id())
                            ? Optional.of(NEEDED_THERE)
                            : Optional.empty();
                }
            });
        }
    }
}
