/** How the emailverification recipe works. */
@NullMarked
package dev.userdeck.recipe.emailverification.internal;

import org.jspecify.annotations.NullMarked;
