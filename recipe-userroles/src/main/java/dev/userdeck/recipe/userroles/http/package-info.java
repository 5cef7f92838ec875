/** Holds the bodies of requests to the userroles recipe's JSON API, and of its answers. */
@NullMarked
package dev.userdeck.recipe.userroles.http;

import org.jspecify.annotations.NullMarked;
