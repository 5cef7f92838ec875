/** Tenants, and the scope of a read. */
@NullMarked
package dev.userdeck.tenant;

import org.jspecify.annotations.NullMarked;
