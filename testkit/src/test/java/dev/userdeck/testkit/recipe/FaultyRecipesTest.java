package dev.userdeck.testkit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake turns one check of the contract red, whose message names it. */
@Tag("slow")
class FaultyRecipesTest {

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void isFound(Mistake mistake) {
        FaultyPlans.MISTAKE.set(mistake);
        try {
            Map<String, String> failures = ContractRun.of(FaultyPlans.class);

            assertThat(failures).containsOnlyKeys(mistake.check());
            assertThat(failures.get(mistake.check())).contains(mistake.words());
        } finally {
            FaultyPlans.MISTAKE.remove();
        }
    }
}
