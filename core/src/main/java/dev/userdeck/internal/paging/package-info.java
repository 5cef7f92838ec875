/** The cursors behind lists. */
@NullMarked
package dev.userdeck.internal.paging;

import org.jspecify.annotations.NullMarked;
