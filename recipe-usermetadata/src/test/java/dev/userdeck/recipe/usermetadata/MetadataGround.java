package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Refused;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.UserId;
import org.junit.jupiter.api.BeforeEach;

/** A running library with the recipe, and a few words to set a scene. */
abstract class MetadataGround extends EngineContract {
    static final Actor INES = Actor.operator("op-1", "Ines");
    static final UserId NOBODY = new UserId("nobody");

    UserMetadata metadata;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new UserMetadataRecipe());
    }

    @BeforeEach
    void findTheService() {
        metadata = userdeck.recipe(UserMetadata.class);
    }

    UserId aUser(String name) {
        return created(userdeck, name + "@example.org").id();
    }

    Metadata merged(UserId user, String json) {
        ChangeMetadataResult result = metadata.merge(user, json, INES);
        assertThat(result).isInstanceOf(Changed.class);
        return ((Changed) result).metadata();
    }

    MetadataError refusal(UserId user, String json) {
        ChangeMetadataResult result = metadata.merge(user, json, INES);
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).error();
    }

    String json(UserId user) {
        return metadata.get(user).map(Metadata::json).orElse("none");
    }
}
