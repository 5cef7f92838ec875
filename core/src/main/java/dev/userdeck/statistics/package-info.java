/** Counts how many users there are, join, and are active. */
@NullMarked
package dev.userdeck.statistics;

import org.jspecify.annotations.NullMarked;
