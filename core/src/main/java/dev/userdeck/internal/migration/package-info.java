/** Runs schema scripts. */
@NullMarked
package dev.userdeck.internal.migration;

import org.jspecify.annotations.NullMarked;
