/** The emailverification recipe. */
module dev.userdeck.recipe.emailverification {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires org.jooq;

    exports dev.userdeck.recipe.emailverification;
    exports dev.userdeck.recipe.emailverification.http;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
}
