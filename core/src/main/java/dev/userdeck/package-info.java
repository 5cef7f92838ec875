/** The way in: build a {@link dev.userdeck.Userdeck}, and have users in your own database. */
@NullMarked
package dev.userdeck;

import org.jspecify.annotations.NullMarked;
