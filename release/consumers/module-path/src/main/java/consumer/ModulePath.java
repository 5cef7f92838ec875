package consumer;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.UserId;
import java.util.Set;

/** Works with users, roles and metadata, on the module path alone. */
public final class ModulePath {
    private ModulePath() {}

    public static void main(String[] arguments) {
        try (Userdeck userdeck = Userdeck.builder()
                .inMemory()
                .recipe(new UserRolesRecipe())
                .recipe(new UserMetadataRecipe()
                        .jsonSchema("{\"properties\": {\"tier\": {\"enum\": [\"gold\", \"silver\"]}}}"))
                .start()) {
            UserId ada = ((CreateUserResult.Created)
                            userdeck.users().signUp("ada@example.org", "plum tundra violet 47"))
                    .user()
                    .id();
            UserRoles roles = userdeck.recipe(UserRoles.class);
            roles.create("refund-agent", null, Set.of("ticket:refund"), Actor.system());
            roles.assign(ada, "refund-agent");
            userdeck.recipe(UserMetadata.class).merge(ada, "{\"tier\": \"gold\"}");

            require(ModulePath.class.getModule().isNamed(), "the consumer is a module");
            require(Userdeck.class.getModule().isNamed(), "core is a module");
            require(roles.hasPermission(ada, "ticket:refund"), "the role gives its permission");
        }
        System.out.println("ok");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
