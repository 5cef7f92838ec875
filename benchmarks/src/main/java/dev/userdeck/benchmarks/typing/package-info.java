/** The time from the last key of a search to the rows, in a browser. */
@NullMarked
package dev.userdeck.benchmarks.typing;

import org.jspecify.annotations.NullMarked;
