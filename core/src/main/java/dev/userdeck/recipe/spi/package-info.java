/** What a recipe implements, and what it is given. */
@NullMarked
package dev.userdeck.recipe.spi;

import org.jspecify.annotations.NullMarked;
