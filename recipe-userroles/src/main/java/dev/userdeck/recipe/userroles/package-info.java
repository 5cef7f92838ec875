/** Roles and permissions for users. */
@NullMarked
package dev.userdeck.recipe.userroles;

import org.jspecify.annotations.NullMarked;
