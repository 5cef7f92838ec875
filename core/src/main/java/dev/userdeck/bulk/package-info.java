/** Does one action to many users, as a job that goes on by itself in the background. */
@NullMarked
package dev.userdeck.bulk;

import org.jspecify.annotations.NullMarked;
