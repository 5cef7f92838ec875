/** Users' rows, and what all that changes users has in common. */
@NullMarked
package dev.userdeck.internal.user.store;

import org.jspecify.annotations.NullMarked;
