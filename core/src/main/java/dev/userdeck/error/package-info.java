/** Tells what went wrong: exceptions with stable codes, and fields that were refused. */
@NullMarked
package dev.userdeck.error;

import org.jspecify.annotations.NullMarked;
