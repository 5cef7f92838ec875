/** Everything that changes one user. */
@NullMarked
package dev.userdeck.internal.user.edit;

import org.jspecify.annotations.NullMarked;
