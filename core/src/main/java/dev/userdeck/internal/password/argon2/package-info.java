/** The function Argon2 (RFC 9106), by whichever of several libraries is there. */
@NullMarked
package dev.userdeck.internal.password.argon2;

import org.jspecify.annotations.NullMarked;
