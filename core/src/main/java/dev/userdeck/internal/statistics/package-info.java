/** Counts of users by day. */
@NullMarked
package dev.userdeck.internal.statistics;

import org.jspecify.annotations.NullMarked;
