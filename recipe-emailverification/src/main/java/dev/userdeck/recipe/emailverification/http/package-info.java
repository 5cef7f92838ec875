/** Holds the bodies of requests to the emailverification recipe's JSON API. */
@NullMarked
package dev.userdeck.recipe.emailverification.http;

import org.jspecify.annotations.NullMarked;
