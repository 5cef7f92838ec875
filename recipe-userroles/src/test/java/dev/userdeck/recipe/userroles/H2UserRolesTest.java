package dev.userdeck.recipe.userroles;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2UserRolesTest {
    @Nested
    class AsARecipe extends UserRolesRecipeContract {}

    @Nested
    class Roles extends RolesContract {}

    @Nested
    class RoleChanges extends RoleChangesContract {}

    @Nested
    class ProtectedRoles extends ProtectedRolesContract {}

    @Nested
    class PrivilegedRoles extends PrivilegedRolesContract {}

    @Nested
    class Assignments extends AssignmentsContract {}

    @Nested
    class RepeatedRoles extends RepeatedRolesContract {}

    @Nested
    class Races extends RoleRacesContract {}

    @Nested
    class Routes extends RoleRoutesContract {}

    @Nested
    class ThePage extends RolePageContract {}

    @Nested
    class Plans extends RolePlansContract {}
}
