/** API keys on jOOQ. */
@NullMarked
package dev.userdeck.internal.apikey;

import org.jspecify.annotations.NullMarked;
