/** Says things to people in their language. */
@NullMarked
package dev.userdeck.language;

import org.jspecify.annotations.NullMarked;
