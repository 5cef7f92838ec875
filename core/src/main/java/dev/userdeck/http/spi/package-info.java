/** HTTP operations as plain data and functions. */
@NullMarked
package dev.userdeck.http.spi;

import org.jspecify.annotations.NullMarked;
