/** Passwords: sign-in, change, and the links by which one is chosen. */
@NullMarked
package dev.userdeck.internal.user.password;

import org.jspecify.annotations.NullMarked;
