/** Finds the transaction manager that a data source works with. */
@NullMarked
package dev.userdeck.internal.transaction;

import org.jspecify.annotations.NullMarked;
