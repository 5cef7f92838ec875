/** The userroles recipe. */
module dev.userdeck.recipe.userroles {
    requires transitive dev.userdeck.core;
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires org.jooq;
}
