/** Describes HTTP operations as plain data and functions, which any servlet container can carry. */
@NullMarked
package dev.userdeck.http.spi;

import org.jspecify.annotations.NullMarked;
