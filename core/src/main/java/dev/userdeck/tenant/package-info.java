/** Divides users among tenants, and says which of these a read may see. */
@NullMarked
package dev.userdeck.tenant;

import org.jspecify.annotations.NullMarked;
