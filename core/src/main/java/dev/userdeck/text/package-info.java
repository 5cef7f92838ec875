/** Decides which text may be shown to people. */
@NullMarked
package dev.userdeck.text;

import org.jspecify.annotations.NullMarked;
