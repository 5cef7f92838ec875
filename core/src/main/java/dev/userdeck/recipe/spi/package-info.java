/** Holds what a recipe implements, and what it is given to work with. */
@NullMarked
package dev.userdeck.recipe.spi;

import org.jspecify.annotations.NullMarked;
