/** Holds the bodies of requests to the usermetadata recipe's JSON API. */
@NullMarked
package dev.userdeck.recipe.usermetadata.http;

import org.jspecify.annotations.NullMarked;
