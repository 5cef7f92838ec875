/** Passwords of users: set, changed, forgotten, chosen by a link. */
@NullMarked
package dev.userdeck.password;

import org.jspecify.annotations.NullMarked;
