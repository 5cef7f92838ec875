/** Free-form data kept with a user: one JSON object each. */
@NullMarked
package dev.userdeck.recipe.usermetadata;

import org.jspecify.annotations.NullMarked;
