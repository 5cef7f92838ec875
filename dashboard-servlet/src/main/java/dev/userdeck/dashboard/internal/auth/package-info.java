/** Who the operator is. */
@NullMarked
package dev.userdeck.dashboard.internal.auth;

import org.jspecify.annotations.NullMarked;
