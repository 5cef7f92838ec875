/** Lists, filters and searches users. */
@NullMarked
package dev.userdeck.internal.user.list;

import org.jspecify.annotations.NullMarked;
