module consumer {
    requires dev.userdeck.core;
    requires dev.userdeck.recipe.usermetadata;
    requires dev.userdeck.recipe.userroles;
}
