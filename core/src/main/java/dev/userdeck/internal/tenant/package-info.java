/** Tenants on jOOQ. */
@NullMarked
package dev.userdeck.internal.tenant;

import org.jspecify.annotations.NullMarked;
