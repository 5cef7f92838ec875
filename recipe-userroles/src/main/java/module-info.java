/** The userroles recipe. */
module dev.userdeck.recipe.userroles {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires dev.userdeck.libs;

    exports dev.userdeck.recipe.userroles;
    exports dev.userdeck.recipe.userroles.http;

    // jOOQ makes the records of the tables by reflection.
    opens dev.userdeck.recipe.userroles.internal.jooq.tables.records to
            dev.userdeck.libs;

    provides dev.userdeck.recipe.spi.Recipe with
            dev.userdeck.recipe.userroles.UserRolesRecipe;
}
