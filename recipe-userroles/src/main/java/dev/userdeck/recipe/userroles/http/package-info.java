/** The JSON bodies of the recipe's routes. */
@NullMarked
package dev.userdeck.recipe.userroles.http;

import org.jspecify.annotations.NullMarked;
