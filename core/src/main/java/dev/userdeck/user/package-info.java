/** Users: creating, finding, signing in, deleting. */
@NullMarked
package dev.userdeck.user;

import org.jspecify.annotations.NullMarked;
