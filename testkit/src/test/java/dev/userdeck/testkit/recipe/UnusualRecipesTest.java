package dev.userdeck.testkit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is right is green, however unlike others it is. */
@Tag("slow")
class UnusualRecipesTest {

    @ParameterizedTest
    @EnumSource(Unusual.class)
    void isRight(Unusual recipe) {
        UnusualContract.UNUSUAL.set(recipe);
        try {
            assertThat(ContractRun.of(UnusualContract.class)).isEmpty();
        } finally {
            UnusualContract.UNUSUAL.remove();
        }
    }
}
