/** Users on jOOQ. */
@NullMarked
package dev.userdeck.internal.user;

import org.jspecify.annotations.NullMarked;
