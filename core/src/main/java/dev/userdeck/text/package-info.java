/** Decides which text may be shown to people, cuts it, and names constants. */
@NullMarked
package dev.userdeck.text;

import org.jspecify.annotations.NullMarked;
