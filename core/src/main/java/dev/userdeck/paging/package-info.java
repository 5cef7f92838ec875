/** Carries the pages of lists that are read by cursor. */
@NullMarked
package dev.userdeck.paging;

import org.jspecify.annotations.NullMarked;
