/** Who does something. */
@NullMarked
package dev.userdeck.actor;

import org.jspecify.annotations.NullMarked;
