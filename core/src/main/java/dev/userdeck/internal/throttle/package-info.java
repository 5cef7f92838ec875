/** How often a password may be tried, and how many may sign up. */
@NullMarked
package dev.userdeck.internal.throttle;

import org.jspecify.annotations.NullMarked;
