/** How the usermetadata recipe works. */
@NullMarked
package dev.userdeck.recipe.usermetadata.internal;

import org.jspecify.annotations.NullMarked;
