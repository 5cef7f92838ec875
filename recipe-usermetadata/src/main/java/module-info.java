/** The usermetadata recipe. */
module dev.userdeck.recipe.usermetadata {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires dev.userdeck.libs;

    exports dev.userdeck.recipe.usermetadata;
    exports dev.userdeck.recipe.usermetadata.http;

    // jOOQ makes the records of the tables by reflection.
    opens dev.userdeck.recipe.usermetadata.internal.jooq.tables.records to
            dev.userdeck.libs;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.usermetadata.UserMetadataRecipe;
}
