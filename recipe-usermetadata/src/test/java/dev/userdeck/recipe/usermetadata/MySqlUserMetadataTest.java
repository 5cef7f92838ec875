package dev.userdeck.recipe.usermetadata;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlUserMetadataTest {
    @Nested
    class AsARecipe extends UserMetadataRecipeContract {}

    @Nested
    class Kept extends MetadataContract {}

    @Nested
    class Races extends MetadataRacesContract {}

    @Nested
    class Routes extends MetadataRoutesContract {}

    @Nested
    class RepeatedRows extends RepeatedMetadataContract {}

    @Nested
    class Names extends DisplayNamesContract {}

    @Nested
    class Plans extends MetadataPlansContract {}
}
