/** Finds the transaction that the app's transaction manager has begun, so that calls take part in it. */
@NullMarked
package dev.userdeck.transaction.spi;

import org.jspecify.annotations.NullMarked;
