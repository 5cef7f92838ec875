/** Background work. */
@NullMarked
package dev.userdeck.internal.maintenance;

import org.jspecify.annotations.NullMarked;
