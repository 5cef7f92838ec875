package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.VetoedException;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.recipe.spi.Veto;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A recipe can keep a user. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserVetoContract extends EngineContract {
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

        assertThatThrownBy(() -> userdeck.users().delete(ada.id()))
                .isInstanceOfSatisfying(
                        VetoedException.class,
                        e -> assertThat(e.reason() + ": " + e.getMessage()).isEqualTo("needed: Ada is needed here."));
        assertThat(userdeck.users().find(ada.id())).contains(ada);
        assertThat(keeper.heard).isEmpty();
    }

    @Test
    void othersAreDeletedAsEver() {
        keeper.kept = signUp("ada@example.org");
        User bob = signUp("bob@example.org");

        assertThat(userdeck.users().delete(bob.id())).isEqualTo(DeleteUserResult.DELETED);

        assertThat(keeper.heard).containsExactly("asked", "deleting");
    }

    /** Keeps one user. */
    private static final class Keeper implements Recipe {
        private final List<String> heard = new ArrayList<>();
        private @Nullable User kept;

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
                        return Optional.of(new Veto("needed", "Ada is needed here."));
                    }
                    heard.add("asked");
                    return Optional.empty();
                }
            });
        }
    }
}
