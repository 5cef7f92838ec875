/** Keeps free-form data with each user, as one JSON object. */
@NullMarked
package dev.userdeck.recipe.usermetadata;

import org.jspecify.annotations.NullMarked;
