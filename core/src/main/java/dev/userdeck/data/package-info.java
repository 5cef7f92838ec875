/** Imports and exports users, and tells all that is kept of one. */
@NullMarked
package dev.userdeck.data;

import org.jspecify.annotations.NullMarked;
