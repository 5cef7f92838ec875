/** The usermetadata recipe. */
module dev.userdeck.recipe.usermetadata {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires org.jooq;
    requires tools.jackson.core;
    // only for a schema
    requires static com.networknt.schema;
    requires static tools.jackson.databind;

    exports dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.recipe.usermetadata.http;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
}
