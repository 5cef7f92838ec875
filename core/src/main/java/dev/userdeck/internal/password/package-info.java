/** Passwords: which are accepted, and how they are kept. */
@NullMarked
package dev.userdeck.internal.password;

import org.jspecify.annotations.NullMarked;
