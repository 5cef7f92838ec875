/** Gives users roles, which say what may be done, by whom, in which tenant. */
@NullMarked
package dev.userdeck.recipe.userroles;

import org.jspecify.annotations.NullMarked;
