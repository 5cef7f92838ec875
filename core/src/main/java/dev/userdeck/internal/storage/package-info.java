/** Connections, transactions, engines and jOOQ. */
@NullMarked
package dev.userdeck.internal.storage;

import org.jspecify.annotations.NullMarked;
