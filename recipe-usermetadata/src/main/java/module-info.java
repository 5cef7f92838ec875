/** The usermetadata recipe. */
module dev.userdeck.recipe.usermetadata {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
}
