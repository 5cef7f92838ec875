/** Sessions of users on jOOQ. */
@NullMarked
package dev.userdeck.internal.session;

import org.jspecify.annotations.NullMarked;
