/** The emailverification recipe. */
module dev.userdeck.recipe.emailverification {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires dev.userdeck.libs;

    exports dev.userdeck.recipe.emailverification;
    exports dev.userdeck.recipe.emailverification.http;

    // jOOQ makes the records of the tables by reflection.
    opens dev.userdeck.recipe.emailverification.internal.jooq.tables.records to
            dev.userdeck.libs;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.emailverification.EmailVerificationRecipe;
}
