/** Finds and reads translations on the class path. */
@NullMarked
package dev.userdeck.internal.language;

import org.jspecify.annotations.NullMarked;
