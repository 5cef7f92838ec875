/** Wiring: from settings to running parts. */
@NullMarked
package dev.userdeck.internal;

import org.jspecify.annotations.NullMarked;
