/** For recipes that list something of their own: {@link dev.userdeck.paging.spi.Cursor} makes and reads cursors. */
@NullMarked
package dev.userdeck.paging.spi;

import org.jspecify.annotations.NullMarked;
