/** Moves users out and in, and kills the import half-way. */
@NullMarked
package dev.userdeck.benchmarks.move;

import org.jspecify.annotations.NullMarked;
