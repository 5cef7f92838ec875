/** Free-form data kept with a user. */
@NullMarked
package dev.userdeck.recipe.usermetadata;

import org.jspecify.annotations.NullMarked;
