/** The userroles recipe. */
module dev.userdeck.recipe.userroles {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires org.jooq;

    exports dev.userdeck.recipe.userroles;
    exports dev.userdeck.recipe.userroles.http;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.userroles.UserRolesRecipe;
}
