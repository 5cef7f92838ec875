package dev.userdeck.testkit.recipe;

import static java.util.Objects.requireNonNull;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stranger's recipe that uses each slot, on tables of its own names; right, unless a mistake is made in it. */
final class PlansRecipe implements Recipe {
    private final @Nullable Mistake mistake;
    private @Nullable Plans plans;
    private @Nullable RecipeContext context;
    private boolean isClosed;

    /** With this mistake and no other; null for none. */
    PlansRecipe(@Nullable Mistake mistake) {
        this.mistake = mistake;
    }

    private boolean has(Mistake one) {
        return mistake == one;
    }

    @Override
    public RecipeId id() {
        return new RecipeId("plans");
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return Optional.of(SchemaScripts.of(
                PlansRecipe.class,
                "V001__create_plans.sql",
                has(Mistake.SUBSCRIPTIONS_OF_USERS)
                        ? "V002__subscriptions_of_users.sql"
                        : "V002__create_subscriptions.sql",
                has(Mistake.NOTES_WITHOUT_KEY) ? "V003__notes_without_key.sql" : "V003__create_notes.sql",
                limits()));
    }

    private String limits() {
        if (has(Mistake.SCRIPT_NOT_THERE)) {
            return "V004__no_such.sql";
        }
        if (has(Mistake.SCRIPT_FOR_ONE_ENGINE)) {
            return "V004__limits_for_h2.sql";
        }
        return has(Mistake.LIMITS_WITHOUT_KEY) ? "V004__limits_without_key.sql" : "V004__create_limits.sql";
    }

    @Override
    public void start(RecipeContext started) {
        context = started;
        plans = new Plans(started, mistake);
        started.expose(Plans.class, plans);
    }

    @Override
    public Set<RecipeId> requires() {
        return has(Mistake.REQUIRED_NOT_THERE) ? Set.of(new RecipeId("squads")) : Set.of();
    }

    @Override
    @SuppressWarnings("NullAway") // that is the mistake
    public DashboardContribution dashboard() {
        return has(Mistake.NO_DASHBOARD) ? null : new PlanPanels(requireNonNull(plans), mistake).contribution();
    }

    @Override
    public List<UserListener> listeners() {
        var service = requireNonNull(plans);
        return List.of(new UserListener() {
            @Override
            public void merged(User into, User from) {
                service.merge(into.id(), from.id());
            }

            @Override
            public void deleting(User user) {
                if (has(Mistake.DELETES_NOTES_OF_OTHERS)) {
                    service.sql().write("delete from {acme_note}");
                }
            }
        });
    }

    @Override
    public List<SessionRequirement> sessionRequirements() {
        var service = requireNonNull(plans);
        return List.of(session -> {
            service.note(session.userId());
            if (has(Mistake.REQUIREMENT_OF_TWO_STATEMENTS)) {
                service.note(session.userId());
            }
            return Optional.empty();
        });
    }

    @Override
    public List<UserDataField> dataFields() {
        return List.of(
                new PlanData(requireNonNull(plans), requireNonNull(context).database(), mistake));
    }

    @Override
    public void close() {
        if (has(Mistake.CLOSES_ONCE) && isClosed) {
            throw new IllegalStateException("close() was called before");
        }
        isClosed = true;
    }
}
