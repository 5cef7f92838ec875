/** The audit trail on jOOQ. */
@NullMarked
package dev.userdeck.internal.audit;

import org.jspecify.annotations.NullMarked;
