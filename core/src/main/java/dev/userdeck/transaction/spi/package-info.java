/** How calls find the transaction that the app's transaction manager has begun. */
@NullMarked
package dev.userdeck.transaction.spi;

import org.jspecify.annotations.NullMarked;
