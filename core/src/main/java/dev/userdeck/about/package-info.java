/** Tells what runs: which version, which recipes, on which database. */
@NullMarked
package dev.userdeck.about;

import org.jspecify.annotations.NullMarked;
