/** The emailverification recipe. */
module dev.userdeck.recipe.emailverification {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
}
