/** One act on many users, as a job that goes on by itself. */
@NullMarked
package dev.userdeck.bulk;

import org.jspecify.annotations.NullMarked;
