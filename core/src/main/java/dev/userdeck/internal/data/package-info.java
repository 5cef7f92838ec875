/** Reads and writes files of users. */
@NullMarked
package dev.userdeck.internal.data;

import org.jspecify.annotations.NullMarked;
