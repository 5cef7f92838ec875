/** Users in bulk: import, export, and all that is kept of one. */
@NullMarked
package dev.userdeck.data;

import org.jspecify.annotations.NullMarked;
