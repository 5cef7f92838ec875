/** Proves that a user owns an email address. */
@NullMarked
package dev.userdeck.recipe.emailverification;

import org.jspecify.annotations.NullMarked;
