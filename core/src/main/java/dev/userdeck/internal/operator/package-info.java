/** The built-in operators on jOOQ. */
@NullMarked
package dev.userdeck.internal.operator;

import org.jspecify.annotations.NullMarked;
