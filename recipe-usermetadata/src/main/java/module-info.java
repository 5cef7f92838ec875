/** The usermetadata recipe. */
module dev.userdeck.recipe.usermetadata {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports dev.userdeck.recipe.usermetadata;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
}
