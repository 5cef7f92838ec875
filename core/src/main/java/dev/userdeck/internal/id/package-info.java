/** Ids that grow with time. */
@NullMarked
package dev.userdeck.internal.id;

import org.jspecify.annotations.NullMarked;
