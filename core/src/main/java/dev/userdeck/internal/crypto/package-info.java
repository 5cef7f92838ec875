/** Random tokens and what is kept of them. */
@NullMarked
package dev.userdeck.internal.crypto;

import org.jspecify.annotations.NullMarked;
