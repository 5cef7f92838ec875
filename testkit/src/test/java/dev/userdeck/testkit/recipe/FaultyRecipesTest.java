package dev.userdeck.testkit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake turns one check of the contract red, whose message names it, or keeps Userdeck from starting by such a message. */
@Tag("slow")
class FaultyRecipesTest {

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void isFound(Mistake mistake) {
        FaultyPlans.MISTAKE.set(mistake);
        try {
            Map<String, String> failures = ContractRun.of(FaultyPlans.class);

            String check = mistake.check();
            if (check == null) {
                assertThat(failures.values()).isNotEmpty().allMatch(message -> message.contains(mistake.words()));
            } else {
                assertThat(failures).containsOnlyKeys(check);
                assertThat(failures.get(check)).contains(mistake.words());
            }
        } finally {
            FaultyPlans.MISTAKE.remove();
        }
    }
}
