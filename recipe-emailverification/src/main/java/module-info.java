/** The emailverification recipe. */
module dev.userdeck.recipe.emailverification {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports dev.userdeck.recipe.emailverification;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
}
