/** The facade: builds and runs the library. */
@NullMarked
package dev.userdeck;

import org.jspecify.annotations.NullMarked;
