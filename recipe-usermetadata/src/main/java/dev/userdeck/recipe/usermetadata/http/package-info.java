/** What the JSON API of the usermetadata recipe takes. */
@NullMarked
package dev.userdeck.recipe.usermetadata.http;

import org.jspecify.annotations.NullMarked;
