package dev.userdeck.recipe.emailverification;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlEmailVerificationTest {
    @Nested
    class AsARecipe extends EmailVerificationRecipeContract {}

    @Nested
    class Verification extends VerificationContract {}

    @Nested
    class Required extends RequiredVerificationContract {}

    @Nested
    class Panel extends VerificationPanelContract {}

    @Nested
    class Plans extends VerificationPlansContract {}

    @Nested
    class Proved extends ProvedEmailContract {}

    @Nested
    class Imported extends ImportedVerificationContract {}
}
