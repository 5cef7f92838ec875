/** How often a password may be tried. */
@NullMarked
package dev.userdeck.internal.throttle;

import org.jspecify.annotations.NullMarked;
