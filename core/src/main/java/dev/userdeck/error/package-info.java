/** What goes wrong: exceptions and refused fields. */
@NullMarked
package dev.userdeck.error;

import org.jspecify.annotations.NullMarked;
