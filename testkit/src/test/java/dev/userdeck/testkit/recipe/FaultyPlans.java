package dev.userdeck.testkit.recipe;

import static java.util.Objects.requireNonNull;

import dev.userdeck.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of a recipe with a mistake, which {@link FaultyRecipesTest} runs and expects to fail. */
@ExtendWith(TestDatabase.H2.class)
class FaultyPlans extends PlansContract {
    /** The mistake of the run on this thread. */
    static final ThreadLocal<@Nullable Mistake> MISTAKE = new ThreadLocal<>();

    @Override
    Mistake mistake() {
        return requireNonNull(MISTAKE.get());
    }
}
