/** What the emailverification recipe's JSON API takes. */
@NullMarked
package dev.userdeck.recipe.emailverification.http;

import org.jspecify.annotations.NullMarked;
