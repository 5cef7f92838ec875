/** The inside of the userroles recipe. */
@NullMarked
package dev.userdeck.recipe.userroles.internal;

import org.jspecify.annotations.NullMarked;
